package tendril.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the public suffix list says. */
class DomainsTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            a.b.evil.co.uk,        evil.co.uk,   co.uk
            EVIL.com.,             evil.com,     com
            _dmarc.evil.com,       evil.com,     com
            _a._b.evil.com,        evil.com,     com
            user.github.io,        github.io,    io
            co.uk,                 -,            co.uk
            вирус.рф,              xn--b1amyej.xn--p1ai, xn--p1ai
            x.y.foo.ck,            y.foo.ck,     foo.ck
            evil.example,          -,            -
            hidden.alt,            -,            -
            not a domain,          -,            -
            """)
    void theRegisteredPartIsFound(String name, String registrable, String suffix) {
        assertThat(Domains.registrable(name).orElse(null)).isEqualTo(registrable);
        assertThat(Domains.suffix(name).orElse(null)).isEqualTo(suffix);
    }

    @Test
    void nothingIsRegisteredOfWhatIsNoName() {
        assertThat(List.of(
                        "",
                        ".",
                        "a..evil.com",
                        ".evil.com",
                        "evil.com..",
                        "-a.evil.com",
                        "a-.evil.com",
                        "1.2.3.4",
                        "a.4",
                        "a".repeat(64) + ".evil.com",
                        ("a".repeat(60) + ".").repeat(5) + "com"))
                .allSatisfy(name -> assertThat(Domains.registrable(name)).isEmpty());
        assertThat(Domains.registrable("a-b.1.evil.com")).contains("evil.com");
    }
}
