package tendril.analysis;

import tendril.indicator.Indicator;

/**
 * How much an entity promises as the next one to ask about, and why. Immutable.
 *
 * @param indicator the entity
 * @param score     0 to 1, higher promises more; comparable within one graph
 * @param reason    what speaks for or against it, without its value: "links 3 parts of the graph that nothing else joins"
 */
public record RarityScore(Indicator indicator, double score, String reason) {}
