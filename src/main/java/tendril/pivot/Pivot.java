package tendril.pivot;

import java.util.Set;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/**
 * One question that a provider can answer about one kind of indicator, such as "To IP addresses [ThreatCrowd]".
 * Immutable.
 *
 * @param provider    the {@link Provider#id()} that answers it
 * @param id          unique within the provider, stands in case files, never changes
 * @param name        what a person reads in the pivot menu, in the words Maltego users know
 * @param inputs      the types it can be asked about
 * @param outputs     the types it can bring; empty when it only states properties
 * @param description one sentence on what comes back
 * @param everything  whether it asks for all that the provider knows; expanding a node runs these
 */
public record Pivot(
        String provider,
        String id,
        String name,
        Set<IndicatorType> inputs,
        Set<IndicatorType> outputs,
        String description,
        boolean everything) {
    public Pivot {
        inputs = Set.copyOf(inputs);
        outputs = Set.copyOf(outputs);
    }

    public boolean accepts(Indicator indicator) {
        return inputs.contains(indicator.type());
    }
}
