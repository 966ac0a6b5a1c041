package tendril.corpus;

import java.util.Arrays;
import java.util.Optional;

/**
 * The texts used last, with their numbers: two hash tables of which the younger takes what is used. When it is full it
 * becomes the elder, and what the elder held is forgotten; so memory has a bound and what repeats stays. A text has an
 * entry, which costs one search; its number is then read and written by the entry. Confined to one thread.
 */
final class TextNumbers {
    /** The number of a text that was not here before its entry was asked for. No text of a corpus has this number. */
    static final long UNKNOWN = 0;

    private final int textsMax;
    private Table young = new Table();
    private Optional<Table> elder = Optional.empty();

    /**
     * @param textsMax how many texts make the younger table full
     */
    TextNumbers(int textsMax) {
        this.textsMax = textsMax;
    }

    /** The entry of a text, made if there is none; it stays good until the next {@link #makeRoom}. */
    int entry(String text) {
        int before = young.size;
        int entry = young.entry(text);
        if (entry == before && elder.isPresent()) {
            young.numbers[entry] = elder.get().number(text);
        }
        return entry;
    }

    long number(int entry) {
        return young.numbers[entry];
    }

    void setNumber(int entry, long number) {
        young.numbers[entry] = number;
    }

    /** Makes room if it is time. */
    void makeRoom() {
        if (young.size >= textsMax) {
            elder = Optional.of(young);
            young = new Table();
        }
    }

    void clear() {
        young = new Table();
        elder = Optional.empty();
    }

    /** Open addressing, at most half full. A place holds an entry plus one, or 0; hashes save looking at most texts. */
    private static final class Table {
        private static final int PLACES_FIRST = 1 << 10;

        private int[] places = new int[PLACES_FIRST];
        private String[] texts = new String[PLACES_FIRST / 2];
        private int[] hashes = new int[PLACES_FIRST / 2];
        private long[] numbers = new long[PLACES_FIRST / 2];
        private int size;

        int entry(String text) {
            int hash = hash(text);
            int place = place(text, hash);
            if (places[place] != 0) {
                return places[place] - 1;
            }
            if (size == texts.length) {
                grow();
                place = place(text, hash);
            }
            texts[size] = text;
            hashes[size] = hash;
            places[place] = size + 1;
            return size++;
        }

        long number(String text) {
            int place = place(text, hash(text));
            return places[place] == 0 ? UNKNOWN : numbers[places[place] - 1];
        }

        private static int hash(String text) {
            int hash = text.hashCode() * 0x9E3779B9;
            return hash ^ hash >>> 16;
        }

        private int place(String text, int hash) {
            int mask = places.length - 1;
            int place = hash & mask;
            while (places[place] != 0) {
                int entry = places[place] - 1;
                if (hashes[entry] == hash && text.equals(texts[entry])) {
                    return place;
                }
                place = place + 1 & mask;
            }
            return place;
        }

        private void grow() {
            texts = Arrays.copyOf(texts, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
            places = new int[4 * size];
            int mask = places.length - 1;
            for (int entry = 0; entry < size; entry++) {
                int place = hashes[entry] & mask;
                while (places[place] != 0) {
                    place = place + 1 & mask;
                }
                places[place] = entry + 1;
            }
        }
    }
}
