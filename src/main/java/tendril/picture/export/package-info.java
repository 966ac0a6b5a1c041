/**
 * A picture as a file: sheets of any size written strip by strip, trimmed to what is on them, with a legend. What is
 * painted is not decided here. From here PNG bytes go to whoever asked for them.
 */
@NullMarked
package tendril.picture.export;

import org.jspecify.annotations.NullMarked;
