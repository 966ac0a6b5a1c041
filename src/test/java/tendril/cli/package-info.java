@NullMarked
package tendril.cli;

import org.jspecify.annotations.NullMarked;
