/**
 * HTTP over sockets: heads and bodies read and written, connections on virtual threads and a lane without any for
 * quick answers, limits on what clients send. What is answered is not known here. From here requests go to an {@code
 * HttpHandler}.
 */
@NullMarked
package tendril.server.engine;

import org.jspecify.annotations.NullMarked;
