package tendril.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One way to write each value. */
class CanonicalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DOMAIN | Evil.Example              | evil.example
            DOMAIN | evil.example.             | evil.example
            DOMAIN | faß.de                    | xn--fa-hia.de
            DOMAIN | FASS.de                   | fass.de
            DOMAIN | вирус.рф                  | xn--b1amyej.xn--p1ai
            DOMAIN | bücher。example            | xn--bcher-kva.example
            DOMAIN | XN--BCHER-KVA.example     | xn--bcher-kva.example
            DOMAIN | _dmarc.evil.example       | _dmarc.evil.example
            DOMAIN | r3---sn-4g5e6.evil.example | r3---sn-4g5e6.evil.example
            DOMAIN | abcdefghij.onion          | abcdefghij.onion
            DOMAIN | printer.home.arpa         | printer.home.arpa
            DOMAIN | localhost                 | localhost
            DOMAIN | shop.foo.ck               | shop.foo.ck
            IPV4   | 192.0.2.1                 | 192.0.2.1
            IPV4   | 0.0.0.0                   | 0.0.0.0
            IPV4   | 255.255.255.255           | 255.255.255.255
            IPV6   | 2001:0DB8:0:0:0:0:0:1     | 2001:db8::1
            IPV6   | 2001:db8:0:1:1:1:1:1      | 2001:db8:0:1:1:1:1:1
            IPV6   | 2001:0:0:1:0:0:0:1        | 2001:0:0:1::1
            IPV6   | 2001:db8:0:0:1:0:0:1      | 2001:db8::1:0:0:1
            IPV6   | [::1]                     | ::1
            IPV6   | ::                        | ::
            IPV6   | 1:2:3:4:5:6::8            | 1:2:3:4:5:6:0:8
            IPV6   | ::ffff:192.0.2.1          | ::ffff:192.0.2.1
            IPV6   | ::FFFF:C000:0201          | ::ffff:192.0.2.1
            IPV6   | 64:ff9b::192.0.2.33       | 64:ff9b::c000:221
            CIDR   | 192.0.2.77/24             | 192.0.2.0/24
            CIDR   | 192.0.2.77/32             | 192.0.2.77/32
            CIDR   | 10.20.30.40/0             | 0.0.0.0/0
            CIDR   | 2001:DB8:FFFF::1/32       | 2001:db8::/32
            EMAIL  | Bob.Smith+x@Evil.Example  | bob.smith+x@evil.example
            EMAIL  | info@bücher.example       | info@xn--bcher-kva.example
            URL    | HTTP://Evil.Example       | http://evil.example/
            URL    | https://evil.example:443/A | https://evil.example/A
            URL    | http://evil.example:8080?Q=1#F | http://evil.example:8080/?Q=1#F
            URL    | ftp://User:Pass@evil.example/ | ftp://User:Pass@evil.example/
            URL    | http://bücher.example/é   | http://xn--bcher-kva.example/é
            URL    | http://[2001:DB8:0::1]:80/ | http://[2001:db8::1]/
            URL    | http://192.0.2.1:080/x    | http://192.0.2.1/x
            URL    | http://intranet/x         | http://intranet/x
            URL    | stratum+tcp://pool.example:3333 | stratum+tcp://pool.example:3333/
            MD5    | D41D8CD98F00B204E9800998ECF8427E | d41d8cd98f00b204e9800998ecf8427e
            SHA1   | DA39A3EE5E6B4B0D3255BFEF95601890AFD80709 | da39a3ee5e6b4b0d3255bfef95601890afd80709
            AS     | AS64496                   | AS64496
            AS     | as 64496                  | AS64496
            AS     | asn64496                  | AS64496
            AS     | 64496                     | AS64496
            AS     | AS0064496                 | AS64496
            AS     | AS1.10                    | AS65546
            AS     | 4294967295                | AS4294967295
            MALWARE | PlugX                    | plugx
            MALWARE | Cobalt    Strike         | cobalt strike
            MALWARE | Heur.Trojan.Hlux         | heur.trojan.hlux
            CVE    | cve-2021-44228            | CVE-2021-44228
            CVE    | CVE‑2014‑0160             | CVE-2014-0160
            PHRASE | Two  Words                | Two  Words
            """)
    void valuesComeOutInOneForm(IndicatorType type, String given, String canonical) {
        assertThat(Canonical.parse(type, given)).isEqualTo(Reading.accepted(type, canonical));
        assertThat(Canonical.parse(type, canonical)).isEqualTo(Reading.accepted(type, canonical));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DOMAIN | evil                    | single word
            DOMAIN | evil.notatld            | no domain ends in .notatld
            DOMAIN | 1.2.3                   | never ends in a number
            DOMAIN | evil.123                | never ends in a number
            DOMAIN | evil..example           | nothing stands
            DOMAIN | .evil.example           | nothing stands
            DOMAIN | -evil.example           | hyphen
            DOMAIN | ev il.example           | no domain may
            DOMAIN | evil.example/x          | no domain may
            DOMAIN | xn--a.example           | IDNA
            IPV4   | 0177.0.0.1              | Write 127.0.0.1 or 177.0.0.1.
            IPV4   | 192.168.010.001         | its third part has a leading zero
            IPV4   | 0x7f.0.0.1              | Write 127.0.0.1.
            IPV4   | 0x7f.1                  | it has 2 parts and needs four
            IPV4   | 1.2.3                   | it has 3 parts and needs four
            IPV4   | 1.2.3.4.5               | it has 5 parts and needs four
            IPV4   | 1.2.3.256               | its fourth part, 256, is above 255
            IPV4   | 1.2.x.4                 | its third part, “x”, is not a number
            IPV4   | ١.2.3.4                 | its first part
            IPV4   | 2130706433              | it has 1 part and needs four
            IPV6   | fe80::1%eth0            | without the zone
            IPV6   | 1:1                     | eight groups
            IPV6   | 1::2::3                 | eight groups
            IPV6   | 1:2:3:4:5:6:7:8:9       | eight groups
            IPV6   | 1:2:3:4:5:6:7::8        | eight groups
            IPV6   | 12345::1                | eight groups
            IPV6   | ::ffff:1.2.3            | eight groups
            IPV6   | 1.2.3.4::1              | eight groups
            IPV6   | :::                     | eight groups
            CIDR   | 1.2.3.4/33              | a number from 0 to 32
            CIDR   | 1.2.3.4/-1              | a number from 0 to 32
            CIDR   | 1.2.3.4/024             | a number from 0 to 32
            CIDR   | 2001:db8::/129          | a number from 0 to 128
            CIDR   | 1.2.3.4                 | no prefix length
            CIDR   | 1.2.3/24                | needs four
            EMAIL  | a@b@c                   | more than one at sign
            EMAIL  | evil.example            | no at sign
            EMAIL  | @evil.example           | before the at sign
            EMAIL  | a..b@evil.example       | before the at sign
            EMAIL  | a b@evil.example        | before the at sign
            EMAIL  | a@evil                  | because of its domain
            EMAIL  | a@                      | because of its domain
            URL    | evil.example/x          | no scheme
            URL    | javascript://evil.example/ | not a scheme that leads to a host
            URL    | file:///etc/passwd      | not a scheme that leads to a host
            URL    | http://                 | It has none
            URL    | http://0177.0.0.1/      | leading zero
            URL    | http://2130706433/      | needs four
            URL    | http://evil.example:0/  | is not a number from 1 to 65535
            URL    | http://evil.example:99999/ | is not a number from 1 to 65535
            URL    | http://evil.example/a b | holds a space
            URL    | http://[fe80::1%25eth0]/ | without the zone
            MD5    | d41d8cd98f00b204        | exactly 32 hexadecimal digits
            SHA256 | d41d8cd98f00b204e9800998ecf8427e | exactly 64 hexadecimal digits
            MD5    | g41d8cd98f00b204e9800998ecf8427e | other characters
            AS     | 4294967296              | the highest number
            AS     | ASX                     | Write it like AS64496
            AS     | AS1.70000               | each half
            CVE    | CVE-2021-123            | four digits
            CVE    | CVE-1998-0001           | a year from 1999
            """)
    void whatIsNotOfTheTypeIsRefusedWithAReason(IndicatorType type, String given, String words) {
        Reading reading = Canonical.parse(type, given);

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(reading.reason()).contains(words);
    }

    @ParameterizedTest
    @EnumSource(IndicatorType.class)
    void everyTypeRefusesNothingAndAnythingHuge(IndicatorType type) {
        assertThat(Canonical.parse(type, " \t").reason()).startsWith("Nothing is written here.");
        assertThat(Canonical.parse(type, "a".repeat(1_000_000)).reason())
                .contains("aaa…")
                .hasSizeLessThan(300);
        assertThat(Canonical.parse(type, "1.".repeat(500_000)).reason()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "\0", "\ud800", "\udc00", "\u001b"})
    void strictTypesRefuseWhatNobodySees(String unseen) {
        for (String value : List.of("evil" + unseen + ".example", "a" + unseen + "@evil.example")) {
            assertThat(Canonical.parse(IndicatorType.DOMAIN, value).reason()).contains("nobody can see");
            assertThat(Canonical.parse(IndicatorType.EMAIL, value).reason()).contains("nobody can see");
            assertThat(Canonical.parse(IndicatorType.URL, "http://" + value).reason())
                    .contains("nobody can see");
        }
    }

    @Test
    void aReasonNeverRepeatsWhatNobodySees() {
        assertThat(Canonical.parse(IndicatorType.CVE, "\u202eevil").reason()).doesNotContain("\u202e");
        assertThat(Shown.quote("a\u202eb\n")).isEqualTo("aU+202EbU+000A");
    }

    @Test
    void namesOfExactlyTheGreatestLengthPass() {
        String label = "a".repeat(Domains.LABEL_LENGTH_MAX);
        String longest =
                label + "." + label + "." + label + "." + "a".repeat(Domains.NAME_LENGTH_MAX - 3 * 64 - 8) + ".example";

        assertThat(longest).hasSize(Domains.NAME_LENGTH_MAX);
        assertThat(Canonical.parse(IndicatorType.DOMAIN, longest).indicator()).isPresent();
        assertThat(Canonical.parse(IndicatorType.DOMAIN, "a" + longest).reason())
                .contains("characters");
        assertThat(Canonical.parse(IndicatorType.DOMAIN, "a" + label + ".example")
                        .reason())
                .contains("64 characters");
    }

    @Test
    void aMappedAddressIsNotTheAddressInside() {
        assertThat(Canonical.parse(IndicatorType.IPV6, "::ffff:192.0.2.1"))
                .isNotEqualTo(Canonical.parse(IndicatorType.IPV4, "192.0.2.1"));
    }
}
