package tendril.cli.console;

import java.util.Optional;

/** The program that a person, or another program, starts Tendril by. */
public final class Launcher {
    private static final String ON_SEARCH_PATH = "tendril";

    private Launcher() {}

    /** Its path as the start script or the installed image tells it; its name alone where neither does. */
    public static String path() {
        return Optional.ofNullable(System.getProperty("tendril.launcher"))
                .or(() -> Optional.ofNullable(System.getProperty("jpackage.app-path")))
                .orElse(ON_SEARCH_PATH);
    }
}
