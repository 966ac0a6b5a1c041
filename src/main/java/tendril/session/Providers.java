package tendril.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tendril.indicator.Indicator;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.Provider;

/** The sources a session can ask, by their ids. Immutable. */
public final class Providers {
    private final Map<String, Provider> byId = new LinkedHashMap<>();

    private final Map<String, Pace> paces;

    /** These sources, each at its own pace. */
    public Providers(Collection<? extends Provider> providers) {
        this(providers, Map.of());
    }

    /**
     * These sources.
     *
     * @param paces the pace of a provider, by its id, where a setting says other than the provider
     */
    public Providers(Collection<? extends Provider> providers, Map<String, Pace> paces) {
        providers.forEach(provider -> byId.put(provider.id(), provider));
        this.paces = Map.copyOf(paces);
    }

    /** The same sources, each at the pace that is given for it; none leaves it its own. */
    public Providers at(Function<Provider, Optional<Pace>> given) {
        Map<String, Pace> next = new LinkedHashMap<>();
        byId.values().forEach(provider -> given.apply(provider).ifPresent(pace -> next.put(provider.id(), pace)));
        return new Providers(byId.values(), next);
    }

    /** How often this provider may be asked. */
    public Pace pace(Provider provider) {
        return paces.getOrDefault(provider.id(), provider.pace());
    }

    public List<Provider> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Provider> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Pivot> pivot(String provider, String pivot) {
        return find(provider).stream()
                .flatMap(source -> source.pivots().stream())
                .filter(candidate -> candidate.id().equals(pivot))
                .findFirst();
    }

    /** Every pivot that can be asked about this indicator, in the order of the menus. */
    public List<Pivot> pivotsFor(Indicator indicator) {
        return byId.values().stream()
                .flatMap(provider -> provider.pivots().stream())
                .filter(pivot -> pivot.accepts(indicator))
                .toList();
    }

    /** The pivots that expanding this indicator asks: all that each provider knows. */
    public List<Pivot> expanding(Indicator indicator) {
        return pivotsFor(indicator).stream().filter(Pivot::everything).toList();
    }

    Provider of(Pivot pivot) {
        return find(pivot.provider())
                .orElseThrow(() -> new IllegalArgumentException("No provider is called " + pivot.provider() + "."));
    }
}
