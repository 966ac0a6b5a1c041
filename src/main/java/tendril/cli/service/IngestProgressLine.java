package tendril.cli.service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import tendril.cli.console.Console;
import tendril.cli.console.StopSignal;
import tendril.corpus.CorpusException;
import tendril.corpus.ingest.IngestProgress;

/**
 * How far the reading of one file, or the removal of a batch, is: one line that is rewritten on a terminal, a new line from time to time elsewhere.
 * Confined to one thread.
 */
final class IngestProgressLine implements IngestProgress {
    private static final Duration BETWEEN_ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final String TO_LINE_START = "\r\u001b[K";

    /** The reading ends because the program was told to. */
    static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The program was told to end.");
        }
    }

    private final Console console;
    private final String name;
    private final InstantSource clock;
    private final StopSignal stop;
    private final boolean terminal;
    private Instant began;
    private Instant said;
    private boolean settling;
    private boolean open;

    IngestProgressLine(Console console, String name, InstantSource clock, StopSignal stop) {
        this.console = console;
        this.name = name;
        this.clock = clock;
        this.stop = stop;
        java.io.Console system = System.console();
        this.terminal = system != null && system.isTerminal();
        this.began = clock.instant();
        this.said = began;
    }

    @Override
    public void at(long bytesRead, long bytesAll) throws IOException {
        if (stop.isGiven()) {
            throw new Stopped();
        }
        say("read", bytesRead, bytesAll);
    }

    @Override
    public void settling(long rowsDone, long rowsAll) throws CorpusException {
        if (!settling) {
            settling = true;
            began = clock.instant();
        }
        inOrder("put in order", rowsDone, rowsAll);
    }

    /** How far the rows of a removed batch are cleared away. */
    void removing(long rowsDone, long rowsAll) throws CorpusException {
        inOrder("cleared away", rowsDone, rowsAll);
    }

    private void inOrder(String what, long rowsDone, long rowsAll) throws CorpusException {
        if (stop.isGiven()) {
            throw new CorpusException("The program was told to end.");
        }
        say(what, rowsDone, rowsAll);
    }

    /** Whether everything is kept, and only the order of the corpus is being seen to. */
    boolean isSettling() {
        return settling;
    }

    private void say(String what, long done, long all) {
        Instant now = clock.instant();
        Duration between = terminal ? BETWEEN_ON_TERMINAL : BETWEEN_LINES;
        if (Duration.between(said, now).compareTo(between) < 0) {
            return;
        }
        said = now;
        String line = line(name, what, done, all, Duration.between(began, now));
        if (terminal) {
            console.err().print(TO_LINE_START + line);
            console.err().flush();
            open = true;
        } else {
            console.err().println(line);
        }
    }

    /** One line: how much is done, and how long the rest takes at this speed. */
    static String line(String name, String what, long done, long all, Duration since) {
        double part = all <= 0 ? 0 : Math.min(1, (double) done / all);
        String left = "";
        if (part > 0) {
            long seconds = Math.round(since.toMillis() / 1000.0 * (1 - part) / part);
            left = seconds < 60
                    ? ", about " + seconds + " s left"
                    : String.format(Locale.ROOT, ", about %d min left", (seconds + 30) / 60);
        }
        return String.format(Locale.ROOT, "%s: %.0f %% %s%s", name, Math.floor(part * 100), what, left);
    }

    /** Clears the line for what comes after it. */
    void end() {
        if (open) {
            console.err().print(TO_LINE_START);
            open = false;
        }
    }
}
