package tendril;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import tendril.cli.Console;
import tendril.cli.TendrilCommand;

/** The program's entry point: opens the window, or runs one command when it is given one. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var console = new Console(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        System.exit(TendrilCommand.line(console, Main::openWindow).execute(args));
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    private static int openWindow(Optional<Path> file) {
        return 0;
    }
}
