/**
 * Questions to sources and what comes back: pivots, requests, outcomes, findings, and the queue that paces them. No
 * graph, no network and no file lives here: a provider fetches, a session keeps. Outcomes go on to {@code session}.
 */
@NullMarked
package tendril.pivot;

import org.jspecify.annotations.NullMarked;
