package tendril.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The file dialogs of the system. Confined to the FX thread. */
public final class ToolkitFileChoice implements FileChoice {
    private final Window owner;
    private Optional<File> folder = Optional.empty();

    public ToolkitFileChoice(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toOpen(String title, List<Kind> kinds) {
        return chosen(chooser(title, kinds).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> toSave(String title, String name, List<Kind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        // Where there is a choice of formats, the format chosen says the ending.
        chooser.setInitialFileName(kinds.size() > 1 ? withoutEnding(name, kinds) : name);
        return chosen(chooser.showSaveDialog(owner)).map(path -> withEnding(path, kinds, wanted(chooser, kinds)));
    }

    private FileChooser chooser(String title, List<Kind> kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        kinds.forEach(kind -> chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        kind.name() + " (*." + kind.ending() + ")", "*." + kind.ending())));
        return chooser;
    }

    private Optional<Path> chosen(@org.jspecify.annotations.Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        folder = Optional.ofNullable(file.getParentFile());
        return Optional.of(file.toPath());
    }

    /** The format whose filter was chosen in the dialog. */
    private static Optional<Kind> wanted(FileChooser chooser, List<Kind> kinds) {
        FileChooser.ExtensionFilter filter = chooser.getSelectedExtensionFilter();
        return kinds.stream()
                .filter(kind -> filter != null && filter.getDescription().startsWith(kind.name() + " ("))
                .findFirst();
    }

    private static String withoutEnding(String name, List<Kind> kinds) {
        return kinds.stream()
                .map(kind -> "." + kind.ending())
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }

    /** A name typed without a known ending gets that of the format chosen. */
    private static Path withEnding(Path path, List<Kind> kinds, Optional<Kind> wanted) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean known = kinds.stream().anyMatch(kind -> name.endsWith("." + kind.ending()));
        return known || kinds.isEmpty()
                ? path
                : path.resolveSibling(path.getFileName() + "."
                        + wanted.orElse(kinds.getFirst()).ending());
    }
}
