package tendril.ui.queue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.pivot.Provider;
import tendril.pivot.lane.ProviderHealth;
import tendril.pivot.queue.PivotQueue;
import tendril.session.CaseSession;
import tendril.ui.ClockWords;

/** How each provider is doing, in words. Confined to the FX thread. */
public final class SourcesViewModel {
    private final Supplier<CaseSession> session;
    private final ClockWords clock;
    private final ObservableList<Source> sources = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    /** How a provider stands, in one glance. */
    public enum Standing {
        UNASKED,
        ALIVE,
        SLOW,
        LIMITED,
        GONE,
        PAUSED
    }

    /**
     * One provider.
     *
     * @param name     as people read it
     * @param words    how it is doing, and until or since when
     * @param detail   why, what to do, and how often it may be asked
     * @param waitOver whether resuming it ends a wait or a pause
     */
    public record Source(
            String provider, String name, Standing standing, String words, String detail, boolean waitOver) {}

    public SourcesViewModel(Supplier<CaseSession> session, ClockWords clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Every provider that can be asked, or still has requests here. */
    public ObservableList<Source> sources() {
        return sources;
    }

    /** Why the paces hold in this window only; empty while all is well. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Looks at the queue again. */
    public void refresh() {
        PivotQueue queue = session.get().queue();
        trouble.set(queue.paceTrouble().orElse(""));
        List<String> known =
                session.get().providers().all().stream().map(Provider::id).toList();
        List<Source> now = Stream.concat(
                        known.stream(),
                        queue.providers().stream()
                                .filter(provider -> !known.contains(provider) && queue.inLine(provider) > 0))
                .map(provider -> source(queue, provider))
                .toList();
        if (!now.equals(sources)) {
            sources.setAll(now);
        }
    }

    private Source source(PivotQueue queue, String provider) {
        String name =
                session.get().providers().find(provider).map(Provider::name).orElse(provider);
        ProviderHealth health = queue.health(provider);
        boolean waits = health instanceof ProviderHealth.Paused
                || health instanceof ProviderHealth.Limited
                || health instanceof ProviderHealth.Gone;
        return new Source(provider, name, standing(health), words(health), detail(queue, provider, health), waits);
    }

    private static Standing standing(ProviderHealth health) {
        return switch (health) {
            case ProviderHealth.Unasked unasked -> Standing.UNASKED;
            case ProviderHealth.Alive alive -> Standing.ALIVE;
            case ProviderHealth.Slow slow -> Standing.SLOW;
            case ProviderHealth.Limited limited -> Standing.LIMITED;
            case ProviderHealth.Gone gone -> Standing.GONE;
            case ProviderHealth.Paused paused -> Standing.PAUSED;
        };
    }

    private String words(ProviderHealth health) {
        return switch (health) {
            case ProviderHealth.Unasked unasked -> "not asked yet";
            case ProviderHealth.Alive alive -> "alive, answers in " + span(alive.latency());
            case ProviderHealth.Slow slow -> "slow, answers in " + span(slow.latency());
            case ProviderHealth.Limited limited -> "limited until " + clock.toTheSecond(limited.until());
            case ProviderHealth.Gone gone ->
                "gone since " + clock.toTheSecond(gone.since()) + ", next try " + clock.toTheSecond(gone.nextTry());
            case ProviderHealth.Paused paused -> "paused: " + paused.whatToDo();
        };
    }

    private String detail(PivotQueue queue, String provider, ProviderHealth health) {
        String why = switch (health) {
            case ProviderHealth.Unasked unasked -> "";
            case ProviderHealth.Alive alive -> "";
            case ProviderHealth.Slow slow -> "";
            case ProviderHealth.Limited limited -> limited.reason();
            case ProviderHealth.Gone gone -> gone.reason() + " One request at a time tries it; nothing is lost.";
            case ProviderHealth.Paused paused -> paused.whatToDo();
        };
        int waiting = queue.inLine(provider);
        Optional<String> end = queue.finishesAt(provider).map(clock::toTheSecond);
        String line = waiting == 0
                ? ""
                : String.format(Locale.ROOT, "%,d waiting", waiting)
                        + end.map(at -> ", finishes at " + at).orElse("");
        return Stream.of(why, "Rate: " + queue.pace(provider).words(), line)
                .filter(part -> !part.isEmpty())
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
    }

    private static String span(Duration latency) {
        double seconds = latency.toMillis() / 1000.0;
        return seconds < 1 ? latency.toMillis() + " ms" : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
