package tendril.graph;

import tendril.indicator.Indicator;

/**
 * Where one entity is put.
 *
 * @param indicator the entity
 * @param x         world units, grows to the right
 * @param y         world units, grows downwards
 */
public record Placement(Indicator indicator, double x, double y) {}
