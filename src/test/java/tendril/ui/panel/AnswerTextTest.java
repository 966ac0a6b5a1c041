package tendril.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTest {
    private static final String REPORT =
            "{\"response_code\":\"1\",\"resolutions\":[{\"last_resolved\":\"2014-06-03\",\"domain\":\"a.example\"},"
                    + "{\"domain\":\"b, \\\"x\\\".example\"}],\"hashes\":[],\"votes\":-1}";

    @Test
    void jsonIsIndentedAndTheStatementFound() {
        AnswerText answer = of(REPORT, "/resolutions/0/domain");

        assertThat(answer.text()).startsWith("""
                {
                  "response_code": "1",
                  "resolutions": [
                    {
                      "last_resolved": "2014-06-03",
                """);
        assertThat(spot(answer)).isEqualTo("\"a.example\"");
    }

    @Test
    void aWholeObjectOrNumberIsFoundToo() {
        assertThat(spot(of(REPORT, "/resolutions/1")))
                .contains("b, \\\"x\\\".example")
                .startsWith("{")
                .endsWith("}");
        assertThat(spot(of(REPORT, "/votes"))).isEqualTo("-1");
        assertThat(spot(of(REPORT, "/hashes"))).isEqualTo("[]");
    }

    @Test
    void aPointerToNothingHighlightsNothing() {
        assertThat(of(REPORT, "/resolutions/7").hasSpot()).isFalse();
        assertThat(of(REPORT, "").hasSpot()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>busy</html>", "", "{\"a\":", "[1,2", "{\"a\" 1}", "{\"a\":\"b", "nonsense"})
    void whatIsNotJsonStaysAsItCame(String body) {
        assertThat(of(body, "/a").text()).isEqualTo(body);
    }

    @Test
    void nestingWithoutEndIsLeftAlone() {
        String deep = "[".repeat(100_000);

        assertThat(of(deep, "/0").text()).isEqualTo(deep);
    }

    @Test
    void aRangeOfATextIsHighlighted() {
        assertThat(spot(of("seen at evil[.]example today", "chars:8-23"))).isEqualTo("evil[.]example ");
        assertThat(of("short", "chars:3-99").hasSpot()).isFalse();
    }

    @Test
    void ofALongAnswerWhatLiesAroundTheStatementIsShown() {
        String body = "x".repeat(200_000) + "evil.example" + "y".repeat(300_000);

        AnswerText shown = of(body, "chars:200000-200012").excerpt();

        assertThat(spot(shown)).isEqualTo("evil.example");
        assertThat(shown.text())
                .hasSizeLessThan(AnswerText.SHOWN_CHARACTERS_MAX + 200)
                .startsWith("… 170,006 characters before this are not shown …")
                .endsWith("… 270,006 characters after this are not shown …");
    }

    @Test
    void aShortAnswerIsShownWhole() {
        AnswerText answer = of("short", "chars:0-5");

        assertThat(answer.excerpt()).isEqualTo(answer);
    }

    private static AnswerText of(String body, String pointer) {
        return AnswerText.of(body.getBytes(StandardCharsets.UTF_8), pointer);
    }

    private static String spot(AnswerText answer) {
        return answer.text().substring(answer.start(), answer.end());
    }
}
