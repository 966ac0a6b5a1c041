package tendril.provider;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON (RFC 8259) as strictly as hostile bytes deserve: one value and nothing after it, no name twice in an
 * object, nothing deeper, longer or more than the limits. Pure and thread-safe.
 */
public final class StrictJson {
    /** What became of some bytes. */
    public sealed interface Reading {
        record Read(JsonNode root) implements Reading {}

        /** @param reason completes the sentence "The answer …", without a full stop */
        record Unreadable(String reason) implements Reading {}
    }

    private static final int DEPTH_MAX = 64;
    private static final int NUMBER_CHARS_MAX = 100;
    private static final int NAME_CHARS_MAX = 1_000;
    private static final int STRING_CHARS_MAX = 1_000_000;
    private static final int TOKENS_MAX = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNumberLength(NUMBER_CHARS_MAX)
                            .maxNameLength(NAME_CHARS_MAX)
                            .maxStringLength(STRING_CHARS_MAX)
                            .maxTokenCount(TOKENS_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    /** The one value that the bytes hold. Never throws. */
    public static Reading read(byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            return root.isMissingNode() ? new Reading.Unreadable("is empty") : new Reading.Read(root);
        } catch (StreamConstraintsException beyond) {
            return new Reading.Unreadable("holds something too deep, too long or too much to be real" + place(beyond));
        } catch (UnexpectedEndOfInputException cut) {
            return new Reading.Unreadable("breaks off in the middle of its JSON" + place(cut));
        } catch (JacksonException broken) {
            return new Reading.Unreadable(
                    isDuplicate(broken)
                            ? "says the same thing twice" + place(broken)
                            : "is not valid JSON" + place(broken));
        }
    }

    /** The library has no type of its own for this; a test holds it to these words. */
    private static boolean isDuplicate(JacksonException broken) {
        return broken.getOriginalMessage().startsWith("Duplicate Object property");
    }

    private static String place(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
