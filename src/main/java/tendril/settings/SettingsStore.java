package tendril.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The file that keeps the settings. A file is replaced as a whole or not at all; a damaged one is set aside and never
 * keeps the program from starting. Confined to one thread at a time.
 */
public final class SettingsStore {
    private static final String FILE = "settings.json";
    private static final String DAMAGED = "settings.damaged.json";

    /** The largest file that is read, in bytes. */
    private static final long SIZE_BYTES_MAX = 1 << 20;

    private final Path folder;
    private final SettingsJson json = new SettingsJson();

    public SettingsStore(Path folder) {
        this.folder = folder;
    }

    /**
     * What loading gave.
     *
     * @param settings what to go on with
     * @param trouble  one sentence for the person, where the file could not be used
     */
    public record Loaded(Settings settings, Optional<String> trouble) {}

    /** The settings kept, or the usual ones with the reason why. */
    public Loaded load() {
        Path file = folder.resolve(FILE);
        try {
            if (Files.size(file) > SIZE_BYTES_MAX) {
                return setAside(file);
            }
            return new Loaded(json.read(Files.readString(file)), Optional.empty());
        } catch (NoSuchFileException first) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        } catch (JacksonException | java.nio.charset.CharacterCodingException damaged) {
            return setAside(file);
        } catch (IOException unreadable) {
            return new Loaded(
                    Settings.DEFAULT,
                    Optional.of("The settings could not be read, so the usual ones hold. Check the rights of " + file
                            + "."));
        }
    }

    /**
     * Keeps the settings.
     *
     * @throws IOException when they could not be written; the file is then as it was
     */
    public void save(Settings settings) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "settings", ".tmp");
        try {
            Files.writeString(fresh, json.write(settings));
            Files.move(
                    fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Loaded setAside(Path file) {
        Path aside = folder.resolve(DAMAGED);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException leftWhereItIs) {
            aside = file;
        }
        return new Loaded(
                Settings.DEFAULT,
                Optional.of("The settings file is damaged, so the usual settings hold. The old file is kept as " + aside
                        + "."));
    }
}
