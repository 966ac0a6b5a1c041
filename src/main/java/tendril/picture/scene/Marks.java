package tendril.picture.scene;

import java.util.Optional;
import tendril.graph.Flag;

/**
 * Everything a node wears besides icon and label, packed into one {@code int} so that 100,000 of them are one array.
 * Immutable.
 *
 * @param bits the packed form; build it with the methods, from {@link #NONE}
 */
public record Marks(int bits) {
    /** Nothing worn. */
    public static final Marks NONE = new Marks(0);

    public static final int SELECTED = 1;
    public static final int PINNED = 1 << 1;
    public static final int NOTE = 1 << 2;
    public static final int FADED = 1 << 3;
    public static final int FRESH = 1 << 4;
    static final int HIDDEN = 1 << 5;

    private static final int QUEUE_SHIFT = 8;
    private static final int QUEUE_MASK = 0x7 << QUEUE_SHIFT;
    private static final int FLAG_SHIFT = 12;
    private static final int FLAG_MASK = 0xF << FLAG_SHIFT;
    private static final int VOTE_SHIFT = 16;
    private static final int VOTE_MASK = 0x3 << VOTE_SHIFT;
    private static final int MEMBERS_SHIFT = 20;
    private static final int MEMBERS_MASK = 0x1F << MEMBERS_SHIFT;
    private static final Flag[] FLAGS = Flag.values();

    /** How a pivot of the node stands. */
    public enum Queue {
        NONE,
        QUEUED,
        RUNNING,
        FAILED;

        private static final Queue[] STATES = values();
    }

    /** What others voted; shown neutrally, never as the node's colour. */
    public enum Vote {
        NONE,
        /** Most say malicious (-1). */
        MALICIOUS,
        /** A tie (0). */
        TIE,
        /** Most say not malicious (1). */
        HARMLESS;

        private static final Vote[] VOTES = values();
    }

    public Marks selected(boolean on) {
        return with(SELECTED, on);
    }

    /** Placed by a person. */
    public Marks pinned(boolean on) {
        return with(PINNED, on);
    }

    public Marks note(boolean on) {
        return with(NOTE, on);
    }

    /** Stepped back, because something else is in focus. */
    public Marks faded(boolean on) {
        return with(FADED, on);
    }

    /** Came with the last answer. */
    public Marks fresh(boolean on) {
        return with(FRESH, on);
    }

    /** Not painted, not hit, nor are its links: folded into a collection, or hidden by the analyst. */
    public Marks hidden(boolean on) {
        return with(HIDDEN, on);
    }

    public Marks queue(Queue state) {
        return new Marks(bits & ~QUEUE_MASK | state.ordinal() << QUEUE_SHIFT);
    }

    public Marks flag(Flag colour) {
        return new Marks(bits & ~FLAG_MASK | colour.ordinal() << FLAG_SHIFT);
    }

    public Marks vote(Vote vote) {
        return new Marks(bits & ~VOTE_MASK | vote.ordinal() << VOTE_SHIFT);
    }

    /** Of a collection: what all its members are; its icon takes their colour. */
    public Marks members(NodeKind kind) {
        return new Marks(bits & ~MEMBERS_MASK | kind.ordinal() + 1 << MEMBERS_SHIFT);
    }

    public boolean isSelected() {
        return (bits & SELECTED) != 0;
    }

    public boolean isPinned() {
        return (bits & PINNED) != 0;
    }

    public boolean hasNote() {
        return (bits & NOTE) != 0;
    }

    public boolean isFaded() {
        return (bits & FADED) != 0;
    }

    public boolean isFresh() {
        return (bits & FRESH) != 0;
    }

    public boolean isHidden() {
        return (bits & HIDDEN) != 0;
    }

    public Queue queue() {
        return queueOf(bits);
    }

    public Flag flag() {
        return flagOf(bits);
    }

    public Vote vote() {
        return voteOf(bits);
    }

    public Optional<NodeKind> members() {
        int members = (bits & MEMBERS_MASK) >>> MEMBERS_SHIFT;
        return members == 0 ? Optional.empty() : Optional.of(NodeKind.at(members - 1));
    }

    /** Ordinal of the kind whose colour a node takes. */
    public static int colourOf(int bits, int kind) {
        int members = (bits & MEMBERS_MASK) >>> MEMBERS_SHIFT;
        return members == 0 ? kind : members - 1;
    }

    public static Queue queueOf(int bits) {
        return Queue.STATES[(bits & QUEUE_MASK) >>> QUEUE_SHIFT];
    }

    public static Flag flagOf(int bits) {
        return FLAGS[(bits & FLAG_MASK) >>> FLAG_SHIFT];
    }

    public static Vote voteOf(int bits) {
        return Vote.VOTES[(bits & VOTE_MASK) >>> VOTE_SHIFT];
    }

    private Marks with(int mark, boolean on) {
        return new Marks(on ? bits | mark : bits & ~mark);
    }
}
