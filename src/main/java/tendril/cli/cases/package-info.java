/**
 * Commands on a case file: pivoting, importing, exporting, arranging, checking; and what the window shares with them,
 * the sources and the exchange of files. Rules of a case live in {@code session}. From here requests go to it, and
 * exit codes to the shell.
 */
@NullMarked
package tendril.cli.cases;

import org.jspecify.annotations.NullMarked;
