/**
 * The corpus as Maltego transforms: which there are, how a request is read and how an answer is written, for a transform
 * server and for local transforms alike. No HTTP and no files. From here messages go to {@code server} and to the
 * command line.
 */
@NullMarked
package tendril.server.maltego;

import org.jspecify.annotations.NullMarked;
