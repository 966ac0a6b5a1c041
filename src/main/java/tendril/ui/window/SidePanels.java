package tendril.ui.window;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.graph.Citation;
import tendril.indicator.text.Defang;
import tendril.session.CaseSession;
import tendril.settings.PanelBounds;
import tendril.ui.ClockWords;
import tendril.ui.Notices;
import tendril.ui.panel.DetailsView;
import tendril.ui.panel.DetailsViewModel;
import tendril.ui.panel.EvidenceView;
import tendril.ui.panel.EvidenceViewModel;
import tendril.ui.panel.HistoryView;
import tendril.ui.panel.HistoryViewModel;
import tendril.ui.panel.NextBestView;
import tendril.ui.panel.NextBestViewModel;
import tendril.ui.panel.PanelActions;
import tendril.ui.queue.QueueCommands;
import tendril.ui.queue.QueueView;
import tendril.ui.queue.QueueViewModel;
import tendril.ui.queue.SourcesViewModel;
import tendril.ui.tray.TrayView;
import tendril.ui.tray.TrayViewModel;
import tendril.ui.workbench.WorkbenchViewModel;

/** The inspector at the right and the dock below: which panels there are, and whether they are open. */
final class SidePanels {

    private final TabPane inspector = new TabPane();
    private final TabPane dock = new TabPane();
    private final List<Runnable> ticks = new ArrayList<>();
    private final Notices notices;
    private final EvidenceView evidenceView;
    /** The case that the tray was counted for last. */
    private CaseSession session;

    private boolean justOpened;

    private SplitPane row = new SplitPane();
    private SplitPane column = new SplitPane();
    private double inspectorPart;
    private double dockPart;

    SidePanels(WorkbenchViewModel model, MainWindow.Parts parts, PanelActions actions, Notices notices) {
        this.notices = notices;
        session = model.session();
        inspector.getStyleClass().addAll("panels", "inspector");
        dock.getStyleClass().addAll("panels", "dock");
        var details = new DetailsViewModel(model::session, Defang::of);
        model.canvas().selection().addListener((property, before, now) -> details.show(now));
        model.changes()
                .addListener((property, before, now) ->
                        details.show(model.canvas().selection().get()));
        details.show(model.canvas().selection().get());
        addToInspector("Details", "mdi2c-card-text-outline", new DetailsView(details, actions));
        var history = new HistoryViewModel(model::session, parts.zone());
        model.changes().addListener((property, before, now) -> history.refresh());
        history.refresh();
        addToInspector("History", "mdi2h-history", new HistoryView(history, actions));
        var evidence = new EvidenceViewModel(model::session);
        evidenceView = new EvidenceView(evidence, actions);
        Tab evidenceTab = addToInspector("Evidence", "mdi2f-file-certificate-outline", evidenceView);
        // Raw answers may be megabytes, so they are read only while somebody looks.
        Runnable showEvidence = () -> {
            if (evidenceTab.isSelected()) {
                evidence.show(model.canvas().selection().get());
            }
        };
        evidenceTab.selectedProperty().addListener((property, before, now) -> showEvidence.run());
        model.canvas().selection().addListener((property, before, now) -> showEvidence.run());
        model.changes().addListener((property, before, now) -> showEvidence.run());
        suggest(model, actions);
        queue(model, parts, actions);
        var tray = new TrayViewModel(model::session, parts.background(), parts.pulse());
        model.changes().addListener((property, before, now) -> {
            justOpened = session != model.session();
            session = model.session();
            tray.refresh();
        });
        model.entities().addListener((property, before, now) -> tray.follow());
        Tab trayTab = addToDock("Tray", "mdi2t-tray-full", new TrayView(tray, threshold(model)));
        tray.count().addListener((property, before, now) -> landed(trayTab, before.intValue(), now.intValue()));
        tray.refresh();
    }

    private void queue(WorkbenchViewModel model, MainWindow.Parts parts, PanelActions actions) {
        var clock = new ClockWords(parts.zone(), InstantSource.system());
        var queue = new QueueViewModel(model::session, clock);
        var sources = new SourcesViewModel(model::session, clock);
        Runnable refresh = () -> {
            queue.refresh();
            sources.refresh();
        };
        model.queueChanges().addListener((property, before, now) -> refresh.run());
        refresh.run();
        ticks.add(refresh);
        addToDock("Queue", "mdi2t-timer-sand", new QueueView(queue, sources, actions));
        var commands = new QueueCommands(queue);
        model.openings().addListener((property, before, now) -> tellInterrupted(commands));
        tellInterrupted(commands);
    }

    /** What was under way when a program ended is sent again only if a person says so: here they are asked. */
    private void tellInterrupted(QueueCommands commands) {
        int count = commands.interrupted();
        if (count > 0) {
            notices.show(
                    Notices.Weight.PROBLEM,
                    (count == 1 ? "1 request was" : String.format(Locale.ROOT, "%,d requests were", count))
                            + " under way when Tendril ended, and may have been sent. Close this to leave "
                            + (count == 1 ? "it" : "them")
                            + " in the queue.",
                    "Send again",
                    commands::sendInterrupted);
        }
    }

    /** The setting, as the tray shows and changes it. */
    private static IntegerProperty threshold(WorkbenchViewModel model) {
        var threshold = new SimpleIntegerProperty(
                model, "threshold", model.settings().get().resultThreshold());
        model.settings().addListener((property, before, now) -> threshold.set(now.resultThreshold()));
        threshold.addListener((property, before, now) -> {
            if (model.settings().get().resultThreshold() != now.intValue()) {
                model.settings().set(model.settings().get().withResultThreshold(now.intValue()));
            }
        });
        return threshold;
    }

    /** Shows how many results wait; where more have come, says so without taking the focus. */
    private void landed(Tab tray, int before, int now) {
        tray.setText(now == 0 ? "Tray" : String.format(Locale.ROOT, "Tray (%,d)", now));
        if (now <= (justOpened ? 0 : before)) {
            return;
        }
        if (!column.getItems().contains(dock)) {
            dock.getSelectionModel().select(tray);
            showDock(true);
        }
        String waits = justOpened
                ? String.format(Locale.ROOT, "%,d results of this case wait in the tray.", now)
                : String.format(
                        Locale.ROOT, "%,d new results wait in the tray; the canvas is as it was.", now - before);
        if (tray.isSelected()) {
            notices.note(waits);
            return;
        }
        notices.show(Notices.Weight.NOTE, waits, "Show them", () -> {
            dock.getSelectionModel().select(tray);
            showDock(true);
        });
    }

    /** Suggestions are worked out only while somebody looks at them. */
    private void suggest(WorkbenchViewModel model, PanelActions actions) {
        var best = new NextBestViewModel(
                model::session,
                model.noise()::get,
                suggestion -> model.ask(suggestion.pivot(), List.of(suggestion.indicator())));
        Tab tab = addToInspector("Next", "mdi2c-compass-outline", new NextBestView(best, actions));
        Runnable refresh = () -> {
            if (tab.isSelected()) {
                best.refresh();
            }
        };
        tab.selectedProperty().addListener((property, before, now) -> refresh.run());
        model.changes().addListener((property, before, now) -> refresh.run());
    }

    /** Puts the panels into the panes around the canvas, as they were when the window was closed. */
    void attach(SplitPane around, SplitPane canvasColumn, PanelBounds before) {
        row = around;
        column = canvasColumn;
        inspectorPart = before.inspectorPart();
        dockPart = before.dockPart();
        showInspector(before.inspector());
        showDock(before.dock());
    }

    /** How the panels are now. */
    PanelBounds bounds() {
        measure();
        return new PanelBounds(
                row.getItems().contains(inspector),
                inspectorPart,
                column.getItems().contains(dock),
                dockPart);
    }

    /** Takes over where a person has dragged the dividers to. */
    private void measure() {
        if (row.getItems().contains(inspector) && inspector.getWidth() > 0) {
            inspectorPart = row.getDividerPositions()[0];
        }
        if (column.getItems().contains(dock) && dock.getHeight() > 0) {
            dockPart = column.getDividerPositions()[0];
        }
    }

    void toggleInspector() {
        showInspector(!row.getItems().contains(inspector));
    }

    /** Shows the queue, or puts the dock away where it is shown already. */
    void toggleQueue() {
        Tab tab = dock.getSelectionModel().getSelectedItem();
        if (column.getItems().contains(dock) && tab != null && "Queue".equals(tab.getId())) {
            showDock(false);
        } else {
            show("Queue");
        }
    }

    /** Brings the keyboard to the pane after the one that has it. */
    void nextPane(Node canvas) {
        List<Node> panes = new ArrayList<>(List.of(canvas));
        Stream.of(inspector, dock)
                .filter(pane ->
                        row.getItems().contains(pane) || column.getItems().contains(pane))
                .forEach(panes::add);
        Node owner = canvas.getScene().getFocusOwner();
        int at = 0;
        for (Node above = owner; above != null; above = above.getParent()) {
            at = Math.max(at, panes.indexOf(above));
        }
        panes.get((at + 1) % panes.size()).requestFocus();
    }

    /** Time has gone on. */
    void tick() {
        ticks.forEach(Runnable::run);
    }

    /** Opens the evidence of the selection at one place of it. */
    void showEvidence(Citation citation) {
        show("Evidence");
        evidenceView.choose(citation);
    }

    /** Opens the inspector on a tab. */
    void show(String title) {
        for (TabPane pane : List.of(inspector, dock)) {
            pane.getTabs().stream()
                    .filter(tab -> title.equals(tab.getId()))
                    .findFirst()
                    .ifPresent(tab -> {
                        pane.getSelectionModel().select(tab);
                        if (pane == inspector) {
                            showInspector(true);
                        } else {
                            showDock(true);
                        }
                    });
        }
    }

    private Tab addToInspector(String title, String icon, Node content) {
        Tab tab = tab(title, icon, content);
        inspector.getTabs().add(tab);
        return tab;
    }

    private Tab addToDock(String title, String icon, Node content) {
        Tab tab = tab(title, icon, content);
        dock.getTabs().add(tab);
        return tab;
    }

    private static Tab tab(String title, String icon, Node content) {
        var tab = new Tab(title, content);
        tab.setGraphic(new FontIcon(icon));
        tab.setId(title);
        tab.setClosable(false);
        return tab;
    }

    private void showInspector(boolean open) {
        measure();
        set(row, inspector, open, inspectorPart);
    }

    private void showDock(boolean open) {
        measure();
        set(column, dock, open && !dock.getTabs().isEmpty(), dockPart);
    }

    /** A panel that is there already is not put there again: within one frame the pane would lose it. */
    private static void set(SplitPane pane, TabPane panel, boolean open, double canvasPart) {
        if (!open) {
            pane.getItems().remove(panel);
        } else if (!pane.getItems().contains(panel)) {
            pane.getItems().add(panel);
            SplitPane.setResizableWithParent(panel, false);
            pane.setDividerPositions(canvasPart);
        }
    }
}
