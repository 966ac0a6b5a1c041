package tendril.session;

import tendril.indicator.Indicator;
import tendril.pivot.Pivot;

/**
 * A pivot that was not asked yet and looks worth asking. Immutable.
 *
 * @param pivot     what to ask
 * @param indicator about whom
 * @param score     how promising it looks; only its order means anything
 * @param reason    why, in one sentence
 */
public record Suggestion(Pivot pivot, Indicator indicator, double score, String reason) {}
