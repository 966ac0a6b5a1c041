/**
 * Words of a text, however they are disguised: which marks stand for a dot, an at sign or a scheme, which script a
 * letter is of, what is prose and what a name. Whether a name is an indicator is not decided here. From here names go
 * to the readers of a text.
 */
@NullMarked
package tendril.indicator.word;

import org.jspecify.annotations.NullMarked;
