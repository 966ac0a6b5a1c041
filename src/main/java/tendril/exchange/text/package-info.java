/**
 * Lists, reports, logs and tables of any kind as text: every indicator that stands in one, whatever stands around it. What
 * relations a format states does not live here. What was found goes to whoever imports, as an
 * {@link tendril.exchange.ImportedGraph}.
 */
@NullMarked
package tendril.exchange.text;

import org.jspecify.annotations.NullMarked;
