package tendril.picture.scene;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tendril.picture.ink.TextMasks;

class LabelTextTest {
    @Test
    void shortLabelsStayAsTheyAre() {
        assertThat(LabelText.shown(NodeKind.DOMAIN, "aoldaily.example")).isEqualTo("aoldaily.example");
        assertThat(LabelText.shown(NodeKind.PHRASE, "Überfall 東京 \uD83D\uDC1B")).isEqualTo("Überfall 東京 \uD83D\uDC1B");
    }

    @Test
    void longValuesKeepTheirTellingEnds() {
        assertThat(LabelText.shown(NodeKind.MD5, "ec8c89aa5e521572c74e2dd02a4daf78"))
                .isEqualTo("ec8c89aa5e…4daf78");
        assertThat(LabelText.shown(NodeKind.DOMAIN, "a-very-long-host-name-of-a-campaign.evil.example"))
                .isEqualTo("a-very-long-host-n…evil.example");
        assertThat(LabelText.shown(NodeKind.PHRASE, "x".repeat(500))).isEqualTo("x".repeat(30) + "…");
    }

    @Test
    void charactersThatDeceiveAreWrittenOut() {
        assertThat(LabelText.shown(NodeKind.PHRASE, "invoice\u202Efdp.exe")).isEqualTo("invoice\\u202Efdp.exe");
        assertThat(LabelText.shown(NodeKind.PHRASE, "a\nb\tc\u0000")).isEqualTo("a\\u000Ab\\u0009c\\u0000");
        assertThat(LabelText.shown(NodeKind.PHRASE, "pay\u200Bpal")).isEqualTo("pay\\u200Bpal");
        assertThat(LabelText.shown(NodeKind.PHRASE, "lone \uD83D end")).isEqualTo("lone \\uD83D end");
        assertThat(LabelText.shown(NodeKind.PHRASE, "tag \uDB40\uDC41")).isEqualTo("tag \\u{E0041}");
    }

    @Property(tries = 500)
    void nothingThatDeceivesIsEverPainted(@ForAll String text) {
        String shown = LabelText.shown(NodeKind.PHRASE, text);

        assertThat(shown.codePoints())
                .noneMatch(cp -> Character.isISOControl(cp)
                        || Character.getType(cp) == Character.FORMAT
                        || Character.getType(cp) == Character.SURROGATE);
    }

    @Property(tries = 200)
    void anyTextCanBeDrawn(@ForAll String text) {
        var mask = new TextMasks().mask(LabelText.shown(NodeKind.PHRASE, text), 12, false, 1);

        assertThat(mask.width()).isBetween(1, 6000);
        assertThat(mask.height()).isLessThan(64);
    }
}
