/**
 * A ThreatCrowd-compatible service over a corpus, put together: its options, which path leads to which answer, its health
 * and its faults on demand. Nothing here knows how observations are stored, and nothing here asks other servers. Answers
 * leave through {@code server.engine}; {@code provider} meets them on the other side like those of any server.
 */
@NullMarked
package tendril.server;

import org.jspecify.annotations.NullMarked;
