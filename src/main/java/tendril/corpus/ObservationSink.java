package tendril.corpus;

import java.io.IOException;

/** Takes observations, one by one. */
@FunctionalInterface
public interface ObservationSink {
    /**
     * Takes one observation.
     *
     * @throws IOException when the receiver cannot take more; the reading stops and passes it on
     */
    void observation(Observation observation) throws IOException;
}
