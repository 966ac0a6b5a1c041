package tendril.picture.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tendril.picture.scene.NodeKind;

class ThemeTest {
    static List<Theme> themes() {
        return List.of(Theme.ofDark(), Theme.ofLight());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void labelsCanBeRead(Theme theme) {
        assertThat(Theme.contrast(theme.label(), theme.background())).isGreaterThan(7);
        assertThat(Theme.contrast(theme.labelMuted(), theme.background())).isGreaterThan(4.5);
        assertThat(Theme.contrast(theme.badgeInk(), theme.badge())).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void whatIsNewStandsOutFromTheDomainsThatItMostlyIs(Theme theme) {
        assertThat(Theme.contrast(theme.fresh(), theme.kind(NodeKind.DOMAIN))).isGreaterThan(2);
        assertThat(Theme.contrast(theme.fresh(), theme.background())).isGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyKindStandsOutFromTheBackgroundAndItsGlyphFromIt(Theme theme) {
        for (NodeKind kind : NodeKind.values()) {
            int color = theme.kind(kind);
            assertThat(Theme.contrast(color, theme.background()))
                    .as(kind.label())
                    .isGreaterThan(1.9);
            assertThat(Theme.contrast(color, SpriteSheet.ink(color)))
                    .as(kind.label())
                    .isGreaterThan(2.3);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void kindsThatLookAlikeInColourDifferInOutline(Theme theme) {
        for (NodeKind one : NodeKind.values()) {
            for (NodeKind other : NodeKind.values()) {
                boolean sameThing = one == other || (one.isHash() && other.isHash());
                assertThat(sameThing || differs(theme, one, other))
                        .as(one + " and " + other)
                        .isTrue();
            }
        }
    }

    /** Outlines at 24 pixels: at least a twelfth of the pixels are covered by one and not by the other. */
    private static boolean differs(Theme theme, NodeKind one, NodeKind other) {
        var sheet = new SpriteSheet(theme);
        int[] a = sheet.plain(one, one, 24).argb();
        int[] b = sheet.plain(other, other, 24).argb();
        int different = 0;
        for (int i = 0; i < a.length; i++) {
            different += Theme.contrast(a[i] | 0xFF000000, b[i] | 0xFF000000) > 1.25 ? 1 : 0;
        }
        return different > a.length / 12;
    }
}
