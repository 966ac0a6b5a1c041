/**
 * Who may ask: under which host names, how often, and with which certificate the server shows itself; and the log of
 * who did. Nothing is answered here but refusals. From here requests go on to the routes.
 */
@NullMarked
package tendril.server.access;

import org.jspecify.annotations.NullMarked;
