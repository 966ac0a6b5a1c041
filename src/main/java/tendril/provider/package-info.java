/**
 * How sources are asked: the one HTTP client, base URLs and strict JSON; one subpackage a source turns raw answers into
 * findings. No graph, no queue and no file lives here, and nothing is sent but the question that was put. Outcomes go
 * on to {@code session} through {@code pivot}.
 */
@NullMarked
package tendril.provider;

import org.jspecify.annotations.NullMarked;
