/**
 * Questions to sources and what comes back: pivots, requests, outcomes, findings, and how often a source may be asked. No
 * graph, no network and no file lives here: a provider fetches, a session keeps. Requests go on to {@code pivot.queue}.
 */
@NullMarked
package tendril.pivot;

import org.jspecify.annotations.NullMarked;
