package tendril.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.pivot.Audience;

class BaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://host.example, https://host.example", "  https://HOST.example//  , https://host.example",
        "HTTP://127.0.0.1:8080/, http://127.0.0.1:8080", "https://host.example/a/B/, https://host.example/a/B",
        "http://[::1]:9/x, http://[::1]:9/x"
    })
    void anAddressIsTidied(String typed, String tidy) {
        assertThat(BaseUrl.read(typed)).isEqualTo(new BaseUrl.Reading.Usable(BaseUrl.of(URI.create(tidy))));
        assertThat(BaseUrl.of(URI.create(tidy))).hasToString(tidy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "nonsense",
                "host.example",
                "localhost:8080",
                "ftp://host.example",
                "file:///etc/passwd",
                "https://",
                "https:///x",
                "https://host.example:0",
                "https://host.example:99999",
                "https://a b.example",
                "https://host.example?key=1",
                "https://host.example#x",
                "javascript:alert(1)",
                "https://[::1",
                "http://%41"
            })
    void nonsenseIsRefusedWithOneSentence(String typed) {
        assertThat(reason(typed)).matches("The address .{10,200}\\.").doesNotContain("Exception");
    }

    @Test
    void aPasswordInAnAddressIsNeverRepeated() {
        assertThat(reason("https://me:s3cr3t@host.example"))
                .contains("user name or password")
                .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({
        "https://tc.example/searchApi/v2, https://tc.example",
        "https://tc.example/x/SEARCHAPI/, https://tc.example/x",
        "https://tc.example/other, https://tc.example/other"
    })
    void aKnownPathIsCutOff(String typed, String base) {
        assertThat(BaseUrl.of(URI.create(typed)).cutBefore("/searchApi")).hasToString(base);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, THIS_MACHINE", "http://127.9.9.9, THIS_MACHINE", "http://localhost:1, THIS_MACHINE",
        "http://[::1], THIS_MACHINE", "http://[::ffff:127.0.0.1], THIS_MACHINE", "http://x.localhost, THIS_MACHINE",
        "http://10.1.2.3, OWN_SERVER", "http://192.168.1.1, OWN_SERVER", "http://172.16.0.1, OWN_SERVER",
        "http://[fd00::1], OWN_SERVER", "http://[fe80::1], OWN_SERVER", "http://intel, OWN_SERVER",
        "https://tc.corp.internal, OWN_SERVER", "https://tc.local, OWN_SERVER", "https://tc.example, THIRD_PARTY",
        "https://8.8.8.8, THIRD_PARTY", "http://172.32.0.1, THIRD_PARTY", "https://localhost.example, THIRD_PARTY",
        "https://127.0.0.1.example, THIRD_PARTY"
    })
    void theAddressTellsWhoSeesTheQuestion(String url, Audience audience) {
        assertThat(BaseUrl.of(URI.create(url)).audience()).isEqualTo(audience);
    }

    @ParameterizedTest
    @CsvSource({
        "https://threatcrowd.example, threatcrowd.example:443",
        "https://threatcrowd.example:443/, threatcrowd.example:443",
        "http://Threatcrowd.example/api, threatcrowd.example:80",
        "http://127.0.0.1:8080, 127.0.0.1:8080"
    })
    void oneServerIsToldByHostAndPort(String url, String server) {
        assertThat(((BaseUrl.Reading.Usable) BaseUrl.read(url)).url().server()).isEqualTo(server);
    }

    @Property(tries = 500)
    void noTextIsTooOdd(@ForAll String text) {
        assertThat(BaseUrl.read(text)).isNotNull();
        assertThat(BaseUrl.read("https://" + text)).isNotNull();
    }

    private static String reason(String typed) {
        return ((BaseUrl.Reading.Unusable) BaseUrl.read(typed)).reason();
    }
}
