/**
 * Facts and evidence as bytes: JSON of one event each, bodies packed and hashed. No file is opened here. From here
 * rows go to the tables of a case file, and come back as facts.
 */
@NullMarked
package tendril.casefile.record;

import org.jspecify.annotations.NullMarked;
