package tendril.cli.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tendril.cli.console.Console;
import tendril.cli.console.Launcher;
import tendril.cli.console.StopSignal;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.demo.DemoCorpus;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.server.CorpusServer;
import tendril.server.FaultSpec;
import tendril.server.ServerOptions;
import tendril.server.access.FileAccessLog;
import tendril.server.access.Tls;
import tendril.server.maltego.LocalCommand;
import tendril.server.message.Faults;

/** {@code tendril serve}: answers ThreatCrowd's API over a corpus until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Answer the ThreatCrowd API over a corpus, by default the demo corpus, until stopped.",
            "Only this machine reaches it unless --bind says otherwise."
        },
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    private static final int PORT_USUAL = 8765;

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

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "A host name the server may be asked by beside its address and those of its certificate. May"
                    + " be repeated. Other names are refused, as a web page could make a browser use them.")
    private List<String> names = List.of();

    @Option(
            names = "--tls-cert",
            paramLabel = "PEM",
            description = "Certificate to answer HTTPS with, followed by those that vouch for it. Needs --tls-key.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--tls-key", paramLabel = "PEM", description = "Key of the certificate: PKCS#8, no passphrase.")
    private Optional<Path> key = Optional.empty();

    @Mixin
    private ServePaces paces = new ServePaces();

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Log every request with time, client and status in a file for you alone; it is rotated at 16"
                    + " MiB. Without it nothing is logged.")
    private Optional<Path> accessLog = Optional.empty();

    @Option(
            names = "--cors",
            description = "Let pages of other sites read the API and the feeds in a browser. Votes by GET then need the"
                    + " token of this server's own pages.")
    private boolean cors;

    @Option(
            names = "--fault",
            paramLabel = "SPEC",
            description =
                    "Fail on purpose, to test clients: 429:0.1,slow:2s fails a tenth and delays the rest. Also any"
                            + " 4xx or 5xx status, html, busy, truncated, empty, drop, trickle.")
    private Optional<String> fault = Optional.empty();

    public ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (certificate.isPresent() != key.isPresent()) {
            return console.problem("--tls-cert and --tls-key belong together: give both, or neither.");
        }
        Optional<FileAccessLog> log = Optional.empty();
        try (var stop = new StopSignal()) {
            ServerOptions options = options(address());
            if (accessLog.isPresent()) {
                log = Optional.of(log(accessLog.get()));
                options = options.withAccessLog(log.get());
            }
            try (Corpus data = corpus.isPresent() ? SqliteCorpus.open(corpus.get()) : DemoCorpus.open()) {
                return serve(data, options, stop);
            }
        } catch (CorpusException e) {
            return console.problem(e.sentence());
        } catch (IOException e) {
            return console.problem(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Console.OK;
        } finally {
            log.ifPresent(this::close);
        }
    }

    private int serve(Corpus data, ServerOptions options, StopSignal stop) throws IOException, InterruptedException {
        try (CorpusServer server = CorpusServer.start(data, options)) {
            if (!options.bind().getAddress().isLoopbackAddress()) {
                console.err().println(warning(options));
            }
            console.out().println(server.url());
            console.out().flush();
            stop.await();
            return Console.OK;
        }
    }

    private ServerOptions options(InetSocketAddress address) throws IOException {
        ServerOptions options = ServerOptions.at(address)
                .withNames(Set.copyOf(names))
                .withPaces(paces.on(address.getAddress()))
                .withLocalCommand(new LocalCommand(Launcher.path(), corpus));
        if (certificate.isPresent() && key.isPresent()) {
            options = options.withTls(Tls.read(certificate.get(), key.get()));
        }
        if (cors) {
            options = options.withCors();
        }
        return fault.isPresent() ? options.withFaults(faults(fault.get())) : options;
    }

    private static Faults faults(String text) throws IOException {
        try {
            return FaultSpec.parse(text, RandomGenerator.of("SecureRandom"));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static FileAccessLog log(Path file) throws IOException {
        try {
            return new FileAccessLog(file, FileAccessLog.FILE_BYTES_MAX, InstantSource.system());
        } catch (IOException e) {
            throw new IOException("The access log " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private void close(FileAccessLog log) {
        try {
            log.close();
        } catch (IOException e) {
            console.err().println("The end of the access log may be missing: " + e.getMessage() + ".");
        }
    }

    /** What it means that other machines reach this server. */
    private String warning(ServerOptions options) {
        return "Listening on " + bind.orElse("")
                + ": whoever reaches this machine can read the whole corpus, vote, and run"
                + " transforms. There is no password."
                + (options.tls().isEmpty()
                        ? " What is asked and answered travels unencrypted; --tls-cert and --tls-key mend that."
                        : "")
                + (accessLog.isEmpty() ? " Nobody will know who asked what; --access-log writes it down." : "");
    }

    private InetSocketAddress address() throws IOException {
        try {
            return new InetSocketAddress(
                    bind.isPresent() ? InetAddress.getByName(bind.get()) : InetAddress.getLoopbackAddress(), port);
        } catch (UnknownHostException e) {
            throw new IOException(
                    "There is no address " + bind.orElse("") + " on this machine. Give one of its own.", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("There is no port " + port + ". Ports go from 1 to 65535; 0 takes any free one.", e);
        }
    }
}
