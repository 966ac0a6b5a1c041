package tendril.corpus;

import java.util.List;
import java.util.SequencedMap;

/**
 * Observations and votes, kept so that a key finds its rows at once however many there are. Adding merges: a row that
 * is known stays one row, and its days widen. Thread-safe.
 */
public interface Corpus extends AutoCloseable {
    /** How many observations one call of {@link #add} may bring; larger sources come in several calls. */
    int BATCH_ROWS_MAX = 250_000;

    /**
     * Adds observations to a batch, all of them or, when it throws, none. On return they are kept, even if the program
     * dies the next moment. Adding the same again changes nothing.
     */
    Merged add(Batch batch, List<Observation> observations) throws CorpusException;

    /**
     * Puts in order what was added, so that lookups are quickest and the file is small; worth calling when no more is
     * about to come. Answers are the same without it.
     */
    default void settle(Progress progress) throws CorpusException {}

    /** Hears how far long work is, from time to time and on the thread that called. */
    @FunctionalInterface
    interface Progress {
        /** For those who do not ask. */
        Progress UNHEARD = (done, all) -> {};

        /**
         * So much is done.
         *
         * @param done rows that were gone through
         * @param all  how many there are
         * @throws CorpusException to end the work here. Nothing is lost; whoever begins it again begins anew
         */
        void at(long done, long all) throws CorpusException;
    }

    /** The position of a source that has been read to its end, or never begun. */
    long POSITION_NONE = 0;

    /**
     * Notes how far into its source a batch is, so that reading it can go on there.
     *
     * @param fingerprint which source it is: the position counts for no other
     * @param position    rows of the source that are kept; {@link #POSITION_NONE} forgets
     */
    void setPosition(String batchName, String fingerprint, long position) throws CorpusException;

    /** How far into this source the batch was; {@link #POSITION_NONE} when there is nothing to go on from. */
    long position(String batchName, String fingerprint) throws CorpusException;

    /** The batches in the order they were begun, each with the number of rows that it states. */
    SequencedMap<Batch, Long> batches() throws CorpusException;

    /**
     * Removes a batch and whatever only it stated; rows that other batches state too go back to the days those know.
     * How far its sources were read is forgotten, so that they can be read again. Votes that came with it, cast by
     * {@link Batch#voter}, leave with it; the votes of people stay, as they are theirs and no batch's.
     *
     * It counts no more from the beginning of this on, even if the program dies the next moment; what is left of it then
     * goes when it is removed again or when the corpus is settled.
     */
    Removal remove(String batchName, Progress progress) throws CorpusException;

    /** What came of removing a batch. */
    enum Removal {
        /** Neither a batch of that name was there, nor anything left of one. */
        NOT_THERE,
        /** It is gone. */
        REMOVED,
        /** It counts no more, but still takes its room, since another program is putting the corpus in order. */
        TAKES_ROOM
    }

    /** Keeps votes as cast and counts the latest of each voter. On return they are kept. */
    void vote(List<Vote> votes) throws CorpusException;

    /** Begins reading. Any number of readings may be open, at the cost of a connection each. */
    CorpusReading read() throws CorpusException;

    @Override
    void close() throws CorpusException;
}
