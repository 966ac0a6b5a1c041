package tendril;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import tendril.cli.TendrilCommand;
import tendril.cli.console.Console;

/** The program's entry point: opens the window, or runs one command when it is given one. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var console = new Console(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        int code = TendrilCommand.line(console, Main::openWindow).execute(args);
        // To exit by hand is logged by the JDK, for which all of the logging would be loaded just to end.
        if (code != Console.OK || othersRun()) {
            System.exit(code);
        }
    }

    /** True if threads are left that would keep the program alive after its main thread. */
    private static boolean othersRun() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread != Thread.currentThread() && !thread.isDaemon());
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    private static int openWindow(Optional<Path> file) {
        if (hasNoDisplay()) {
            System.err.println(
                    "Tendril has no display to open its window on: DISPLAY and WAYLAND_DISPLAY are not set. Log"
                            + " in to a desktop, or use the commands that need no window (tendril --help).");
            return 1;
        }
        Application.launch(TendrilApp.class, file.map(Path::toString).stream().toArray(String[]::new));
        return 0;
    }

    private static boolean hasNoDisplay() {
        String system = System.getProperty("os.name", "");
        String platform = System.getProperty("glass.platform", "");
        return system.startsWith("Linux")
                && !platform.equalsIgnoreCase("headless")
                && isUnset("DISPLAY")
                && isUnset("WAYLAND_DISPLAY");
    }

    private static boolean isUnset(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isEmpty())
                .isEmpty();
    }
}
