/**
 * The command line: one command a class, the same session and queue as the window, data on standard output, progress
 * on standard error. No window is known here; what a command needs it makes with {@code new}. From here a line goes to the
 * commands on cases and on corpora.
 */
@NullMarked
package tendril.cli;

import org.jspecify.annotations.NullMarked;
