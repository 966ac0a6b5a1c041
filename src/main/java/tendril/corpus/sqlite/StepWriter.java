package tendril.corpus.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import tendril.corpus.Key;
import tendril.corpus.Lookup;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.segment.Entry;
import tendril.corpus.segment.RowFilter;
import tendril.corpus.segment.SegmentWalk;
import tendril.corpus.segment.SegmentWriter;

/**
 * Turns what arrives together into sorted entries: what says the same row several times is folded, and what the corpus
 * knows already is left out. Days only ever widen, so the order of arrival does not matter to them, and a repeat changes
 * nothing. Confined to one thread.
 */
final class StepWriter {
    /** An observation as its two entries. */
    private record Arrival(Entry subject, Entry object) {}

    /** A segment that may know a row, and says so without being read in most cases. */
    record Known(SegmentWalk walk, RowFilter filter) {}

    private final List<Known> known;
    private final BitSet removed;
    private final int batch;
    private final List<Entry> subjects = new ArrayList<>();
    private final List<Entry> objects = new ArrayList<>();
    private long added;
    private long widened;
    private long unchanged;
    private long fresh;

    /**
     * @param known   the segments of the corpus
     * @param removed batches that count no more
     */
    StepWriter(List<Known> known, BitSet removed, int batch) {
        this.known = known;
        this.removed = removed;
        this.batch = batch;
    }

    /**
     * Takes what the batch states.
     *
     * @param seq the place of the first in the order of arrival
     */
    Merged take(List<Observation> observations, long seq) throws IOException {
        Arrival[] arrivals = new Arrival[observations.size()];
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = arrival(observations.get(i), seq + i);
        }
        // Equal ones stay in the order of their arrival.
        Arrays.sort(arrivals, (one, other) -> one.subject.compareTo(other.subject));
        int from = 0;
        while (from < arrivals.length) {
            int to = from + 1;
            while (to < arrivals.length && arrivals[from].subject.compareTo(arrivals[to].subject) == 0) {
                to++;
            }
            row(arrivals, from, to);
            from = to;
        }
        objects.sort(Entry::compareTo);
        return new Merged(added, widened, unchanged);
    }

    private Arrival arrival(Observation seen, long seq) {
        String subjectKey = Key.of(seen.subject());
        String objectKey = Key.of(seen.object());
        byte[] subject = bytes(seen.subject());
        byte[] object = bytes(seen.object());
        boolean isSubjectKey = subjectKey.equals(seen.subject());
        boolean isObjectKey = objectKey.equals(seen.object());
        int code = Codes.of(seen.relation(), Lookup.Side.SUBJECT);
        int first = seen.first().number();
        int last = seen.last().number();
        return new Arrival(
                new Entry(
                        isSubjectKey ? subject : bytes(subjectKey),
                        code,
                        object,
                        isSubjectKey ? Entry.AS_KEY : subject,
                        seen.occurrence(),
                        batch,
                        seq,
                        first,
                        last),
                new Entry(
                        isObjectKey ? object : bytes(objectKey),
                        code + 1,
                        subject,
                        isObjectKey ? Entry.AS_KEY : object,
                        seen.occurrence(),
                        batch,
                        seq,
                        first,
                        last));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Folds what arrived of one row. */
    private void row(Arrival[] arrivals, int from, int to) throws IOException {
        Entry row = arrivals[from].subject;
        Entry all = Entry.END;
        Entry own = Entry.END;
        long hash = row.rowHash();
        for (Known segment : known) {
            if (segment.filter().mayHold(hash)) {
                SegmentWalk walk = segment.walk();
                walk.seek(row.key(), row.code(), row.value());
                for (; !walk.entry().isEnd() && walk.entry().isSameValue(row); walk.next()) {
                    Entry entry = walk.entry();
                    if (entry.isSameRow(row) && !removed.get(entry.batch())) {
                        all = all.isEnd() ? entry : all.join(entry);
                        own = entry.batch() != batch ? own : own.isEnd() ? entry : own.join(entry);
                    }
                }
            }
        }
        boolean isNew = all.isEnd();
        Entry now = isNew ? row : all;
        added += isNew ? 1 : 0;
        for (int i = isNew ? from + 1 : from; i < to; i++) {
            boolean isKnown = now.spans(arrivals[i].subject);
            widened += isKnown ? 0 : 1;
            unchanged += isKnown ? 1 : 0;
            now = now.join(arrivals[i].subject);
        }
        Entry stated = row;
        for (int i = from + 1; i < to; i++) {
            stated = stated.join(arrivals[i].subject);
        }
        fresh += own.isEnd() ? 1 : 0;
        if (own.isEnd() || !own.spans(stated)) {
            subjects.add(stated);
            objects.add(arrivals[from].object.with(stated.seq(), stated.first(), stated.last()));
        }
    }

    /** How many rows the batch had not stated before. */
    long fresh() {
        return fresh;
    }

    /** How many rows go into the file. */
    int rows() {
        return subjects.size();
    }

    /** Writes all entries in their order. */
    void writeTo(SegmentWriter writer) throws IOException {
        int nextObject = 0;
        for (Entry subject : subjects) {
            while (nextObject < objects.size() && objects.get(nextObject).compareTo(subject) < 0) {
                writer.add(objects.get(nextObject++));
            }
            writer.add(subject);
        }
        while (nextObject < objects.size()) {
            writer.add(objects.get(nextObject++));
        }
    }
}
