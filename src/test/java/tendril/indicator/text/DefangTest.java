package tendril.indicator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Reading;

/** How indicators are shown so that nobody clicks them. */
class DefangTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            DOMAIN, a.evil.example,                a[.]evil[.]example
            IPV4,   192.0.2.1,                     192[.]0[.]2[.]1
            CIDR,   192.0.2.0/24,                  192[.]0[.]2[.]0/24
            IPV6,   2001:db8::1,                   2001[:]db8::1
            EMAIL,  a.b@evil.example,              a.b[@]evil[.]example
            URL,    http://evil.example/a.b?c=d.e, hxxp://evil[.]example/a.b?c=d.e
            URL,    https://192.0.2.1:8080/,       hxxps://192[.]0[.]2[.]1:8080/
            URL,    ftp://evil.example/,           fxp://evil[.]example/
            URL,    tcp://evil.example:1/,         tcp[:]//evil[.]example:1/
            MALWARE, heur.trojan.hlux,             heur.trojan.hlux
            """)
    void onlyTheHostIsDisguised(IndicatorType type, String value, String defanged) {
        assertThat(Defang.of(new Indicator(type, value))).isEqualTo(defanged);
    }

    @Test
    void textsAreDefangedWhereIndicatorsStand() {
        assertThat(Defang.text("See http://evil.example/a. Then bob@evil.example, setup.py."))
                .isEqualTo("See hxxp://evil[.]example/a. Then bob[@]evil[.]example, setup.py.");
        assertThat(Defang.refangText("See hxxp://evil[.]example/a. An example). [B]"))
                .isEqualTo("See http://evil.example/a. An example). [B]");
    }

    @Test
    void otherDisguisesAreUndoneToo() {
        assertThat(Defang.refang(IndicatorType.DOMAIN, "evil(dot)example"))
                .isEqualTo(Reading.accepted(IndicatorType.DOMAIN, "evil.example"));
        assertThat(Defang.refang(IndicatorType.DOMAIN, "bob[@]evil[.]example")).isInstanceOf(Reading.Refused.class);
    }
}
