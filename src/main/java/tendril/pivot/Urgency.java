package tendril.pivot;

/** Whether a person waits for this very answer, or for many together. */
public enum Urgency {
    /** One click on one node; goes before bulk work, the first click first. */
    CLICK,
    /** One of many asked at once; actions take turns, so that five hundred rows do not starve five. */
    BULK
}
