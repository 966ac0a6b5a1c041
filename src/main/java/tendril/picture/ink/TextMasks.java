package tendril.picture.ink;

import java.util.HashMap;
import java.util.Map;

/**
 * Text already drawn, by size and weight. Bounded: when the young half is full, what was not asked for since the last
 * turn is forgotten. Confined to one thread.
 */
public final class TextMasks {
    /** Bytes of masks in each of the two halves. */
    private static final int HALF_BYTES_MAX = 12 << 20;

    private static final int HALO_PX = 2;
    private static final int BOLD = 1 << 16;
    private static final int MARGIN_SHIFT = 20;

    private Map<Integer, Map<String, TextMask>> young = new HashMap<>();
    private Map<Integer, Map<String, TextMask>> old = new HashMap<>();
    private int youngBytes;

    /**
     * The text drawn in our {@linkplain Typeface typeface}.
     *
     * @param sizePx size of the type in device pixels
     * @param scale  device pixels per logical pixel: the halo grows with it
     */
    public TextMask mask(String text, int sizePx, boolean bold, double scale) {
        int margin = (int) Math.max(1, Math.round(HALO_PX * scale));
        int style = sizePx | (bold ? BOLD : 0) | margin << MARGIN_SHIFT;
        var byText = young.computeIfAbsent(style, key -> new HashMap<>());
        TextMask known = byText.get(text);
        if (known != null) {
            return known;
        }
        TextMask made = old.getOrDefault(style, Map.of()).get(text);
        if (made == null) {
            made = TextMask.of(text, Typeface.of(text, sizePx, bold), margin);
        }
        byText.put(text, made);
        youngBytes += made.bytes();
        turnIfFull();
        return made;
    }

    private void turnIfFull() {
        if (youngBytes > HALF_BYTES_MAX) {
            old = young;
            young = new HashMap<>();
            youngBytes = 0;
        }
    }
}
