package tendril.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.demo.DemoCorpus;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.server.CorpusServer;
import tendril.server.FaultSpec;
import tendril.server.ServerOptions;
import tendril.server.message.Access;

/**
 * A day of mixed requests in minutes: reports of every kind, version 1, votes, feeds, pages, requests no client should
 * send, clients that dawdle and clients that leave, faults on purpose, and a corpus that grows meanwhile. Prints what was
 * answered and, after a first and a second part, what of threads, file descriptors and heap is left when all is quiet.
 * Ends with status 1 when an answer failed that no fault was asked for, or when something was left behind.
 *
 * <p>Arguments: seconds, by default 300; clients, by default 24.
 */
public final class SoakBench {
    private static final String FAULTS = "429:0.02,503:0.02,500:0.01,slow:20ms:0.02,html:0.01,busy:0.01,truncated:0.02,"
            + "empty:0.01,drop:0.02,trickle:1ms:0.01";

    /** Makes each request of the API one of its own, so that its fault can be told. */
    private static final String NUMBER = "&n=";

    private static final int QUIET_SECONDS_MAX = 60;
    private static final int TIMEOUT_MS = 30_000;
    private static final int HEAP_GROWTH_BYTES_MAX = 8 << 20;
    private static final List<String> ASKED_IN_GOOD_FORM = List.of(
            "/searchApi/v2/domain/report/?domain=%s",
            "/searchApi/v2/ip/report/?ip=192.0.2.%d",
            "/searchApi/v2/email/report/?email=who@%s",
            "/searchApi/v2/file/report/?resource=%032x",
            "/searchApi/v2/antivirus/report/?antivirus=troj%d",
            "/searchApi/v1/api.php?type=domain&query=%s",
            "/feeds/domains.txt",
            "/feeds/ips.txt",
            "/",
            "/domain.php?domain=%s",
            "/ip.php?ip=192.0.2.%d",
            "/graphHtml.php?domain=%s",
            "/listMalware.php?antivirus=troj%d",
            "/healthz",
            "/metrics");
    private static final List<String> ODD = List.of(
            "GARBAGE\r\n\r\n",
            "GET / HTTP/3.0\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "GET /%%%00?=&=&&&domain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /searchApi/v2/domain/report/?domain=" + "a".repeat(9_000) + " HTTP/1.0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
            "DELETE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "\r\n\r\nHEAD / HTTP/1.0\r\n\r\n");

    private final PrintStream out;
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    /** Requests that met a fault, by their target, until their client has seen it. */
    private final Map<String, String> faulted = new ConcurrentHashMap<>();

    private final AtomicLong asked = new AtomicLong();
    private volatile boolean running;

    /** What a program holds when nothing goes on. */
    private record Held(int threads, long files, long heapBytes) {}

    private SoakBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 24;
        System.exit(new SoakBench(System.out).run(seconds, clients) ? 0 : 1);
    }

    private boolean run(int seconds, int clients) throws IOException, InterruptedException {
        Held first;
        Held last;
        try (Corpus corpus = SqliteCorpus.temporary()) {
            DemoCorpus.fill(corpus);
            var options = ServerOptions.loopback(0)
                    .withFaults(FaultSpec.parse(FAULTS, new Random(5)))
                    .withAccessLog(this::heard);
            try (CorpusServer server = CorpusServer.start(corpus, options)) {
                int port = server.url().getPort();
                load(corpus, port, clients, seconds / 3, 1);
                first = quiet(port);
                load(corpus, port, clients, seconds - seconds / 3, 2);
                last = quiet(port);
            }
        }
        counts.forEach((what, count) -> out.printf("%-24s %10d%n", what, count.sum()));
        out.println("after a third: " + first);
        out.println("at the end:    " + last);
        long unasked = counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("unasked"))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
        boolean leaks = last.threads() > first.threads() + 1
                || last.files() > first.files() + 1
                || last.heapBytes() > first.heapBytes() + HEAP_GROWTH_BYTES_MAX;
        out.println("unasked errors: " + unasked + (leaks ? ", and something is left behind" : ", nothing is left behind"));
        return unasked == 0 && !leaks;
    }

    /** The server tells of a fault before the client can see it. */
    private void heard(Access access) {
        if (access.remark().startsWith("fault: ") && access.target().contains(NUMBER)) {
            faulted.put(access.target(), access.remark());
        } else if (!access.remark().isEmpty() && !access.remark().equals("refused")) {
            count("remark: " + access.remark());
        }
    }

    private void load(Corpus corpus, int port, int clients, int seconds, int seed) throws InterruptedException {
        running = true;
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            var random = new SplittableRandom(seed * 1_000L + i);
            threads.add(Thread.ofVirtual().start(() -> client(port, random)));
        }
        threads.add(Thread.ofPlatform().start(() -> grow(corpus, seed)));
        Thread.sleep(seconds * 1000L);
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void client(int port, SplittableRandom random) {
        while (running) {
            int kind = random.nextInt(20);
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(TIMEOUT_MS);
                if (kind < 14) {
                    keepAlive(socket, random);
                } else if (kind < 17) {
                    odd(socket, random);
                } else if (kind < 19) {
                    leave(socket, random);
                } else {
                    dawdle(socket, random);
                }
            } catch (IOException e) {
                count(kind < 17 ? "unasked: ended early" : "left early");
            }
        }
    }

    private void keepAlive(Socket socket, SplittableRandom random) throws IOException {
        InputStream in = socket.getInputStream();
        boolean alive = true;
        for (int i = random.nextInt(30); i >= 0 && alive && running; i--) {
            boolean vote = random.nextInt(12) == 0;
            String target = target(random);
            boolean api = !vote && target.startsWith("/searchApi/");
            String numbered = api ? target + NUMBER + asked.incrementAndGet() : target;
            send(socket, vote ? vote(random) : "GET " + numbered + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            String head = head(in);
            String fault = faulted.getOrDefault(numbered, "");
            if (head.isEmpty()) {
                judge(fault, "no answer", "drop");
                return;
            }
            String status = head.substring(9, 12);
            count((vote ? "vote " : api ? "API " : "page ") + status);
            if (!status.equals("200")) {
                judge(fault, status, "status " + status);
            }
            alive = body(in, head, fault);
            faulted.remove(numbered);
        }
    }

    /** Counts something that went wrong: as asked for only if the server drew just the fault that does this. */
    private void judge(String fault, String what, String asksForIt) {
        count((fault.equals("fault: " + asksForIt) ? "fault: " : "unasked: ") + what);
    }

    /** Reads a body to its end; false when the connection ended with it. */
    private boolean body(InputStream in, String head, String fault) throws IOException {
        int at = head.indexOf("Content-Length: ");
        boolean whole;
        if (at >= 0) {
            int length = Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
            if (length == 0 && fault.equals("fault: truncated")) {
                // Half of nothing looks whole, but the connection is at its end.
                return false;
            }
            whole = in.readNBytes(length).length == length;
        } else if (head.contains("chunked")) {
            whole = chunks(in);
        } else {
            whole = head.startsWith("HTTP/1.1 304");
        }
        if (!whole) {
            judge(fault, "half an answer", "truncated");
        }
        return whole && !head.contains("Connection: close");
    }

    private static boolean chunks(InputStream in) throws IOException {
        while (true) {
            String line = line(in);
            if (line.isEmpty()) {
                return false;
            }
            int length = Integer.parseInt(line, 16);
            if (in.readNBytes(length + 2).length != length + 2) {
                return false;
            }
            if (length == 0) {
                return true;
            }
        }
    }

    private void odd(Socket socket, SplittableRandom random) throws IOException {
        send(socket, ODD.get(random.nextInt(ODD.size())));
        socket.shutdownOutput();
        String head = head(socket.getInputStream());
        int status = head.isEmpty() ? 0 : Integer.parseInt(head.substring(9, 12));
        count("odd " + status);
        socket.getInputStream().readAllBytes();
    }

    /** Asks for a lot and goes away in the middle, with a reset. */
    private void leave(Socket socket, SplittableRandom random) throws IOException {
        send(socket, "GET " + target(random) + " HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HT");
        socket.setSoLinger(true, 0);
        if (random.nextBoolean()) {
            count("left after " + (socket.getInputStream().read() < 0 ? "the end" : "a byte"));
        } else {
            count("left at once");
        }
    }

    /** Sends a request byte by byte and reads the answer the same way. */
    private void dawdle(Socket socket, SplittableRandom random) throws IOException {
        String request = "GET " + target(random) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        for (int i = 0; i < request.length(); i++) {
            send(socket, request.substring(i, i + 1));
            pause(2);
        }
        InputStream in = socket.getInputStream();
        for (int i = 0; i < 200 && in.read() >= 0; i++) {
            pause(1);
        }
        count("dawdled");
    }

    /** Meanwhile the corpus grows, and batches go again. */
    private void grow(Corpus corpus, int seed) {
        var random = new SplittableRandom(seed);
        try {
            for (int round = 0; running; round++) {
                var rows = new ArrayList<Observation>();
                for (int i = 0; i < 500; i++) {
                    rows.add(Observation.undated(
                            Relation.RESOLVES, name(random), "192.0.2." + random.nextInt(256)));
                }
                corpus.add(new Batch("soak " + round % 4, "soak", ""), rows);
                if (round % 8 == 7) {
                    corpus.remove("soak " + random.nextInt(4), Corpus.Progress.UNHEARD);
                }
                count("batches");
                pause(200);
            }
        } catch (IOException e) {
            count("unasked: the corpus did not grow: " + e.getMessage());
        }
    }

    private static String vote(SplittableRandom random) {
        String form = "value=" + name(random) + "&vote=" + List.of("0", "1", "withdraw").get(random.nextInt(3));
        return "POST /vote.php HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + form.length() + "\r\n\r\n" + form;
    }

    private static String target(SplittableRandom random) {
        String form = ASKED_IN_GOOD_FORM.get(random.nextInt(ASKED_IN_GOOD_FORM.size()));
        return form.contains("%s")
                ? form.formatted(name(random))
                : form.formatted(random.nextInt(256));
    }

    private static String name(SplittableRandom random) {
        return "h" + random.nextInt(3_000) + ".soak.example";
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                return "";
            }
            head.append((char) read);
        }
        return head.toString();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') {
                return line.toString().strip();
            }
            line.append((char) read);
        }
        return "";
    }

    private void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    private static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the connections that were left have been noticed, then counts what is held. */
    private Held quiet(int port) throws IOException, InterruptedException {
        Held held = held();
        for (int i = 0; i < QUIET_SECONDS_MAX; i++) {
            Thread.sleep(1000);
            Held now = held();
            if (now.files() == held.files() && now.threads() == held.threads() && i > 2) {
                break;
            }
            held = now;
        }
        out.printf(Locale.ROOT, "quiet on port %d: %s%n", port, held);
        return held;
    }

    private static Held held() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Held(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                system.getOpenFileDescriptorCount(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}
