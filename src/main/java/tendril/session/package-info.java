/**
 * One open case: commands come in, facts are written, deltas go out. Queue bookkeeping, the tray, undo and the rule on
 * who may see a query live here; no network, no pixel and no file format does. Deltas go on to {@code ui} and
 * {@code cli}.
 */
@NullMarked
package tendril.session;

import org.jspecify.annotations.NullMarked;
