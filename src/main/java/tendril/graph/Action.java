package tendril.graph;

import java.time.Instant;

/**
 * One entry of the case's history. Immutable.
 *
 * @param id     the seq of the fact that began it
 * @param at     when, UTC
 * @param kind   what sort of thing
 * @param title  one line for a person
 * @param author who did it
 * @param undone whether its facts count no longer
 */
public record Action(long id, Instant at, ActionKind kind, String title, String author, boolean undone) {}
