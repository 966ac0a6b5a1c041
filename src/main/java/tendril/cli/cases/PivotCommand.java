package tendril.cli.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tendril.casefile.disk.CaseFileException;
import tendril.cli.console.Console;
import tendril.cli.console.DurationText;
import tendril.cli.console.ReadCase;
import tendril.cli.console.Version;
import tendril.indicator.Indicator;
import tendril.indicator.text.Detection;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.session.Ask;
import tendril.session.Providers;
import tendril.session.StillCase;

/** {@code tendril pivot}: asks pivots through the same session and queue as the window, and saves what they bring. */
@Command(
        name = "pivot",
        description = {
            "Ask pivots about indicators and grow the case with the answers.",
            "Without an indicator it carries on with what the case has queued."
        },
        mixinStandardHelpOptions = true)
public final class PivotCommand implements Callable<Integer> {
    private static final int DEPTH_MAX = 10;

    private final Console console;

    @Parameters(index = "0", paramLabel = "CASE", description = "Case to grow; made where there is none.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", paramLabel = "INDICATOR", description = "What to ask about; defanged is fine.")
    private List<String> typed = List.of();

    @Option(names = "--depth", paramLabel = "N", description = "How many hops to follow. Default: ${DEFAULT-VALUE}.")
    private int depth = 1;

    @Option(
            names = "--pivot",
            paramLabel = "NAME",
            description = "Ask this pivot only, by its id or the start of its name. Default: everything known.")
    private Optional<String> pivot = Optional.empty();

    @Option(
            names = "--provider",
            paramLabel = "URL",
            description = "ThreatCrowd-compatible server to ask. Default: the embedded one over the demo corpus.")
    private Optional<String> provider = Optional.empty();

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description = "Corpus that the embedded server answers from. Default: the demo corpus.")
    private Optional<Path> corpus = Optional.empty();

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "Time between requests, as 10s or 500ms. Default: what suits the server.")
    private Optional<Duration> interval = Optional.empty();

    @Option(names = "--retry", description = "Send failed and interrupted requests of the case once more.")
    private boolean retry;

    @Option(names = "--dry-run", description = "List exactly what would leave this machine, and send nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "With --dry-run: print one JSON object.")
    private boolean json;

    public PivotCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (depth < 1 || depth > DEPTH_MAX) {
            return console.problem("--depth takes 1 to " + DEPTH_MAX + " hops, not " + depth + ".");
        }
        List<Indicator> indicators = new ArrayList<>();
        for (String text : typed) {
            switch (Detection.detect(text)) {
                case Detection.Single single -> indicators.add(single.indicator());
                case Detection.Several several -> {
                    return console.problem(several.reason());
                }
                case Detection.Nothing nothing -> {
                    return console.problem(nothing.reason());
                }
            }
        }
        if (provider.isPresent() && corpus.isPresent()) {
            return console.problem(
                    "--provider asks another server, --corpus is for the embedded one: give one of them.");
        }
        Optional<Pace> pace = interval.map(time -> Pace.every(time, 1));
        Sources.Made made = provider.map(url -> Sources.at(url, Version.number(), pace))
                .orElseGet(() -> Sources.embedded(Version.number(), pace, corpus));
        return switch (made) {
            case Sources.Made.Failed failed -> console.problem(failed.reason());
            case Sources.Made.Ready ready -> ask(ready.sources(), indicators);
        };
    }

    private int ask(Sources sources, List<Indicator> indicators) {
        try (sources) {
            List<Ask.About> abouts = abouts(sources.providers(), indicators);
            if (!indicators.isEmpty() && abouts.isEmpty()) {
                return console.problem(nothingToAsk(sources.providers(), indicators));
            }
            if (dryRun) {
                return list(sources.providers(), abouts);
            }
            return new HeadlessRun(console, sources, file).run(session -> {
                if (!indicators.isEmpty()) {
                    session.edits().add(indicators, List.of());
                    session.ask(new Ask(abouts, title(indicators), false, depth - 1, false));
                }
                if (retry || sources.areEmbedded()) {
                    HeadlessRun.retryInterrupted(session, retry);
                }
            });
        }
    }

    private List<Ask.About> abouts(Providers providers, List<Indicator> indicators) {
        List<Ask.About> abouts = new ArrayList<>();
        for (Indicator indicator : indicators) {
            List<Pivot> wanted = pivot.isEmpty()
                    ? providers.expanding(indicator)
                    : providers.pivotsFor(indicator).stream()
                            .filter(candidate -> isMeant(candidate, pivot.get()))
                            .limit(1)
                            .toList();
            wanted.forEach(one -> abouts.add(new Ask.About(one, indicator)));
        }
        return abouts;
    }

    private static boolean isMeant(Pivot candidate, String name) {
        String sought = name.toLowerCase(Locale.ROOT);
        return candidate.id().toLowerCase(Locale.ROOT).equals(sought)
                || candidate.name().toLowerCase(Locale.ROOT).startsWith(sought);
    }

    private String nothingToAsk(Providers providers, List<Indicator> indicators) {
        Indicator first = indicators.getFirst();
        String names = String.join(
                ", ", providers.pivotsFor(first).stream().map(Pivot::id).toList());
        if (names.isEmpty()) {
            return "No source answers pivots about " + first.type().label() + " " + first.value()
                    + ", so there is nothing to ask.";
        }
        return "No pivot called " + pivot.orElse("") + " can be asked about " + first.value() + ". There are: " + names
                + ".";
    }

    /** Says what would leave. A case that is there is only read; one that is not is not made. */
    private int list(Providers providers, List<Ask.About> abouts) {
        if (!Files.exists(file)) {
            return list(new StillCase(List.of(), Optional.empty(), providers), abouts);
        }
        return switch (ReadCase.open(file)) {
            case ReadCase.Refused refused -> console.problem(refused.sentence());
            case ReadCase.Open open -> {
                try {
                    yield list(new StillCase(open.file().facts(), Optional.of(open.file()), providers), abouts);
                } catch (CaseFileException e) {
                    yield console.problem(e.sentence());
                } finally {
                    ReadCase.close(open.file());
                }
            }
        };
    }

    private int list(StillCase still, List<Ask.About> abouts) {
        DryRunReport.print(
                console,
                abouts.isEmpty()
                        ? still.dryRunOfQueue()
                        : still.dryRun(new Ask(abouts, "Dry run", false, depth - 1, false)),
                json);
        if (depth > 1) {
            console.err().println("What further hops would ask depends on the answers to these.");
        }
        return Console.OK;
    }

    private String title(List<Indicator> indicators) {
        String what = indicators.size() == 1 ? indicators.getFirst().value() : indicators.size() + " indicators";
        return pivot.map(name -> name + " on " + what).orElse("Expanded " + what)
                + (depth == 1 ? "" : ", " + depth + " hops");
    }
}
