/**
 * Tables of entities and of links for spreadsheets, as RFC 4180 says. Reading tables does not live here: a table is read
 * as text. Bytes go to {@link tendril.exchange.FileReplacement}.
 */
@NullMarked
package tendril.exchange.csv;

import org.jspecify.annotations.NullMarked;
