package tendril.corpus.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What goes into a segment comes out of it, from its beginning and from any place in it. */
class SegmentTest {
    private static final int MANY = 30_000;

    /** A segment in memory. */
    private static final class Memory implements SegmentSink, BlockSource {
        final Map<Integer, byte[]> blocks = new HashMap<>();
        final Map<Integer, byte[]> rowFilter = new HashMap<>();
        final Map<Integer, byte[]> keyFilter = new HashMap<>();
        final Map<String, List<byte[]>> waiting = new HashMap<>();
        int fetched;

        @Override
        public void block(int number, byte[] bytes) {
            blocks.put(number, bytes);
        }

        @Override
        public void fences(int number, byte[] bytes) {}

        @Override
        public void filter(Filter filter, int number, byte[] bytes) {
            (filter == Filter.ROWS ? rowFilter : keyFilter).put(number, bytes);
        }

        @Override
        public void putAway(Filter filter, int lot, byte[] hashes) {
            waiting.computeIfAbsent(filter + " " + lot, name -> new ArrayList<>())
                    .add(hashes);
        }

        @Override
        public void fetch(Filter filter, int lot, Hashes hashes) {
            waiting.getOrDefault(filter + " " + lot, List.of()).forEach(hashes::take);
        }

        HashFilter keyFilter(Segment segment) {
            var filter = new HashFilter(segment.keysMax());
            keyFilter.forEach(filter::setPart);
            return filter;
        }

        byte[] rowFilterPart(int number) {
            return rowFilter.getOrDefault(number, new byte[0]);
        }

        @Override
        public byte[] block(long segment, int number) {
            fetched++;
            return blocks.getOrDefault(number, new byte[0]);
        }
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.of("", "a", "ab", "a.example", "\u00fc\ud83d\udc1b", "x".repeat(4_000)),
                Arbitraries.strings().withCharRange('a', 'd').ofMaxLength(5));
        return Combinators.combine(
                        text,
                        Arbitraries.integers().between(2, 5),
                        text,
                        Arbitraries.of("", "A", "a\r"),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.of(0, 2015_01_01, 2026_11_24),
                        Arbitraries.longs().between(0, 1L << 40))
                .as((key, code, value, spelling, number, day, seq) -> new Entry(
                        bytes(key), code, bytes(value), bytes(spelling), number % 3, number, seq, day, day + number))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 100)
    void whatGoesInComesOutInOrder(@ForAll("entries") List<Entry> entries) throws IOException {
        var expected = new TreeMap<Entry, Entry>();
        entries.forEach(entry -> expected.putIfAbsent(entry, entry));
        var memory = new Memory();
        Segment segment = write(List.copyOf(expected.values()), memory);

        var walk = new SegmentWalk(segment, memory);
        assertThat(rest(walk, new byte[0], 0, new byte[0]))
                .isEqualTo(expected.values().stream().map(SegmentTest::said).toList());
    }

    @Property(tries = 100)
    void walksBeginAnywhere(@ForAll("entries") List<Entry> entries, @ForAll Random random) throws IOException {
        var sorted = new TreeMap<Entry, Entry>();
        entries.forEach(entry -> sorted.putIfAbsent(entry, entry));
        var memory = new Memory();
        var walk = new SegmentWalk(write(List.copyOf(sorted.values()), memory), memory);

        for (int i = 0; i < 10 && !entries.isEmpty(); i++) {
            Entry sought = entries.get(random.nextInt(entries.size()));
            byte[] value = random.nextBoolean() ? sought.value() : Entry.AS_KEY;
            var place = new Entry(sought.key(), sought.code(), value, Entry.AS_KEY, 0, 0, 0, 0, 0);
            assertThat(rest(walk, sought.key(), sought.code(), value))
                    .isEqualTo(sorted.tailMap(place, true).values().stream()
                            .map(SegmentTest::said)
                            .toList());
        }
    }

    @Property(tries = 50)
    void severalSegmentsAreAsOne(@ForAll("entries") List<Entry> one, @ForAll("entries") List<Entry> other)
            throws IOException {
        var all = new TreeMap<Entry, Entry>();
        var walks = new ArrayList<SegmentWalk>();
        for (List<Entry> part : List.of(one, other)) {
            var sorted = new TreeMap<Entry, Entry>();
            part.forEach(entry -> sorted.merge(entry, entry, Entry::join));
            part.forEach(entry -> all.merge(entry, entry, Entry::join));
            var memory = new Memory();
            walks.add(new SegmentWalk(write(List.copyOf(sorted.values()), memory), memory));
        }
        MergedWalk merged = MergedWalk.all(walks);
        var said = new ArrayList<String>();
        for (Entry entry = merged.next(); !entry.isEnd(); entry = merged.next()) {
            said.add(said(entry));
        }
        assertThat(said).isEqualTo(all.values().stream().map(SegmentTest::said).toList());
    }

    @Property(tries = 50)
    void manyAreSortedAsFewAre(@ForAll("entries") List<Entry> entries) {
        var expected = new ArrayList<>(entries);
        expected.sort(Entry::compareTo);
        assertThat(List.of(Entries.sorted(entries)).stream().map(SegmentTest::said))
                .isEqualTo(expected.stream().map(SegmentTest::said).toList());
    }

    @Test
    void aKeyIsFoundWithOneBlock() throws IOException {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < MANY; i++) {
            entries.add(entry("d" + i % 5_000 + ".example", "192.0.2." + i / 5_000));
        }
        entries.sort(Entry::compareTo);
        var memory = new Memory();
        Segment segment = write(entries, memory);

        for (int i = 0; i < 1_000; i++) {
            new SegmentWalk(segment, memory).seek(bytes("d" + i + ".example"), 2, Entry.AS_KEY);
        }
        assertThat(memory.blocks.size()).isGreaterThan(30);
        assertThat(memory.fetched).as("one block each, but for keys at a seam").isBetween(1_000, 1_060);
    }

    @Test
    void filtersNeverMissWhatIsThere() throws IOException {
        filtersHoldAllAndLittleElse(MANY);
    }

    @Test
    void filtersTooLargeToHoldNeverMissWhatIsThereEither() throws IOException {
        filtersHoldAllAndLittleElse(20_000_000);
    }

    private static void filtersHoldAllAndLittleElse(long hashesMax) throws IOException {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < MANY; i++) {
            entries.add(entry("d" + i + ".example", "192.0.2.1"));
        }
        entries.sort(Entry::compareTo);
        var memory = new Memory();
        var writer = new SegmentWriter(memory, hashesMax, hashesMax);
        for (Entry entry : entries) {
            writer.add(entry);
        }
        Segment segment = writer.end(1);

        HashFilter keys = memory.keyFilter(segment);
        assertThat(entries).allMatch(entry -> keys.mayHold(Entry.keyHash(entry.key())));
        long[] rows = entries.stream().mapToLong(Entry::rowHash).toArray();
        assertThat(new SoughtHashes(rows).in(hashesMax, memory::rowFilterPart).cardinality())
                .isEqualTo(MANY);
        long[] others = entries.stream()
                .mapToLong(entry -> Entry.keyHash(bytes("no." + text(entry.key()))))
                .toArray();
        assertThat(Arrays.stream(others).filter(keys::mayHold).count()).isLessThan(MANY / 15);
        assertThat(new SoughtHashes(others).in(hashesMax, memory::rowFilterPart).cardinality())
                .isLessThan(MANY / 15);
    }

    private static Segment write(List<Entry> sorted, SegmentSink sink) throws IOException {
        var writer = new SegmentWriter(sink, sorted.size(), sorted.size());
        for (Entry entry : sorted) {
            writer.add(entry);
        }
        return writer.end(1);
    }

    private static List<String> rest(SegmentWalk walk, byte[] key, int code, byte[] value) throws IOException {
        var rest = new ArrayList<String>();
        walk.seek(key, code, value);
        for (; !walk.entry().isEnd(); walk.next()) {
            rest.add(said(walk.entry()));
        }
        return rest;
    }

    private static Entry entry(String key, String value) {
        return new Entry(bytes(key), 2, bytes(value), Entry.AS_KEY, 0, 1, 1, 0, 0);
    }

    private static String said(Entry entry) {
        return String.join(
                " ",
                text(entry.key()),
                "" + entry.code(),
                text(entry.value()),
                text(entry.spelling()),
                "" + entry.nth(),
                "" + entry.batch(),
                "" + entry.seq(),
                "" + entry.first(),
                "" + entry.last());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
