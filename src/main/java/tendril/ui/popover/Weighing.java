package tendril.ui.popover;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tendril.indicator.Indicator;
import tendril.session.Ask;
import tendril.session.CaseSession;
import tendril.session.DryRun;
import tendril.session.Estimate;
import tendril.session.Worth;
import tendril.ui.panel.DoubtView;
import tendril.ui.panel.DryRunView;
import tendril.ui.panel.HandlingView;
import tendril.ui.panel.HandlingViewModel;
import tendril.ui.popover.PivotMenuViewModel.MenuRow;
import tendril.ui.workbench.WorkbenchViewModel;

/**
 * Looks at what is about to be asked before it is: known noise is confirmed once, a dry run shows what would leave, and
 * labels say who may see it. Confined to the FX thread.
 */
public final class Weighing {
    private final WorkbenchViewModel model;
    private final PopoverLayer popovers;
    private final Set<Indicator> confirmed = new HashSet<>();

    public Weighing(WorkbenchViewModel model, PopoverLayer popovers) {
        this.model = model;
        this.popovers = popovers;
        model.askThrough(this::check);
    }

    /** Asks at once, or after the person has said that known noise is to be asked about all the same. */
    private void check(List<Ask.About> abouts, boolean anew, Runnable go) {
        List<Estimate> doubtful = worth().toConfirm(abouts, anew).stream()
                .filter(estimate -> !confirmed.contains(estimate.indicator()))
                .toList();
        if (doubtful.isEmpty()) {
            go.run();
            return;
        }
        var view = new DoubtView(
                doubtful,
                () -> {
                    doubtful.forEach(estimate -> confirmed.add(estimate.indicator()));
                    go.run();
                },
                popovers::close);
        popovers.showCentered(view);
        view.begin();
    }

    /** Shows what expanding the selection would send, and to whom. */
    public void showDryRun() {
        CaseSession session = model.session();
        List<Indicator> on = List.copyOf(model.canvas().selection().get().entities());
        List<Ask.About> abouts = session.expanding(on);
        DryRun run = session.dryRun(new Ask(abouts, "Dry run", on.size() == 1, 0, false));
        popovers.showCentered(new DryRunView(run, () -> model.expand(on), popovers::close));
    }

    /** Labels the selection, or the case when nothing is selected. */
    public void showHandling() {
        List<Indicator> on = List.copyOf(model.canvas().selection().get().entities());
        popovers.showCentered(new HandlingView(new HandlingViewModel(model::session, on), popovers::close));
    }

    /** The rows with what each pivot is likely to bring, and a warning where it would drown the case. */
    public List<MenuRow> weighed(List<MenuRow> rows) {
        Worth worth = worth();
        return rows.stream()
                .map(row -> row instanceof MenuRow.OfPivot of && of.on().size() == 1
                        ? weighed(of, worth.of(of.pivot(), of.on().getFirst()))
                        : row)
                .toList();
    }

    private static MenuRow weighed(MenuRow.OfPivot row, Estimate estimate) {
        String detail = estimate.recorded() ? "recorded" : estimate.count();
        boolean brings = !row.pivot().outputs().isEmpty();
        return brings
                ? new MenuRow.OfPivot(
                        row.pivot(),
                        row.on(),
                        detail,
                        estimate.noise().isPresent() && estimate.asksFirst() ? estimate.warning() : "")
                : row;
    }

    private Worth worth() {
        return new Worth(
                model.session().graph(),
                model.session().providers(),
                model.noise().get());
    }
}
