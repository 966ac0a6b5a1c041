package tendril.ui.workbench;

import java.util.List;
import tendril.ui.CaseDesk;
import tendril.ui.FileChoice;
import tendril.ui.Notices;

/** Cases and files of other programs, with the question which one. Confined to the FX thread. */
public final class Filing {
    private static final FileChoice.Kind CASE = new FileChoice.Kind("Tendril case", "tendril");

    private final WorkbenchViewModel model;
    private final CaseDesk desk;
    private final FileChoice files;
    private final Notices notices;

    public Filing(WorkbenchViewModel model, CaseDesk desk, FileChoice files, Notices notices) {
        this.model = model;
        this.desk = desk;
        this.files = files;
        this.notices = notices;
    }

    public void newCase() {
        desk.newCase();
    }

    public void open() {
        files.toOpen("Open a case", List.of(CASE)).ifPresent(desk::open);
    }

    /** Asks for a name where the case has none; otherwise says that it is kept already. */
    public void save() {
        model.file()
                .get()
                .ifPresentOrElse(
                        file -> notices.note(
                                "Everything is in " + file.getFileName() + " already: a case saves itself."),
                        this::saveAs);
    }

    public void saveAs() {
        files.toSave("Save the case as", name("tendril"), List.of(CASE)).ifPresent(desk::saveAs);
    }

    public void saveCopy() {
        files.toSave("Save a copy of the case", name("tendril"), List.of(CASE)).ifPresent(desk::saveCopy);
    }

    public void importFile() {
        List<FileChoice.Kind> kinds = desk.formats().stream()
                .filter(CaseDesk.Format::in)
                .map(format -> new FileChoice.Kind(format.name(), format.ending()))
                .toList();
        files.toOpen("Import into the case", kinds).ifPresent(desk::importFrom);
    }

    public void export() {
        List<FileChoice.Kind> kinds = desk.formats().stream()
                .filter(CaseDesk.Format::out)
                .map(format -> new FileChoice.Kind(format.name(), format.ending()))
                .toList();
        String ending = kinds.isEmpty() ? "" : kinds.getFirst().ending();
        files.toSave("Export the graph", name(ending), kinds).ifPresent(desk::exportTo);
    }

    private String name(String ending) {
        return model.caseName() + "." + ending;
    }
}
