/**
 * What is asked and what is answered: a request as it was read, an answer before it is written, its line in the
 * access log, and faults that stand in for it. No socket is known here. From here the engine brings requests to
 * whoever answers, and writes what comes back.
 */
@NullMarked
package tendril.server.message;

import org.jspecify.annotations.NullMarked;
