package tendril.server;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import tendril.server.api.Links;
import tendril.server.message.Fault;
import tendril.server.message.Faults;

/**
 * Faults in the order of a script, for tests: each request to the API takes the next one, and when the script is over
 * they get whatever {@link #always} said last. Thread-safe.
 */
public final class FaultScript implements Faults {
    private final ConcurrentLinkedQueue<Optional<Fault>> script = new ConcurrentLinkedQueue<>();
    private volatile Optional<Fault> afterwards = Optional.empty();

    /** The next requests fail like this, one each. */
    public FaultScript then(Fault... faults) {
        List.of(faults).forEach(fault -> script.add(Optional.of(fault)));
        return this;
    }

    /** The next so many requests do not fail. */
    public FaultScript thenFine(int requests) {
        script.addAll(Collections.nCopies(requests, Optional.empty()));
        return this;
    }

    /** Every request fails like this once the script is over. */
    public FaultScript always(Fault fault) {
        afterwards = Optional.of(fault);
        return this;
    }

    /** Forgets the script; nothing fails any more. */
    public void clear() {
        afterwards = Optional.empty();
        script.clear();
    }

    @Override
    public Optional<Fault> next(String path) {
        if (!path.startsWith(Links.API)) {
            return Optional.empty();
        }
        Optional<Fault> scripted = script.poll();
        return scripted == null ? afterwards : scripted;
    }
}
