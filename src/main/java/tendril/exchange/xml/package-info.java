/**
 * The one way XML comes in and goes out: a reader that takes nothing on trust, and a writer that only writes what every
 * reader takes. No format is known here. The formats of {@code exchange} stand on it.
 */
@NullMarked
package tendril.exchange.xml;

import org.jspecify.annotations.NullMarked;
