/**
 * The demo corpus: one invented campaign and the answers the service's documentation printed, as observations and votes. What
 * a corpus is and how it is kept is not decided here. From here the facts go into any {@code Corpus} that is asked to hold
 * them.
 */
@NullMarked
package tendril.corpus.demo;

import org.jspecify.annotations.NullMarked;
