/**
 * The pages the original had, as HTML that needs no script: entities, lists, the neighbourhood drawn, voting. Facts
 * come from the corpus, never from markup. From here answers go back through the routes.
 */
@NullMarked
package tendril.server.page;

import org.jspecify.annotations.NullMarked;
