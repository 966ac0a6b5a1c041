/**
 * The commands of a window: their words, keys, icons and when they may be used, and the menus, bar and list of keys
 * made of them. What a command does lies in the workbench. From here a key or click goes on to it.
 */
@NullMarked
package tendril.ui.command;

import org.jspecify.annotations.NullMarked;
