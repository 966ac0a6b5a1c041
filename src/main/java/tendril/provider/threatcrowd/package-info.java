/**
 * ThreatCrowd's search API version 2, as spoken by any server under any address: which pivots there are, what is asked,
 * and what an answer says. No network code lives here ({@code provider} has it) and no state. What is found goes on as
 * {@link tendril.pivot.Finding}s.
 */
@NullMarked
package tendril.provider.threatcrowd;

import org.jspecify.annotations.NullMarked;
