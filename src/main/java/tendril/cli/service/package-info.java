/**
 * Commands on a corpus: filling it, answering from it, one transform over it. How observations are read and kept is
 * not decided here. From here they go to {@code corpus}, and answers through {@code server}.
 */
@NullMarked
package tendril.cli.service;

import org.jspecify.annotations.NullMarked;
