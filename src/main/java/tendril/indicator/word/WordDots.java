package tendril.indicator.word;

import java.util.List;

/** Dots and at signs that are words inside a label: {@code evil-dot-example}, {@code evilDOTexample}, {@code meATevil}. */
public final class WordDots {
    private static final List<String> BETWEEN_HYPHENS =
            List.of("-dot-", "-DOT-", "-Dot-", "_dot_", "_DOT_", "-punto-", "-punkt-", "--dot--");

    private WordDots() {}

    /**
     * The name with its word dots as dots, or empty text if it has none.
     *
     * @param single whether the name has no other dot: only then does a bare DOT count ({@code WWW.MDOT.EXAMPLE})
     */
    public static String unfold(String name, boolean single) {
        String unfolded = name;
        for (String word : BETWEEN_HYPHENS) {
            unfolded = unfolded.replace(word, ".");
        }
        if (single) {
            unfolded = replaceBare(unfolded, "DOT");
        }
        return unfolded.equals(name) || unfolded.startsWith(".") || unfolded.contains("..") ? "" : unfolded;
    }

    /** Where in the label a bare AT stands between small letters; -1 if nowhere. */
    public static int bareAt(String label) {
        int at = label.indexOf("AT");
        while (at >= 0 && !isBare(label, at, 2)) {
            at = label.indexOf("AT", at + 1);
        }
        return at;
    }

    private static String replaceBare(String name, String word) {
        var replaced = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (name.startsWith(word, i) && isBare(name, i, word.length())) {
                replaced.append('.');
                i += word.length() - 1;
            } else {
                replaced.append(name.charAt(i));
            }
        }
        return replaced.toString();
    }

    private static boolean isBare(String text, int at, int length) {
        return at > 0
                && at + length < text.length()
                && isLowerOrDigit(text.charAt(at - 1))
                && isLowerOrDigit(text.charAt(at + length));
    }

    private static boolean isLowerOrDigit(char c) {
        return Script.isLower(c) || Script.isDigit(c);
    }
}
