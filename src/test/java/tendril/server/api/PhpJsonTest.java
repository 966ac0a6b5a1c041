package tendril.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tendril.server.PlainOutput;
import tools.jackson.databind.json.JsonMapper;

class PhpJsonTest {
    private static final JsonMapper STRICT = JsonMapper.builder().build();

    @Property(tries = 500)
    void anyTextIsReadBackByAStrictParser(@ForAll String text) throws IOException {
        assertThat(STRICT.readValue(written(text), String.class)).isEqualTo(text);
    }

    @Property(tries = 500)
    void onlyPrintableAsciiLeaves(@ForAll String text) throws IOException {
        assertThat(written(text).replace("\u007f", "")).matches("[ -~]*");
        assertThat(written(text)).doesNotContainPattern("[^\\\\]/");
    }

    @Test
    void escapesAreThoseOfPhp() throws IOException {
        assertThat(written("a/b\"c\\d\b\f\n\r\t\u0001\u001f\u007f\u00c0\u20ac\ud83d\udc1b<>&'"))
                .isEqualTo("\"a\\/b\\\"c\\\\d\\b\\f\\n\\r\\t\\u0001\\u001f\u007f\\u00c0\\u20ac\\ud83d\\udc1b<>&'\"");
    }

    private static String written(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        new PhpJson(new PlainOutput(out)).string(text);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
