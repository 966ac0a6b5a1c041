package tendril.casefile.disk;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tendril.casefile.record.EvidenceBody;
import tendril.casefile.record.FactRow;
import tendril.casefile.record.Packed;

/**
 * One record as it stands in an SQLite page: its rowid and the values of its columns.
 * Format: sqlite.org/fileformat.html, 2.
 */
public record RawRow(long rowid, List<Value> values) {
    private static final int COLUMNS_MAX = 16;

    /** One column. */
    sealed interface Value {
        record Whole(long number) implements Value {}

        record Text(String text) implements Value {}

        record Blob(ByteBuffer bytes) implements Value {}

        /** NULL, or a kind of number that no table of ours has. */
        record Other() implements Value {}
    }

    public RawRow {
        values = List.copyOf(values);
    }

    /** Reads a record; empty if it is not one. */
    static Optional<RawRow> parse(long rowid, ByteBuffer payload) {
        try {
            long headerBytes = varint(payload);
            List<Long> types = new ArrayList<>();
            while (payload.position() < headerBytes) {
                types.add(varint(payload));
                if (types.size() > COLUMNS_MAX) {
                    return Optional.empty();
                }
            }
            List<Value> values = new ArrayList<>();
            for (long type : types) {
                values.add(value(type, payload));
            }
            return Optional.of(new RawRow(rowid, values));
        } catch (BufferUnderflowException tooShort) {
            return Optional.empty();
        }
    }

    /** The fact that stands in this row, if it is one and whole. */
    public Optional<FactRow> fact() {
        if (values.size() == 6
                && values.get(1) instanceof Value.Whole at
                && values.get(2) instanceof Value.Whole action
                && values.get(3) instanceof Value.Text kind
                && values.get(4) instanceof Value.Text body
                && values.get(5) instanceof Value.Whole sum) {
            FactRow row = new FactRow(rowid, at.number, action.number, kind.text, body.text, sum.number);
            return Optional.of(row).filter(FactRow::isWhole);
        }
        return Optional.empty();
    }

    /** The evidence that stands in this row, if it is some and whole. */
    public Optional<EvidenceBody> evidence() {
        if (values.size() == 4
                && values.get(0) instanceof Value.Text sha256
                && values.get(1) instanceof Value.Whole size
                && values.get(2) instanceof Value.Text encoding
                && values.get(3) instanceof Value.Blob blob) {
            byte[] packed = new byte[blob.bytes.remaining()];
            blob.bytes.duplicate().get(packed);
            return Packed.unpack(encoding.text, packed, size.number)
                    .map(EvidenceBody::owning)
                    .filter(body -> body.sha256().equals(sha256.text));
        }
        return Optional.empty();
    }

    /** A big-endian number of seven bits a byte, the ninth byte whole. */
    static long varint(ByteBuffer from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            if (!from.hasRemaining()) {
                return -1;
            }
            byte unit = from.get();
            value = value << 7 | unit & 0x7f;
            if (unit >= 0) {
                return value;
            }
        }
        return from.hasRemaining() ? value << 8 | from.get() & 0xff : -1;
    }

    private static Value value(long type, ByteBuffer payload) {
        if (type >= 12) {
            ByteBuffer bytes = take(payload, (type - 12) / 2);
            return type % 2 == 0
                    ? new Value.Blob(bytes)
                    : new Value.Text(StandardCharsets.UTF_8.decode(bytes).toString());
        }
        return switch ((int) type) {
            case 1, 2, 3, 4 -> new Value.Whole(number(payload, (int) type));
            case 5 -> new Value.Whole(number(payload, 6));
            case 6 -> new Value.Whole(number(payload, 8));
            case 7 -> {
                number(payload, 8);
                yield new Value.Other();
            }
            case 8 -> new Value.Whole(0);
            case 9 -> new Value.Whole(1);
            default -> new Value.Other();
        };
    }

    private static long number(ByteBuffer payload, int bytes) {
        long number = payload.get();
        for (int i = 1; i < bytes; i++) {
            number = number << 8 | payload.get() & 0xff;
        }
        return number;
    }

    private static ByteBuffer take(ByteBuffer payload, long bytes) {
        if (bytes > payload.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer taken = payload.slice(payload.position(), (int) bytes);
        payload.position(payload.position() + (int) bytes);
        return taken;
    }
}
