package tendril.picture.ink;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The face that all of Tendril is set in: Inter, shipped with the program, so that a picture looks the same on every
 * machine. A text with a character that Inter has no shape for is set in the system's sans-serif face as a whole.
 * Thread-safe.
 */
public final class Typeface {
    private static final Font REGULAR = shipped("Regular");
    private static final Font BOLD = shipped("Bold");

    private Typeface() {}

    /**
     * The font file of a weight, to be closed by the caller.
     *
     * @param weight {@code Regular} or {@code Bold}
     */
    public static InputStream file(String weight) {
        return Objects.requireNonNull(Typeface.class.getResourceAsStream("fonts/Inter-" + weight + ".otf"), weight);
    }

    /** What this text is set in. */
    static Font of(String text, int sizePx, boolean bold) {
        Font shipped = bold ? BOLD : REGULAR;
        return shipped.canDisplayUpTo(text) < 0
                ? shipped.deriveFont((float) sizePx)
                : new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, sizePx);
    }

    private static Font shipped(String weight) {
        try (InputStream file = file(weight)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException unreadable) {
            System.getLogger(Typeface.class.getName())
                    .log(System.Logger.Level.WARNING, "The font Inter could not be loaded.", unreadable);
            return new Font(Font.SANS_SERIF, weight.equals("Bold") ? Font.BOLD : Font.PLAIN, 1);
        }
    }
}
