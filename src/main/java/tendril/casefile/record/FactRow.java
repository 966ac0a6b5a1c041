package tendril.casefile.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;
import tendril.graph.CaseEvent;
import tendril.graph.Fact;

/**
 * One row of the fact table. Immutable.
 *
 * @param seq    place in the journal
 * @param at     nanoseconds since 1970 UTC
 * @param action the action it belongs to, 0 for none
 * @param kind   name of the kind of event
 * @param body   its JSON
 * @param sum    checksum of the rest as it stands in the file
 */
public record FactRow(long seq, long at, long action, String kind, String body, long sum) {
    /** The kind that stands where a damaged file lost a fact, so that later ones keep their places. */
    public static final String LOST = "lost";

    private static final long NANOS = 1_000_000_000L;

    public static FactRow of(long seq, long at, long action, String kind, String body) {
        return new FactRow(seq, at, action, kind, body, sum(seq, at, action, kind, body));
    }

    /** The row of a fact. Times outside the years 1678 to 2261 are no times of a fact. */
    public static FactRow of(Fact fact, FactCodec codec) {
        FactCodec.Encoded event = codec.encode(fact.event());
        long at = Math.addExact(
                Math.multiplyExact(fact.at().getEpochSecond(), NANOS), fact.at().getNano());
        return of(fact.seq(), at, fact.action(), event.kind(), event.body());
    }

    /** Whether this is what was written. */
    public boolean isWhole() {
        return sum == sum(seq, at, action, kind, body);
    }

    /** The fact; one that is not whole is not believed but kept for a person to look at. */
    public Fact fact(FactCodec codec) {
        CaseEvent event = isWhole() ? codec.decode(kind, body) : new CaseEvent.NotUnderstood(kind, body);
        return new Fact(seq, Instant.ofEpochSecond(Math.floorDiv(at, NANOS), Math.floorMod(at, NANOS)), action, event);
    }

    /** CRC-32C over everything, the texts as UTF-8 with a zero byte between them. */
    private static long sum(long seq, long at, long action, String kind, String body) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(seq)
                .putLong(at)
                .putLong(action)
                .flip());
        crc.update(kind.getBytes(StandardCharsets.UTF_8));
        crc.update(0);
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
