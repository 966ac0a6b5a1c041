/**
 * What an indicator is: its type, its one canonical form, how it is found in text, and how it is written so that
 * nobody clicks it. Pure functions only: no files, no network, no clock. From here indicators go to {@code graph} and
 * {@code pivot}.
 */
@NullMarked
package tendril.indicator;

import org.jspecify.annotations.NullMarked;
