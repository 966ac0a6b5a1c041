/**
 * What the person at this machine has chosen: immutable settings and the file that keeps them. References to secrets
 * may stand here, secrets never; nothing of a case does. The root package loads them and hands them to {@code ui} and
 * {@code cli}.
 */
@NullMarked
package tendril.settings;

import org.jspecify.annotations.NullMarked;
