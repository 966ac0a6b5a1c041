package tendril.indicator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** What a person typed into one field. */
class DetectionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            evil.example ¦ domain evil.example ¦ false
            evil.example. ¦ domain evil.example ¦ false
            Evil.Example ¦ domain evil.example ¦ false
            evil.zip ¦ domain evil.zip ¦ false
            setup.py ¦ domain setup.py ¦ false
            localhost ¦ domain localhost ¦ false
            hxxp://evil[.]example ¦ url http://evil.example/ ¦ true
            hxxps://evil[.]example/gate.php?x=1 ¦ url https://evil.example/gate.php?x=1 ¦ true
            http://evil.example/a.b, ¦ url http://evil.example/a.b ¦ true
            evil[.]example ¦ domain evil.example ¦ true
            evil[dot]example ¦ domain evil.example ¦ true
            evil . example ¦ domain evil.example ¦ true
            evil .example ¦ domain evil.example ¦ true
            evil[.]example/gate.php ¦ url http://evil.example/gate.php ¦ true
            user[at]x[.]com ¦ email user@x.com ¦ true
            user @ x . com ¦ email user@x.com ¦ true
            <user@x.com> ¦ email user@x.com ¦ false
            mailto:user@x.com ¦ email user@x.com ¦ true
            8,8,8,8 ¦ ipv4 8.8.8.8 ¦ true
            8.8.8.8 ¦ ipv4 8.8.8.8 ¦ false
            "8[.]8[.]8[.]8" ¦ ipv4 8.8.8.8 ¦ true
            8.8.8.8:53 ¦ ipv4 8.8.8.8 ¦ true
            8.8.8.8/24 ¦ cidr 8.8.8.0/24 ¦ false
            2001:DB8::1 ¦ ipv6 2001:db8::1 ¦ false
            [2001:db8::1]:443 ¦ ipv6 2001:db8::1 ¦ true
            ::1 ¦ ipv6 ::1 ¦ false
            1::2 ¦ ipv6 1::2 ¦ false
            2001:db8::/32 ¦ cidr 2001:db8::/32 ¦ false
            as 64496 ¦ as AS64496 ¦ false
            AS64496 ¦ as AS64496 ¦ false
            cve-2021-44228 ¦ cve CVE-2021-44228 ¦ false
            EC8C89AA5E521572C74E2DD02A4DAF78 ¦ md5 ec8c89aa5e521572c74e2dd02a4daf78 ¦ false
            md5: ec8c89aa5e521572c74e2dd02a4daf78 ¦ md5 ec8c89aa5e521572c74e2dd02a4daf78 ¦ true
            plugx ¦ malware plugx ¦ false
            PlugX ¦ malware plugx ¦ false
            Heur.Trojan.Hlux ¦ malware heur.trojan.hlux ¦ false
            W32/Sality.AT ¦ malware w32/sality.at ¦ false
            Trojan.Win32.Agent.CC ¦ malware trojan.win32.agent.cc ¦ false
            Trojan:Win32/Emotet!ml ¦ malware trojan:win32/emotet!ml ¦ false
            """)
    void theMostLikelyReadingIsGiven(String typed, String indicator, boolean refanged) {
        assertThat(Detection.detect(typed)).isInstanceOfSatisfying(Detection.Single.class, single -> {
            assertThat(single.indicator()).hasToString(indicator);
            assertThat(single.refanged()).isEqualTo(refanged);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            0177.0.0.1 ¦ “0177.0.0.1” is not an IPv4 address: its first part has a leading zero, which some programs read as octal. Write 127.0.0.1 or 177.0.0.1.
            1.2.3.4/33 ¦ “1.2.3.4/33” is not an address block: the prefix length of an IPv4 address is a number from 0 to 32. Correct the part after the slash.
            1.2.3 ¦ needs four
            999.999.999.999 ¦ its first part, 999, is above 255
            a@b@c ¦ more than one at sign
            a@b ¦ because of its domain
            fe80::1%eth0 ¦ without the zone
            1:1 ¦ not an IPv6 address
            evil.notatld ¦ no domain ends in .notatld
            http://evil..example/ ¦ nothing stands
            javascript://x/ ¦ not a scheme that leads to a host
            CVE-2021-1 ¦ four digits
            AS99999999999 ¦ highest number
            ec8c89aa5e521572c74e2dd02a4daf7 ¦ it has 31 hexadecimal digits
            12345 ¦ write AS12345
            foo bar baz ¦ several words
            !!! ¦ no indicator we know
            ~ ~ ¦ Nothing was typed
            """)
    void nonsenseGetsOneClearSentence(String typed, String words) {
        assertThat(Detection.detect(typed))
                .isInstanceOfSatisfying(
                        Detection.Nothing.class,
                        nothing -> assertThat(nothing.reason()).contains(words));
    }

    @Test
    void aTextSaysHowMuchItHolds() {
        assertThat(Detection.detect("evil[.]example and 192.0.2.1, then evil.example"))
                .isInstanceOfSatisfying(Detection.Several.class, several -> {
                    assertThat(several.count()).isEqualTo(2);
                    assertThat(several.reason()).contains("holds 2 indicators");
                });
        assertThat(Detection.detect("the domain evil[.]example was seen"))
                .isInstanceOfSatisfying(
                        Detection.Several.class,
                        several -> assertThat(several.count()).isEqualTo(1));
        assertThat(Detection.detect("evil.example ".repeat(100_000)))
                .isInstanceOfSatisfying(
                        Detection.Several.class,
                        several -> assertThat(several.count()).isEqualTo(1));
        assertThat(Detection.detect("x".repeat(1_000_000))).isInstanceOf(Detection.Nothing.class);
    }

    @Test
    void copiedSpaceAndUnseenCharactersAroundDoNotMatter() {
        assertThat(Detection.detect("\ufeff\u200b evil.example\u00a0\r\n"))
                .isEqualTo(new Detection.Single(new Indicator(IndicatorType.DOMAIN, "evil.example"), false));
        assertThat(Detection.detect("ev\u200bil.example"))
                .isInstanceOfSatisfying(
                        Detection.Nothing.class,
                        nothing -> assertThat(nothing.reason()).contains("U+200B"));
    }
}
