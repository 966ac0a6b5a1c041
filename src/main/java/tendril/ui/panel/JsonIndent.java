package tendril.ui.panel;

import java.util.Optional;

/**
 * Indents JSON text without changing a character of its values, and finds the value a JSON Pointer (RFC 6901) names.
 * Deep nesting costs no stack. Confined to one call.
 */
final class JsonIndent {
    /** Deeper than this, the text is left as it is; nothing that is read by a person nests so. */
    private static final int DEPTH_MAX = 500;

    private final String json;
    private final String wanted;
    private final StringBuilder out = new StringBuilder();
    private final String[] paths = new String[DEPTH_MAX + 1];
    private final int[] counts = new int[DEPTH_MAX + 1];
    private final boolean[] arrays = new boolean[DEPTH_MAX + 1];
    private int depth;
    private int at;
    private int start = -1;
    private int end = -1;
    private int wantedDepth = -1;

    /** The indented text, and where the wanted value stands in it, -1 when it does not. */
    record Result(String text, int start, int end) {}

    private JsonIndent(String json, String wanted) {
        this.json = json;
        this.wanted = wanted;
        paths[0] = "";
    }

    /** Nothing when the text is not JSON as far as it can be told by its brackets and strings. */
    static Optional<Result> indent(String json, String pointer) {
        var run = new JsonIndent(json, pointer);
        return run.run() ? Optional.of(new Result(run.out.toString(), run.start, run.end)) : Optional.empty();
    }

    private boolean run() {
        skipSpace();
        if (at >= json.length() || (json.charAt(at) != '{' && json.charAt(at) != '[')) {
            return false;
        }
        String path = "";
        while (true) {
            skipSpace();
            if (at >= json.length()) {
                return false;
            }
            boolean opened = false;
            char c = json.charAt(at);
            if (c == '{' || c == '[') {
                if (depth >= DEPTH_MAX) {
                    return false;
                }
                begin(path);
                open(c, path);
                opened = true;
            } else if (c == '"') {
                begin(path);
                if (!copyString()) {
                    return false;
                }
                finish(path);
            } else {
                begin(path);
                copyWord();
                finish(path);
            }
            Optional<String> next = opened ? afterOpen() : afterValue();
            if (next.isEmpty()) {
                return depth == 0;
            }
            path = next.get();
        }
    }

    private void open(char bracket, String path) {
        out.append(bracket);
        at++;
        depth++;
        arrays[depth] = bracket == '[';
        counts[depth] = 0;
        paths[depth] = path;
    }

    /** The path of the first child, or of what follows when there is none. */
    private Optional<String> afterOpen() {
        skipSpace();
        if (at < json.length() && (json.charAt(at) == '}' || json.charAt(at) == ']')) {
            closeOne(false);
            return afterValue();
        }
        newLine();
        return child();
    }

    /** The path of the value that follows a finished one, closing what ends here; nothing at the end of the text. */
    private Optional<String> afterValue() {
        while (depth > 0) {
            skipSpace();
            if (at >= json.length()) {
                return Optional.empty();
            }
            char c = json.charAt(at);
            if (c == ',') {
                at++;
                out.append(',');
                newLine();
                return child();
            }
            if (c != '}' && c != ']') {
                return Optional.empty();
            }
            closeOne(true);
        }
        return Optional.empty();
    }

    private void closeOne(boolean filled) {
        char c = json.charAt(at++);
        String path = paths[depth];
        depth--;
        if (filled) {
            newLine();
        }
        out.append(c);
        finish(path);
    }

    /** Reads the name of a member, or counts an element; the path of its value. */
    private Optional<String> child() {
        String parent = paths[depth];
        if (arrays[depth]) {
            return Optional.of(parent + "/" + counts[depth]++);
        }
        skipSpace();
        int from = at;
        if (at >= json.length() || json.charAt(at) != '"' || !copyString()) {
            return Optional.empty();
        }
        String name = json.substring(from + 1, at - 1).replace("\\/", "/").replace("\\\"", "\"");
        skipSpace();
        if (at >= json.length() || json.charAt(at) != ':') {
            return Optional.empty();
        }
        at++;
        out.append(": ");
        return Optional.of(parent + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    private void begin(String path) {
        if (start < 0 && !wanted.isEmpty() && path.equals(wanted)) {
            start = out.length();
            wantedDepth = depth;
        }
    }

    private void finish(String path) {
        if (end < 0 && start >= 0 && depth == wantedDepth && path.equals(wanted)) {
            end = out.length();
        }
    }

    private boolean copyString() {
        int from = at++;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= json.length()) {
            return false;
        }
        at++;
        out.append(json, from, at);
        return true;
    }

    private void copyWord() {
        int from = at;
        while (at < json.length() && ",]}".indexOf(json.charAt(at)) < 0 && !Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        out.append(json, from, at);
    }

    private void skipSpace() {
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
    }

    private void newLine() {
        out.append('\n').repeat("  ", depth);
    }
}
