package tendril.picture.ink;

import java.util.List;
import tendril.graph.Flag;
import tendril.picture.scene.NodeKind;

/**
 * The colours of a picture, ARGB, not premultiplied. Immutable. Labels stand at 4.5:1 or better against the background
 * (WCAG 2.2, 1.4.3); the hues of node kinds start from Okabe and Ito's palette, so that they differ for colour-blind
 * eyes too, and no kind is told by colour alone.
 *
 * @param name         for settings and file names
 * @param dark         light on dark
 * @param background   the canvas
 * @param label        text of nodes
 * @param labelMuted   text of links and small print
 * @param halo         what surrounds text so that lines do not touch it
 * @param link         a provider's answer
 * @param linkDrawn    drawn by the analyst
 * @param linkHidden   its source is hidden
 * @param selection    ring and links of what is selected
 * @param fresh        ring around what came last
 * @param badge        ground of neutral badges
 * @param badgeInk     drawing on badges
 * @param running      pivot running
 * @param failed       pivot failed
 * @param flags        by {@link Flag}, without NONE
 * @param kinds        by {@link NodeKind}
 */
public record Theme(
        String name,
        boolean dark,
        int background,
        int label,
        int labelMuted,
        int halo,
        int link,
        int linkDrawn,
        int linkHidden,
        int selection,
        int fresh,
        int badge,
        int badgeInk,
        int running,
        int failed,
        List<Integer> flags,
        List<Integer> kinds) {

    private static final List<Integer> FLAGS = List.of(0xFF3B82F6, 0xFF3FB950, 0xFFF2C230, 0xFFA259E6, 0xFFE5484D);

    public Theme {
        flags = List.copyOf(flags);
        kinds = List.copyOf(kinds);
        if (kinds.size() != NodeKind.count() || flags.size() != Flag.values().length - 1) {
            throw new IllegalArgumentException("a theme needs a colour for each kind of node and each flag");
        }
    }

    public static Theme ofDark() {
        return new Theme(
                "dark",
                true,
                0xFF12161C,
                0xFFE8EDF3,
                0xFF9AA7B6,
                0xFF12161C,
                0xFF64748A,
                0xFFE3B341,
                0xFF4A5667,
                0xFFFFFFFF,
                0xFF5EEAD4,
                0xFF2F3A48,
                0xFFF3F6FA,
                0xFF3B9EFF,
                0xFFE5484D,
                FLAGS,
                List.of(
                        0xFF12A386, // domain
                        0xFF2F7DE1, // IPv4
                        0xFF6A6EF0, // IPv6
                        0xFF4C83C4, // block
                        0xFFEDC02F, // email
                        0xFF56B4E9, // URL
                        0xFFC877AE, // MD5
                        0xFFC877AE, // SHA-1
                        0xFFC877AE, // SHA-256
                        0xFFC877AE, // SHA-512
                        0xFF9465D6, // AS
                        0xFFD9482B, // malware
                        0xFFE8912D, // CVE
                        0xFF7F8EA3, // phrase
                        0xFF5B6B80)); // collection
    }

    public static Theme ofLight() {
        return new Theme(
                "light",
                false,
                0xFFFAFBFC,
                0xFF1B2430,
                0xFF596777,
                0xFFFAFBFC,
                0xFF94A1B2,
                0xFFA86A00,
                0xFFBBC5D0,
                0xFF0B57D0,
                0xFF00525B,
                0xFF4A5767,
                0xFFFFFFFF,
                0xFF1D6FD8,
                0xFFCF2F34,
                FLAGS,
                List.of(
                        0xFF0B8A70, // domain
                        0xFF1F66C7, // IPv4
                        0xFF5558DD, // IPv6
                        0xFF2F5C92, // block
                        0xFFE3AE12, // email
                        0xFF3A9FDC, // URL
                        0xFFB3588F, // MD5
                        0xFFB3588F, // SHA-1
                        0xFFB3588F, // SHA-256
                        0xFFB3588F, // SHA-512
                        0xFF7D4CC4, // AS
                        0xFFC93A1E, // malware
                        0xFFD97C12, // CVE
                        0xFF66758A, // phrase
                        0xFF4C5A6C)); // collection
    }

    public int kind(NodeKind kind) {
        return kinds.get(kind.ordinal());
    }

    /** The colour of a flag that is set. */
    public int flag(Flag flag) {
        return flags.get(flag.ordinal() - 1);
    }

    /** The contrast between two opaque colours, 1 to 21, by WCAG 2.2's relative luminance. */
    public static double contrast(int argb, int other) {
        double one = luminance(argb);
        double two = luminance(other);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xFF) + 0.7152 * linear(argb >> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
