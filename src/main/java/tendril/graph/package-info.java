/**
 * The case as facts, and the graph they fold to: events, entities, links, evidence, history, and the exact change each
 * batch makes. No file, no provider and no pixel is known here. Deltas go on to {@code casefile}, {@code layout},
 * {@code picture} and {@code ui}.
 */
@NullMarked
package tendril.graph;

import org.jspecify.annotations.NullMarked;
