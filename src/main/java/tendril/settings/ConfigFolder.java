package tendril.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the settings of a person live, by the custom of each system. */
public final class ConfigFolder {
    private static final String NAME = "tendril";

    private ConfigFolder() {}

    /** Names another folder, for a second set of settings on one machine, and for tests. */
    public static final String PROPERTY = "tendril.config";

    /** The folder of the person who runs this program, unless {@link #PROPERTY} names another. */
    public static Path ofThisUser() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).orElseGet(ConfigFolder::byCustom);
    }

    private static Path byCustom() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * {@code XDG_CONFIG_HOME} or {@code ~/.config} (XDG Base Directory Specification), {@code APPDATA} on Windows,
     * {@code ~/Library/Application Support} on macOS.
     */
    static Path of(Map<String, String> environment, String system, Path home) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return folder(environment, "APPDATA")
                    .orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve(NAME);
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return folder(environment, "XDG_CONFIG_HOME")
                .orElse(home.resolve(".config"))
                .resolve(NAME);
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
