package tendril.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.DemoCorpus;
import tendril.corpus.SqliteCorpus;
import tendril.server.CorpusServer;
import tendril.server.ServerOptions;

/** {@code tendril serve}: answers ThreatCrowd's API over a corpus until it is stopped. */
@Command(
        name = "serve",
        description = "Answer the ThreatCrowd API over a corpus, by default the demo corpus, until stopped.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int PORT_USUAL = 8765;
    private static final Duration CLOSING_MAX = Duration.ofSeconds(10);

    private final Console console;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private int port = PORT_USUAL;

    @Option(names = "--corpus", paramLabel = "FILE", description = "Corpus to answer from. Default: the demo corpus.")
    private Optional<Path> corpus = Optional.empty();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on. Default: loopback only. Anything else lets other machines ask.")
    private Optional<String> bind = Optional.empty();

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Corpus data = corpus.isPresent() ? SqliteCorpus.open(corpus.get()) : DemoCorpus.open()) {
            return serve(data);
        } catch (CorpusException e) {
            return console.problem(String.valueOf(e.getMessage()));
        }
    }

    private int serve(Corpus data) {
        try (CorpusServer server = CorpusServer.start(data, ServerOptions.at(address()))) {
            bind.ifPresent(to -> console.err()
                    .println("Listening on " + to + ": every machine that reaches it can read this corpus."));
            console.out().println(server.url());
            console.out().flush();
            var stopped = new CountDownLatch(1);
            Thread serving = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, serving), "serve-stop"));
            stopped.await();
            return Console.OK;
        } catch (UnknownHostException e) {
            return console.problem("There is no address " + bind.orElse("") + " on this machine. Give one of its own.");
        } catch (IOException e) {
            return console.problem("The server cannot listen on port " + port + ": " + e.getMessage()
                    + ". Choose another with --port, or 0 for any free one.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Console.OK;
        }
    }

    /** Lets the server finish the answers under way before the program ends. */
    private static void stop(CountDownLatch stopped, Thread serving) {
        stopped.countDown();
        try {
            serving.join(CLOSING_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private InetSocketAddress address() throws UnknownHostException {
        return new InetSocketAddress(
                bind.isPresent() ? InetAddress.getByName(bind.get()) : InetAddress.getLoopbackAddress(), port);
    }
}
