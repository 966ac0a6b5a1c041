package tendril.indicator.word;

import java.util.List;

/**
 * Reads the signs inside an indicator, dot and at, in every disguise that reports give them: {@code [.]}, {@code (dot)},
 * {@code [@]}, {@code AT}. Each look-up reads a bounded number of characters, and on success leaves {@link #end} and
 * {@link #strength}. One object reads one text; single-threaded.
 *
 * <p>The hard part is what must not be read as a sign. Prose is full of dots beside brackets ({@code an example). [B]}),
 * so brackets count when they point at the sign from both sides, or touch the next label without a space.
 */
public final class Marks {
    /** How far a disguise may stretch on either side of the sign, in characters. */
    private static final int BRACKETS_MAX = 12;

    private static final int SPACES_MAX = 3;
    private static final int BACKSLASHES_MAX = 8;
    private static final List<String> DOT_WORDS = List.of("dot", "d0t", "punto", "punkt", "point", "ponto");
    private static final List<String> AT_WORDS = List.of("at", "arroba", "et", "@t");

    /** How sure it is that a sign was meant. */
    public enum Strength {
        /** The sign itself. */
        PLAIN,
        /** A disguise that nothing else looks like. */
        STRONG,
        /** Words and spaces, which prose has too. */
        WEAK
    }

    private final Script script;
    private int end;
    private Strength strength = Strength.PLAIN;

    // What brackets() saw.
    private int opens;
    private int closes;
    private int spaces;

    public Marks(Script script) {
        this.script = script;
    }

    /** Where the sign that was read last ends. */
    public int end() {
        return end;
    }

    public Strength strength() {
        return strength;
    }

    /** Whether a dot stands here, right after a label, and a label after it. */
    boolean dot(int i) {
        char c = script.at(i);
        if (c == '.' && labelAt(i + 1)) {
            return read(i + 1, Strength.PLAIN);
        }
        return switch (c) {
            case '.' -> dotThenClosers(i);
            case '\\' -> dotAfterBackslashes(i);
            case '^' -> script.at(i + 1) == '.' && labelAt(i + 2) && read(i + 2, Strength.STRONG);
            case '<' -> dotInAngles(i);
            case '\u3002', '\uff61' ->
                // In Chinese and Japanese prose this ends a sentence.
                script.at(i + 1) < 0x80 && script.at(i - 1) < 0x80 && labelAt(i + 1) && read(i + 1, Strength.STRONG);
            case '\uff0e', '\u2024', '\ufe52' -> labelAt(i + 1) && read(i + 1, Strength.STRONG);
            default -> dotInBrackets(i) || dotBetweenSpaces(i);
        };
    }

    /** Whether an at sign stands here, and a label after it. */
    public boolean at(int i) {
        char c = script.at(i);
        if ((c == '@' || c == '\uff20') && labelAt(i + 1)) {
            return read(i + 1, c == '@' ? Strength.PLAIN : Strength.STRONG);
        }
        return atInBrackets(i) || atBetweenSpaces(i);
    }

    /** {@code .]com}: closing brackets alone, right between dot and label. */
    private boolean dotThenClosers(int i) {
        int after = i + 1;
        boolean round = false;
        while (after - i < BRACKETS_MAX && Script.isCloser(script.at(after))) {
            round |= script.at(after) == ')';
            after++;
        }
        // A round bracket after a full stop is prose, unless this is an address.
        boolean likely = !round || (Script.isDigit(script.at(i - 1)) && Script.isDigit(script.at(after)));
        return after > i + 1 && likely && labelAt(after) && read(after, Strength.STRONG);
    }

    private boolean dotAfterBackslashes(int i) {
        int at = i;
        while (at - i < BACKSLASHES_MAX && script.at(at) == '\\') {
            at++;
        }
        if (script.at(at) == '.' && labelAt(at + 1)) {
            return read(at + 1, Strength.STRONG);
        }
        return Script.isOpener(script.at(at)) && dotInBrackets(at);
    }

    private boolean dotInAngles(int i) {
        for (String word : List.of("<.>", "<dot>", "<d0t>")) {
            if (script.reads(i, word) && labelAt(i + word.length())) {
                return read(i + word.length(), Strength.STRONG);
            }
        }
        return false;
    }

    private boolean dotInBrackets(int i) {
        int core = brackets(i);
        int leadOpens = opens;
        int leadCloses = closes;
        int leadSpaces = spaces;
        if (leadOpens + leadCloses == 0) {
            return false;
        }
        boolean sign = script.at(core) == '.' || script.at(core) == ',' || script.at(core) == '\u3002';
        int word = sign ? 1 : wordLength(core, DOT_WORDS);
        if (word == 0) {
            return false;
        }
        int next = brackets(core + word);
        boolean touching = leadSpaces == 0 && spaces == 0;
        if (!labelAt(next)) {
            return false;
        }
        if (leadCloses == 0 && opens == 0 && closes > 0) {
            return read(next, Strength.STRONG);
        }
        if (opens + closes > 0) {
            // "].[" and the like: one bracket a side, of one kind, nothing between.
            boolean odd = sign && touching && core == i + 1 && next == core + 2;
            return odd && sameKind(script.at(i), script.at(core + 1)) && read(next, Strength.STRONG);
        }
        // "[.com": the opening bracket alone.
        boolean address = Script.isDigit(script.at(i - 1)) && Script.isDigit(script.at(next));
        boolean square = script.at(i) != '(' || address;
        return leadCloses == 0
                && script.at(core) != ','
                && touching
                && square
                && !closedAfterWord(next)
                && read(next, Strength.STRONG);
    }

    /** The words DOT in capitals between spaces; and a dot between spaces inside an address. */
    private boolean dotBetweenSpaces(int i) {
        int core = script.afterSpaces(i, SPACES_MAX);
        boolean digits = Script.isDigit(script.at(i - 1));
        if (script.at(core) == '.' && digits && core > i) {
            int next = script.afterSpaces(core + 1, SPACES_MAX);
            return Script.isDigit(script.at(next)) && read(next, Strength.WEAK);
        }
        boolean capitals = script.at(core) == 'D' && script.at(core + 1) == 'O' && script.at(core + 2) == 'T';
        if (core == i || !capitals) {
            return false;
        }
        int next = script.afterSpaces(core + 3, SPACES_MAX);
        return next > core + 3 && labelAt(next) && read(next, Strength.WEAK);
    }

    /** {@code " dot "} in small letters, which only an address written out in words makes likely. */
    boolean spokenDot(int i) {
        int core = script.afterSpaces(i, SPACES_MAX);
        int next = script.afterSpaces(core + 3, SPACES_MAX);
        return core > i && script.reads(core, "dot") && next > core + 3 && labelAt(next) && read(next, Strength.WEAK);
    }

    /** {@code " at "} in small letters; only believable together with {@link #spokenDot}. */
    public boolean spokenAt(int i) {
        int core = script.afterSpaces(i, SPACES_MAX);
        int next = script.afterSpaces(core + 2, SPACES_MAX);
        return core > i && script.reads(core, "at") && next > core + 2 && labelAt(next) && read(next, Strength.WEAK);
    }

    /** A dot in the host of a URL, where after {@code http://} a comma or a space cannot be prose. */
    boolean urlDot(int i) {
        if (script.at(i) == ',') {
            return labelAt(i + 1) && read(i + 1, Strength.WEAK);
        }
        int core = script.afterSpaces(i, 1);
        return core > i
                && script.at(core) == '.'
                && Script.isLower(script.at(core + 1))
                && read(core + 1, Strength.WEAK);
    }

    private boolean atInBrackets(int i) {
        if (script.at(i) == '<') {
            int word = script.reads(i, "<at>") ? 4 : script.reads(i, "<@>") ? 3 : 0;
            return word > 0 && labelAt(i + word) && read(i + word, Strength.STRONG);
        }
        int core = brackets(i);
        if (opens == 0 || closes > 0) {
            return false;
        }
        int word = script.at(core) == '@' ? 1 : wordLength(core, AT_WORDS);
        if (word == 0) {
            return false;
        }
        int next = brackets(core + word);
        return closes > 0 && opens == 0 && labelAt(next) && read(next, Strength.STRONG);
    }

    private boolean atBetweenSpaces(int i) {
        int core = script.afterSpaces(i, SPACES_MAX);
        if (script.at(core) == '@') {
            int next = script.afterSpaces(core + 1, SPACES_MAX);
            // "name @place" is how people are addressed; "name@ place" and "name @ place" hide an address.
            return next > core + 1 && labelAt(next) && read(next, Strength.WEAK);
        }
        int word = script.at(core) == 'A' && script.at(core + 1) == 'T' ? 2 : 0;
        int next = script.afterSpaces(core + word, SPACES_MAX);
        boolean apart = core > i && word > 0 && next > core + word;
        boolean lowerAround = !Script.isUpper(script.at(i - 1)) && !Script.isUpper(script.at(next));
        return apart && lowerAround && labelAt(next) && read(next, Strength.WEAK);
    }

    /** Passes over brackets with spaces between, and counts what it saw. */
    private int brackets(int i) {
        opens = 0;
        closes = 0;
        spaces = 0;
        int at = i;
        while (at - i < BRACKETS_MAX) {
            char c = script.at(at);
            if (Script.isOpener(c)) {
                opens++;
            } else if (Script.isCloser(c)) {
                closes++;
            } else if (c == ' ' || c == '\u00a0') {
                spaces++;
            } else if (c != '\\' || at == i) {
                return at;
            }
            at++;
        }
        return at;
    }

    private int wordLength(int i, List<String> words) {
        for (String word : words) {
            if (script.reads(i, word)) {
                return word.length();
            }
        }
        return 0;
    }

    /** "[.NET]": a bracket that closes after the word holds the word, not the dot. */
    private boolean closedAfterWord(int i) {
        int at = i;
        while (at - i < BRACKETS_MAX && Script.isAlphanumeric(script.at(at))) {
            at++;
        }
        return Script.isCloser(script.at(at));
    }

    private boolean labelAt(int i) {
        return Script.isLabel(script.at(i));
    }

    private static boolean sameKind(char a, char b) {
        return (a == '[' || a == ']') == (b == '[' || b == ']') && (a == '(' || a == ')') == (b == '(' || b == ')');
    }

    private boolean read(int after, Strength how) {
        end = after;
        strength = how;
        return true;
    }
}
