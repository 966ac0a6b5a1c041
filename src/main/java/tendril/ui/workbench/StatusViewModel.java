package tendril.ui.workbench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tendril.pivot.Provider;
import tendril.pivot.lane.ProviderHealth;
import tendril.pivot.lane.RowState;
import tendril.pivot.queue.PivotQueue;
import tendril.ui.canvas.Selection;

/** What the status bar says, in words. Confined to the FX thread. */
public final class StatusViewModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final WorkbenchViewModel bench;
    private final ZoneId zone;
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper(this, "saved", "");
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper(this, "counts", "");
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper(this, "selected", "");
    private final ReadOnlyStringWrapper queue = new ReadOnlyStringWrapper(this, "queue", "");
    private final ReadOnlyStringWrapper health = new ReadOnlyStringWrapper(this, "health", "");
    private final ReadOnlyStringWrapper zoom = new ReadOnlyStringWrapper(this, "zoom", "");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Tendril");

    public StatusViewModel(WorkbenchViewModel bench, ZoneId zone) {
        this.bench = bench;
        this.zone = zone;
        bench.changes().addListener((property, before, now) -> refresh());
        bench.saved().addListener((property, before, now) -> refresh());
        bench.file().addListener((property, before, now) -> refresh());
        bench.queueChanges().addListener((property, before, now) -> refreshQueue());
        bench.canvas().selection().addListener((property, before, now) -> selected.set(words(now)));
        bench.canvas().camera().addListener((property, before, now) -> zoom.set(Math.round(now.zoom() * 100) + " %"));
        refresh();
        refreshQueue();
    }

    public ReadOnlyStringProperty saved() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty isSaved() {
        return bench.saved();
    }

    public ReadOnlyStringProperty counts() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /** "3 waiting, next 14:32:10"; empty when nothing waits. */
    public ReadOnlyStringProperty queue() {
        return queue.getReadOnlyProperty();
    }

    /** What is wrong with a source; empty when all are well. */
    public ReadOnlyStringProperty health() {
        return health.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    /** The window's title: how many wait, case, saved or not. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Says what has changed with time alone. */
    public void refreshQueue() {
        PivotQueue rows = bench.session().queue();
        int running = rows.count(RowState.RUNNING);
        int waiting = rows.count(RowState.QUEUED) + rows.count(RowState.WAITING);
        int held = rows.count(RowState.HELD);
        int failed = rows.count(RowState.FAILED) + rows.count(RowState.INTERRUPTED);
        queue.set(String.join(
                ", ",
                java.util.stream.Stream.of(
                                part(running, "running"),
                                part(waiting, "waiting") + next(rows, waiting),
                                part(held, "held"),
                                part(failed, "failed"),
                                stands(rows, waiting))
                        .filter(part -> !part.isEmpty())
                        .toList()));
        health.set(bench.session().providers().all().stream()
                .flatMap(provider -> trouble(provider, rows.health(provider.id())).stream())
                .collect(Collectors.joining(" · ")));
        refreshTitle(running + waiting);
    }

    private String next(PivotQueue rows, int waiting) {
        if (waiting == 0) {
            return "";
        }
        Optional<Instant> first = rows.nextAt();
        return first.map(at -> ", next " + CLOCK.format(at.atZone(zone))).orElse("");
    }

    /** Why nothing goes, where a person has decided so. */
    private static String stands(PivotQueue rows, int waiting) {
        if (rows.isOffline()) {
            return "offline";
        }
        return rows.isAllPaused() && waiting > 0 ? "paused" : "";
    }

    private static String part(int count, String word) {
        return count == 0 ? "" : count + " " + word;
    }

    private Optional<String> trouble(Provider provider, ProviderHealth health) {
        return switch (health) {
            case ProviderHealth.Unasked unasked -> Optional.empty();
            case ProviderHealth.Alive alive -> Optional.empty();
            case ProviderHealth.Slow slow -> Optional.of(provider.name() + " is slow");
            case ProviderHealth.Limited limited ->
                Optional.of(provider.name() + " asks to wait until "
                        + CLOCK.format(limited.until().atZone(zone)));
            case ProviderHealth.Gone gone ->
                Optional.of(provider.name() + " silent since "
                        + CLOCK.format(gone.since().atZone(zone)));
            case ProviderHealth.Paused paused -> Optional.of(provider.name() + " paused");
        };
    }

    private void refresh() {
        saved.set(
                !bench.saved().get()
                        ? "Saving …"
                        : bench.file().get().isPresent()
                                ? "Saved"
                                : bench.entities().get() == 0 ? "Nothing to save yet" : "Saved as a draft");
        counts.set(number(bench.entities().get(), "entity", "entities") + ", "
                + number(bench.links().get(), "link", "links"));
        PivotQueue rows = bench.session().queue();
        refreshTitle(rows.count(RowState.RUNNING) + rows.count(RowState.QUEUED) + rows.count(RowState.WAITING));
    }

    private void refreshTitle(int remaining) {
        String left = remaining == 0 ? "" : "(" + remaining + ") ";
        String mark = bench.saved().get() ? "" : " *";
        title.set(left + bench.caseName() + mark + " - Tendril");
    }

    private static String words(Selection selection) {
        if (!selection.links().isEmpty()) {
            return number(selection.links().size(), "link", "links") + " selected";
        }
        return selection.isEmpty() ? "" : selection.nodeCount() + " selected";
    }

    public static String number(int count, String one, String many) {
        return String.format(java.util.Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
