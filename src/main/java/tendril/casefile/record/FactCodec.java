package tendril.casefile.record;

import java.time.DateTimeException;
import tendril.graph.CaseEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates events to the kind and JSON body that stand in a case file, and back. Immutable, thread-safe.
 *
 * <p>A kind from a newer version, or a body that is not what its kind asks for, becomes {@link CaseEvent.NotUnderstood}
 * and is written back exactly as it was: a case that went through an older program loses nothing.
 */
public final class FactCodec {
    /** An event as it stands in a file. */
    public record Encoded(String kind, String body) {}

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final EventWriter writer = new EventWriter(json);

    /** Writes an event. */
    public Encoded encode(CaseEvent event) {
        String body = event instanceof CaseEvent.NotUnderstood unknown
                ? unknown.body()
                : withoutLoneSurrogates(json.writeValueAsString(writer.body(event)));
        return new Encoded(EventKind.idOf(event), body);
    }

    /** Reads an event; never fails. */
    public CaseEvent decode(String kind, String body) {
        return EventKind.ofId(kind)
                .map(known -> read(known, body))
                .orElseGet(() -> new CaseEvent.NotUnderstood(kind, body));
    }

    private CaseEvent read(EventKind kind, String body) {
        try {
            JsonNode node = json.readTree(body);
            return EventReader.read(kind, node);
        } catch (JacksonException | IllegalArgumentException | DateTimeException broken) {
            return new CaseEvent.NotUnderstood(kind.id(), body);
        }
    }

    /** Half a surrogate pair has no UTF-8 form and would come back as a question mark; its JSON escape does. */
    private static String withoutLoneSurrogates(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                if (escaped != null) {
                    escaped.append(c).append(text.charAt(i + 1));
                }
                i++;
            } else if (Character.isSurrogate(c)) {
                escaped = escaped == null ? new StringBuilder(text.substring(0, i)) : escaped;
                escaped.append("\\u").append(Integer.toHexString(c));
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }
}
