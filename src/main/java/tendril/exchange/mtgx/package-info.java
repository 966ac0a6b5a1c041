/**
 * Maltego's graph files: an archive around GraphML. What the GraphML means does not live here. What was read goes to
 * whoever imports, as an {@link tendril.exchange.ImportedGraph}.
 */
@NullMarked
package tendril.exchange.mtgx;

import org.jspecify.annotations.NullMarked;
