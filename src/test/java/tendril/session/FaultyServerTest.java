package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Answer;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Provider;
import tendril.pivot.Question;
import tendril.pivot.lane.RowState;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.queue.QueueRow;
import tendril.provider.BaseUrl;
import tendril.provider.HttpFetch;
import tendril.provider.HttpLimits;
import tendril.provider.ScriptedServer;
import tendril.provider.threatcrowd.ThreatCrowdProvider;

/**
 * A real case over a real connection to a server that does everything wrong: no row is lost, none says that nothing is
 * known, each says what happened, and the case thread waits for none of it.
 */
@Timeout(60)
class FaultyServerTest {
    private static final Indicator HOST = new Indicator(IndicatorType.DOMAIN, "evil.example");
    private static final Duration DEADLINE = Duration.ofMillis(700);

    @TempDir
    Path folder;

    private final ExecutorService caseThread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("case").factory());
    private final Set<String> working = ConcurrentHashMap.newKeySet();
    private final CountDownLatch settled = new CountDownLatch(1);

    @AfterEach
    void end() {
        caseThread.shutdownNow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            429 and seconds        | WAITING | server asked for 10 min
            429 and a date         | WAITING | server asked for
            429 and a past date    | WAITING | server asked to slow down
            429 and absurd seconds | WAITING | server asked for 24 h
            429 and garbage        | WAITING | server asked to slow down
            429 and negative       | WAITING | server asked to slow down
            429 and nothing        | WAITING | server asked to slow down
            503 and seconds        | WAITING | server asked for 10 min
            500                    | WAITING | has a problem of its own (500)
            HTML                   | WAITING | sent a web page instead of data
            empty                  | WAITING | sent an empty answer
            silence                | WAITING | did not answer within
            a byte at a time       | WAITING | and was not done
            reset                  | WAITING | without an answer
            hung up                | WAITING | without an answer
            truncated              | WAITING | broke off after
            length too long        | WAITING | broke off after
            length too short       | FAILED  | breaks off in the middle of its JSON
            half of the JSON       | FAILED  | breaks off in the middle of its JSON
            redirect elsewhere     | FAILED  | sent us on to http://elsewhere.example
            no HTTP                | FAILED  | does not speak HTTP
            401                    | FAILED  | wants a key or a login
            403                    | FAILED  | check that your key may ask this
            404                    | FAILED  | check the address of the server
            """)
    void noFaultLosesARowOrPassesForAnAnswer(String fault, RowState state, String words) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(script(fault));
                OpenCase open = open(server)) {
            on(() -> {
                open.session().listen(new CaseListener() {
                    @Override
                    public void queueChanged() {
                        RowState now =
                                open.session().queue().row(1).orElseThrow().state();
                        if (now != RowState.QUEUED && now != RowState.RUNNING) {
                            settled.countDown();
                        }
                    }
                });
                open.session().start();
                open.session().edits().add(List.of(HOST), List.of());
                open.session().expand(List.of(HOST));
            });
            server.awaitRequest();
            assertThat(settled.await(20, TimeUnit.SECONDS)).isTrue();

            on(() -> {
                QueueRow row = open.session().queue().row(1).orElseThrow();
                assertThat(row.why()).contains(words);
                assertThat(row.state()).isEqualTo(state);
                assertThat(row.expected().isPresent()).isEqualTo(state == RowState.WAITING);
                Request kept = open.session().graph().request(1).orElseThrow();
                assertThat(kept.state())
                        .isEqualTo(state == RowState.WAITING ? Request.State.QUEUED : Request.State.FAILED);
                assertThat(kept.message()).isNotEmpty();
                assertThat(open.session().graph().entityCount()).isEqualTo(1);
            });
            assertThat(working).isNotEmpty().noneMatch(name -> name.equals("case"));
        }
    }

    private static ScriptedServer.Script script(String fault) {
        return switch (fault) {
            case "429 and seconds" -> ScriptedServer.reply(429, "", "Retry-After: 600");
            case "429 and a date" -> ScriptedServer.reply(429, "", "Retry-After: Fri, 01 Jan 2100 10:00:00 GMT");
            case "429 and a past date" -> ScriptedServer.reply(429, "", "Retry-After: Thu, 01 Jan 2015 10:00:00 GMT");
            case "429 and absurd seconds" -> ScriptedServer.reply(429, "", "Retry-After: 99999999999999999999");
            case "429 and garbage" -> ScriptedServer.reply(429, "", "Retry-After: soon");
            case "429 and negative" -> ScriptedServer.reply(429, "", "Retry-After: -5");
            case "429 and nothing" -> ScriptedServer.reply(429, "");
            case "503 and seconds" -> ScriptedServer.reply(503, "busy", "Retry-After: 600");
            case "500" -> ScriptedServer.reply(500, "{\"response_code\":\"0\"}");
            case "HTML" -> ScriptedServer.reply(200, "<html>Please sign in</html>", "Content-Type: text/html");
            case "empty" -> ScriptedServer.reply(200, "");
            case "silence" -> ScriptedServer.Wire::stall;
            case "a byte at a time" ->
                wire -> wire.send(ScriptedServer.head(200, 1_000_000)).trickle("{");
            case "reset" -> ScriptedServer.Wire::reset;
            case "hung up" -> ScriptedServer.raw("");
            case "truncated" ->
                ScriptedServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"res\r\n");
            case "length too long" -> ScriptedServer.raw(ScriptedServer.head(200, 500) + "{\"response_code\":\"0\"}");
            case "length too short" -> ScriptedServer.raw(ScriptedServer.head(200, 9) + "{\"response_code\":\"0\"}");
            case "half of the JSON" -> ScriptedServer.json("{\"response_code\":\"1\",\"resolutions\":[{\"ip");
            case "redirect elsewhere" -> ScriptedServer.redirect(302, "http://elsewhere.example/report");
            case "no HTTP" -> ScriptedServer.raw("SSH-2.0-OpenSSH_9.7\r\n");
            default -> ScriptedServer.reply(Integer.parseInt(fault), "{\"response_code\":\"0\"}");
        };
    }

    private OpenCase open(ScriptedServer server) {
        var limits = new HttpLimits(DEADLINE, DEADLINE, 1 << 20, 3);
        var http = new HttpFetch("Tendril/test", limits, Optional.empty(), InstantSource.system());
        var source = new Watched(new ThreatCrowdProvider(BaseUrl.of(server.uri()), http), working);
        var setting = new OpenCase.Setting(
                new Providers(List.of(source), Map.of(source.id(), Pace.every(Duration.ofSeconds(10), 3))),
                graph -> added -> List.of(),
                caseThread,
                MemoryPaceLedger::new,
                "ana",
                Limits.USUAL);
        return ((OpenCase.Result.Open) OpenCase.openOrCreate(folder.resolve("case.tendril"), setting)).openCase();
    }

    private void on(Runnable task) throws Exception {
        caseThread.submit(task).get(20, TimeUnit.SECONDS);
    }

    /** Notes on which threads a provider waits and reads. */
    private record Watched(Provider provider, Set<String> threads) implements Provider {
        @Override
        public String id() {
            return provider.id();
        }

        @Override
        public String name() {
            return provider.name();
        }

        @Override
        public List<Pivot> pivots() {
            return provider.pivots();
        }

        @Override
        public Pace pace() {
            return provider.pace();
        }

        @Override
        public Audience audience() {
            return provider.audience();
        }

        @Override
        public Question question(Pivot pivot, Indicator indicator) {
            return provider.question(pivot, indicator);
        }

        @Override
        public Fetch fetch(Question question) throws InterruptedException {
            threads.add(Thread.currentThread().getName());
            return provider.fetch(question);
        }

        @Override
        public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
            threads.add(Thread.currentThread().getName());
            return provider.read(pivot, indicator, answer);
        }
    }
}
