package tendril.graph;

import java.time.Instant;

/**
 * One line of the case's journal. Immutable.
 *
 * @param seq    its place in the journal, 1 for the first, without gaps
 * @param at     when it was written, UTC
 * @param action the {@link CaseEvent.ActionBegan} it belongs to, by that fact's {@code seq}; 0 when it belongs to none,
 *               as with what the queue reports
 * @param event  what happened
 */
public record Fact(long seq, Instant at, long action, CaseEvent event) {}
