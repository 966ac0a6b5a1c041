package tendril.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every text read as every type. */
class CanonicalProperties {
    @Property(tries = 4000)
    void readingACanonicalFormGivesItself(@ForAll IndicatorType type, @ForAll("nearlyIndicators") String given) {
        Canonical.parse(type, given)
                .indicator()
                .ifPresent(indicator -> assertThat(Canonical.parse(type, indicator.value()))
                        .isEqualTo(new Reading.Accepted(indicator)));
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefusedWithASentence(@ForAll IndicatorType type, @ForAll String given) {
        switch (Canonical.parse(type, given)) {
            case Reading.Accepted accepted ->
                assertThat(accepted.value().type()).isEqualTo(type);
            case Reading.Refused refused ->
                assertThat(refused.reason()).endsWith(".").hasSizeLessThan(600);
        }
    }

    @Provide
    Arbitrary<String> nearlyIndicators() {
        Arbitrary<String> pieces = Arbitraries.of(
                "evil",
                "Example",
                ".example",
                ".com",
                ".",
                "..",
                "@",
                "http://",
                "HTTPS://",
                ":80",
                ":443",
                "/",
                "?a=B",
                "#",
                "192.0.2.1",
                "/24",
                "::",
                ":",
                "2001:db8",
                "ffff",
                "[",
                "]",
                "ß",
                "И",
                "İ",
                "\u0130",
                "ǅ",
                "-",
                "_",
                "AS",
                "64496",
                "CVE-2021-",
                "44228",
                " ",
                "\u00a0",
                "%eth0",
                "d41d8cd98f00b204e9800998ecf8427e",
                "\\",
                "\ud83d\ude00",
                "。",
                "xn--",
                "xn--bcher-kva",
                "0",
                "1.",
                "\u0301");
        return pieces.list().ofMinSize(1).ofMaxSize(7).map(list -> String.join("", list));
    }
}
