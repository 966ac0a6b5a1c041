package tendril.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses belong to nobody. */
class AddressesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            IPV4, 10.1.2.3,          private
            IPV4, 172.31.255.255,    private
            IPV4, 192.168.0.1,       private
            IPV4, 127.0.0.53,        loopback
            IPV4, 169.254.169.254,   link-local
            IPV4, 192.0.2.1,         documentation
            IPV4, 198.51.100.7,      documentation
            IPV4, 203.0.113.9,       documentation
            IPV4, 100.64.0.1,        carrier
            IPV4, 224.0.0.251,       multicast
            IPV4, 255.255.255.255,   broadcast
            IPV4, 0.0.0.0,           this network
            IPV6, ::1,               loopback
            IPV6, ::,                unspecified
            IPV6, 2001:db8::1,       documentation
            IPV6, fe80::1,           link-local
            IPV6, fd00::1,           private
            IPV6, ff02::1,           multicast
            IPV6, ::ffff:192.0.2.1,  inside IPv6
            CIDR, 10.20.0.0/16,      private
            """)
    void specialAddressesSayWhy(IndicatorType type, String value, String words) {
        assertThat(Addresses.specialUse(new Indicator(type, value)))
                .get()
                .asString()
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            IPV4, 8.8.8.8
            IPV4, 172.32.0.1
            IPV4, 192.0.1.1
            IPV6, 2606:4700::1111
            CIDR, 0.0.0.0/0
            CIDR, 10.0.0.0/7
            DOMAIN, evil.example
            """)
    void publicAddressesAreNotSpecial(IndicatorType type, String value) {
        assertThat(Addresses.isSpecial(new Indicator(type, value))).isFalse();
    }

    @Test
    void aUrlNamesItsHost() {
        assertThat(Urls.host(new Indicator(IndicatorType.URL, "http://u:p@evil.example:8080/x@y")))
                .contains(new Indicator(IndicatorType.DOMAIN, "evil.example"));
        assertThat(Urls.host(new Indicator(IndicatorType.URL, "http://[2001:db8::1]:8080/")))
                .contains(new Indicator(IndicatorType.IPV6, "2001:db8::1"));
        assertThat(Urls.host(new Indicator(IndicatorType.URL, "http://192.0.2.1/")))
                .contains(new Indicator(IndicatorType.IPV4, "192.0.2.1"));
        assertThat(Urls.host(new Indicator(IndicatorType.URL, "http://intranet/")))
                .isEmpty();
    }
}
