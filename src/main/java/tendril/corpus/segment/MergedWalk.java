package tendril.corpus.segment;

import java.io.IOException;
import java.util.List;

/** Goes through several segments as if they were one: what several of them say the same of comes once. */
public final class MergedWalk {
    private final List<SegmentWalk> walks;

    /**
     * @param walks where they stand, this begins
     */
    public MergedWalk(List<SegmentWalk> walks) {
        this.walks = walks;
    }

    /** All of them from their beginnings. */
    public static MergedWalk all(List<SegmentWalk> walks) throws IOException {
        for (SegmentWalk walk : walks) {
            walk.seek(Entry.AS_KEY, 0, Entry.AS_KEY);
        }
        return new MergedWalk(walks);
    }

    /** The next entry, passed; {@link Entry#END} when there is none. */
    public Entry next() throws IOException {
        Entry least = Entry.END;
        for (SegmentWalk walk : walks) {
            if (!walk.entry().isEnd() && (least.isEnd() || walk.entry().compareTo(least) < 0)) {
                least = walk.entry();
            }
        }
        if (least.isEnd()) {
            return least;
        }
        Entry joined = least;
        for (SegmentWalk walk : walks) {
            if (walk.entry() == least) {
                walk.next();
            } else if (!walk.entry().isEnd() && walk.entry().compareTo(least) == 0) {
                joined = joined.join(walk.entry());
                walk.next();
            }
        }
        return joined;
    }
}
