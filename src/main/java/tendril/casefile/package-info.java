/**
 * The case on disk: the {@code .tendril} file, which takes facts and evidence, gives them back, checks itself, and is
 * salvaged when a disk has damaged it. What the facts mean, who writes them and when, is not decided here. Facts come
 * from {@code session} through {@code CaseSaver} and go back to it at the next opening.
 */
@NullMarked
package tendril.casefile;

import org.jspecify.annotations.NullMarked;
