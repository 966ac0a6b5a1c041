package tendril.corpus;

import java.io.IOException;

/** Takes values, one by one. */
@FunctionalInterface
public interface ValueSink {
    /**
     * Takes one value.
     *
     * @throws IOException when the receiver cannot take more; the lookup stops and passes it on
     */
    void value(String value) throws IOException;
}
