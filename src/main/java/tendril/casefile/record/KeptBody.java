package tendril.casefile.record;

/** What a case file gives when it is asked for the bytes of a piece of evidence. */
public sealed interface KeptBody {
    /** The bytes, their hash recomputed and equal. */
    record Whole(EvidenceBody body) implements KeptBody {}

    /** Bytes are there but are not those that were kept. */
    record Damaged(String sentence) implements KeptBody {}

    /** The file holds no such body. */
    record Missing(String sentence) implements KeptBody {}
}
