package tendril.pivot.lane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * The questions of a lane in the order they go, and the place of each: a sorted list in chunks, so that putting in,
 * taking out and asking for a place cost about the square root of what is in line. The rank of a question must not
 * change while it is in here. Confined to the case thread.
 */
final class RankedSends {
    private static final int CHUNK_MAX = 256;

    private final List<List<Send>> chunks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(Send send) {
        if (chunks.isEmpty()) {
            chunks.add(new ArrayList<>(List.of(send)));
            size = 1;
            return;
        }
        int number = Math.min(chunkOf(send), chunks.size() - 1);
        List<Send> chunk = chunks.get(number);
        int at = Collections.binarySearch(chunk, send, Send.BY_RANK);
        if (at >= 0) {
            return;
        }
        chunk.add(-at - 1, send);
        size++;
        if (chunk.size() > CHUNK_MAX) {
            List<Send> upper = chunk.subList(CHUNK_MAX / 2, chunk.size());
            chunks.add(number + 1, new ArrayList<>(upper));
            upper.clear();
        }
    }

    void remove(Send send) {
        int number = chunkOf(send);
        if (number == chunks.size()) {
            return;
        }
        List<Send> chunk = chunks.get(number);
        int at = Collections.binarySearch(chunk, send, Send.BY_RANK);
        if (at < 0) {
            return;
        }
        chunk.remove(at);
        size--;
        if (chunk.isEmpty()) {
            chunks.remove(number);
        }
    }

    boolean contains(Send send) {
        int number = chunkOf(send);
        return number < chunks.size() && Collections.binarySearch(chunks.get(number), send, Send.BY_RANK) >= 0;
    }

    Send first() {
        if (isEmpty()) {
            throw new NoSuchElementException("Nothing is in line.");
        }
        return chunks.getFirst().getFirst();
    }

    Send get(int place) {
        int left = place;
        for (List<Send> chunk : chunks) {
            if (left < chunk.size()) {
                return chunk.get(left);
            }
            left -= chunk.size();
        }
        throw new IndexOutOfBoundsException(place);
    }

    /** How many go before this one, which need not be in line itself. */
    int placeOf(Send send) {
        int number = chunkOf(send);
        int before = 0;
        for (int i = 0; i < number; i++) {
            before += chunks.get(i).size();
        }
        if (number == chunks.size()) {
            return before;
        }
        int at = Collections.binarySearch(chunks.get(number), send, Send.BY_RANK);
        return before + (at < 0 ? -at - 1 : at);
    }

    void forEach(Consumer<Send> each) {
        chunks.forEach(chunk -> chunk.forEach(each));
    }

    /** Everything, first to go first; nothing may change meanwhile. */
    Iterator<Send> iterator() {
        return chunks.stream().flatMap(List::stream).iterator();
    }

    /** The first chunk whose last question does not go before this one. */
    private int chunkOf(Send send) {
        int low = 0;
        int high = chunks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Send.BY_RANK.compare(chunks.get(middle).getLast(), send) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
