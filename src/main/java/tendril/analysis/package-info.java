/**
 * What the shape of a case says: measures, paths, selections and how rare an entity looks, over an immutable
 * {@link tendril.analysis.Skeleton} of the case graph or its GraphStream mirror.
 * Nothing here changes a case, draws, asks a source or starts a thread, and no GraphStream type leaves the package.
 * Results flow on as values to {@code ui} and {@code cli}, which show, select and rank by them.
 */
@NullMarked
package tendril.analysis;

import org.jspecify.annotations.NullMarked;
