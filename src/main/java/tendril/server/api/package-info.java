/**
 * The API to the letter: reports of both versions, feeds, links, and JSON as PHP wrote it. How rows are found is the
 * corpus's matter. From here answers go back through the routes.
 */
@NullMarked
package tendril.server.api;

import org.jspecify.annotations.NullMarked;
