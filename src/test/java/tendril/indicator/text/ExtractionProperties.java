package tendril.indicator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Reading;

/** What holds of every text. */
class ExtractionProperties {
    /** How often a character of a hostile text may be looked at, on average. */
    private static final int LOOKS_PER_CHARACTER_MAX = 700;

    @Property(tries = 3000)
    void spansAreInRangeInOrderAndApart(@ForAll("textsOfPieces") String text) {
        int last = 0;
        for (Found found : Extraction.find(text)) {
            assertThat(found.start()).isGreaterThanOrEqualTo(last);
            assertThat(found.end()).isGreaterThan(found.start()).isLessThanOrEqualTo(text.length());
            last = found.end();
        }
    }

    @Property(tries = 3000)
    void whatIsFoundIsCanonical(@ForAll("textsOfPieces") String text) {
        for (Found found : Extraction.find(text)) {
            assertThat(Canonical.parse(found.type(), found.value())).isEqualTo(new Reading.Accepted(found.indicator()));
        }
    }

    @Property(tries = 1000)
    void anyTextIsSearched(@ForAll String text) {
        for (Found found : Extraction.find(text)) {
            assertThat(text.substring(found.start(), found.end())).isNotBlank();
        }
    }

    @Property(tries = 1500)
    void fieldsNeverThrow(@ForAll("textsOfPieces") String text) {
        switch (Detection.detect(text)) {
            case Detection.Single single ->
                assertThat(Canonical.parse(
                                single.indicator().type(), single.indicator().value()))
                        .isEqualTo(new Reading.Accepted(single.indicator()));
            case Detection.Several several -> assertThat(several.count()).isPositive();
            case Detection.Nothing nothing -> assertThat(nothing.reason()).endsWith(".");
        }
    }

    @Property(tries = 3000)
    void refangingUndoesDefanging(@ForAll("indicators") Indicator indicator) {
        assertThat(Defang.refang(indicator.type(), Defang.of(indicator))).isEqualTo(new Reading.Accepted(indicator));
    }

    @Property(tries = 2000)
    void whatIsDefangedIsFoundAgain(@ForAll("indicators") Indicator indicator) {
        if (indicator.type() == IndicatorType.MALWARE || indicator.type() == IndicatorType.PHRASE) {
            return;
        }
        String written = Defang.of(indicator);

        assertThat(Extraction.find("see " + written + " there"))
                .containsExactly(new Found(indicator.type(), indicator.value(), 4, 4 + written.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                ".",
                "a.",
                "1.",
                "[.]",
                "[",
                "(",
                "a[.",
                "a DOT ",
                "a dot ",
                "a@",
                "a at ",
                "@",
                "http://",
                "http:",
                "h",
                "http://a",
                "http://a/",
                "http://a.com/",
                "a.com/",
                "a[.]com/",
                "a[.]com",
                "://",
                "/",
                "\\",
                "\\.",
                "a\\",
                ":",
                "1:",
                "a:",
                "::",
                "1::",
                "f",
                "af",
                "-",
                "a-",
                "a+",
                "a+@",
                "%41",
                "%",
                "http%3a%2f%2f",
                "http%3a%2f%2f ",
                "aHR0cDovL/",
                "aHR0cDovL ",
                "aHR0cDovLa",
                "687474703a2f2f",
                "687474703a2f2f ",
                "CVE-2021-",
                "AS1",
                "AS ",
                "1,",
                "1,2,3,4",
                "1.2.3.4",
                "1.2.3.4 ",
                "1.2.3.4/",
                "1.2.3.4-",
                " ",
                "a ",
                "é",
                "名",
                "名a",
                "\ud83d",
                "。",
                "[[[[",
                "http://[",
                "http://a:99999/",
                "http://a@",
                "h__p",
                "__",
                "_",
                "a_",
                "_a.com_",
                "&lt;",
                "'",
                ",",
                "]",
                ")",
                "xn--"
            })
    void everyTextTakesLinearWork(String piece) {
        long small = looks(piece.repeat(1_000 / piece.length()));
        long large = looks(piece.repeat(16_000 / piece.length()));

        assertThat(large).as(piece).isLessThan(16_000L * LOOKS_PER_CHARACTER_MAX);
        assertThat(large).isLessThan(40 * small + 100_000);
    }

    private static long looks(String text) {
        var counted = new CountedText(text);
        Extraction.find(counted, found -> {});
        return counted.looks;
    }

    @Provide
    Arbitrary<String> textsOfPieces() {
        Arbitrary<String> pieces = Arbitraries.of(
                "evil",
                "Evil",
                "com",
                "example",
                ".",
                "[.]",
                "(dot)",
                " DOT ",
                " dot ",
                "-dot-",
                "[",
                "]",
                "(",
                ")",
                "@",
                "[at]",
                " at ",
                " AT ",
                "http",
                "hxxps",
                "://",
                "[:]//",
                ":",
                "/",
                "\\",
                "\\/",
                "?x=",
                "#",
                "8",
                "1",
                "255",
                "192.0.2.1",
                "::",
                "2001:db8",
                "ffff",
                "/24",
                ",",
                " ",
                "\n",
                "\t",
                "_",
                "-",
                "%2F",
                "AS",
                "64496",
                "CVE-2021-",
                "44228",
                "d41d8cd98f00b204e9800998ecf8427e",
                "\u200b",
                "\u202e",
                "\ud800",
                "\0",
                "é",
                "рф",
                "中国",
                "。",
                "<",
                ">",
                "\"",
                "'",
                "www",
                "aHR0cDovL2V4YW1wbGUuY29t",
                "687474703a2f2f61",
                "user:pw",
                "\ud83d\ude00",
                "xn--",
                "&lt;");
        return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<Indicator> indicators() {
        Arbitrary<String> label =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> domain =
                label.list().ofMinSize(1).ofMaxSize(3).map(labels -> String.join(".", labels) + ".example");
        Arbitrary<String> ipv4 = Arbitraries.integers()
                .between(0, 255)
                .list()
                .ofSize(4)
                .map(parts -> parts.get(0) + "." + parts.get(1) + "." + parts.get(2) + "." + parts.get(3));
        Arbitrary<String> ipv6 = Arbitraries.integers()
                .between(0, 0xffff)
                .list()
                .ofSize(6)
                .map(parts -> "2001:db8:"
                        + String.join(
                                ":", parts.stream().map(Integer::toHexString).toList()));
        Arbitrary<String> path =
                Arbitraries.of("", "/", "/a.php", "/A/b?c=D.e&f=g", "/x#Y", "?q=1", "/[x].y", "/a%20b");
        Arbitrary<String> scheme = Arbitraries.of("http", "https", "ftp", "tcp", "ldap", "stratum+tcp");
        Arbitrary<Indicator> urls = net.jqwik.api.Combinators.combine(
                        scheme, Arbitraries.oneOf(List.of(domain, ipv4, ipv6.map(a -> "[" + a + "]"))), path)
                .as((s, h, p) -> s + "://" + h + p)
                .map(url -> read(IndicatorType.URL, url));
        return Arbitraries.oneOf(List.of(
                domain.map(value -> read(IndicatorType.DOMAIN, value)),
                ipv4.map(value -> read(IndicatorType.IPV4, value)),
                ipv6.map(value -> read(IndicatorType.IPV6, value)),
                ipv4.map(value -> read(IndicatorType.CIDR, value + "/24")),
                ipv6.map(value -> read(IndicatorType.CIDR, value + "/64")),
                domain.map(value -> read(IndicatorType.EMAIL, "some.one+x@" + value)),
                urls,
                Arbitraries.integers().between(10, 70_000).map(value -> read(IndicatorType.AS, "AS" + value)),
                Arbitraries.of(read(IndicatorType.CVE, "CVE-2021-44228"), read(IndicatorType.MALWARE, "plugx"))));
    }

    private static Indicator read(IndicatorType type, String value) {
        return Canonical.parse(type, value).indicator().orElseThrow(() -> new AssertionError(type + " " + value));
    }

    /** A text that counts how often it is looked at. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private long looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            looks += text.length();
            return text;
        }
    }
}
