/**
 * A ThreatCrowd-compatible service over a corpus: HTTP on virtual threads, the reports, and how each answer is written
 * byte for byte. Nothing here knows how observations are stored, and nothing here asks other servers. Answers leave
 * through a socket; {@code provider} meets them on the other side like those of any server.
 */
@NullMarked
package tendril.server;

import org.jspecify.annotations.NullMarked;
