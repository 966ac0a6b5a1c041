@NullMarked
package tendril.layout;

import org.jspecify.annotations.NullMarked;
