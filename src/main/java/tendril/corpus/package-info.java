/**
 * What a ThreatCrowd-compatible server answers from: observations, votes, the store that keeps them, and the demo
 * corpus. No network and no wire formats of a server: how an answer looks is not decided here. From here rows go to
 * {@code server}.
 */
@NullMarked
package tendril.corpus;

import org.jspecify.annotations.NullMarked;
