package tendril.graph;

/**
 * Where the node of one collection is put; its members keep their own places for when they come out.
 *
 * @param collection the collection's number
 * @param x          world units, grows to the right
 * @param y          world units, grows downwards
 */
public record CollectionPlace(long collection, double x, double y) {}
