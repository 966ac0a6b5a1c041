/**
 * What every command shares: where words and progress go, how spans and paces are worded, how a program that runs is
 * stopped, how a case is opened to be read. No command lives here. From here lines go to the terminal.
 */
@NullMarked
package tendril.cli.console;

import org.jspecify.annotations.NullMarked;
