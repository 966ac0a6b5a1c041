package tendril.pivot.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tendril.pivot.Pace;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.Urgency;
import tendril.pivot.lane.RowState;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.pace.PaceAssert;
import tendril.pivot.pace.VirtualTicker;

/** Whatever people, sources and crashes do in whatever order: no request is lost, none is sent twice unasked. */
class QueuePropertyTest {
    private static final Pace PACE = new Pace(List.of(new Pace.Window(2, Duration.ofSeconds(5))), 2);
    private static final int HOSTS = 8;

    @Property(tries = 200)
    void noRequestIsLostAndNoneIsSentTwice(
            @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 99_999) Integer> steps) {
        Play play = new Play();
        steps.forEach(step -> {
            play.step(step % 18, step / 18);
            play.check();
        });
        play.finish();
    }

    private static final class Play {
        private final VirtualTicker ticker = new VirtualTicker("2026-03-01T09:00:00Z");
        private final MemoryPaceLedger ledger = new MemoryPaceLedger(ticker);
        private final SavedQueue saved = new SavedQueue();
        private final Map<Long, Integer> mayBeSent = new HashMap<>();
        private final List<QueueChange.Started> underWay = new ArrayList<>();
        private final Set<Long> abandoned = new HashSet<>();
        private final Map<String, List<Long>> sentAt = new HashMap<>();
        private PivotQueue queue = fresh();
        private long lastId;

        private PivotQueue fresh() {
            PivotQueue made = new PivotQueue(ticker, ledger, new Random(5));
            made.setPace("s", PACE);
            made.setPace("t", PACE);
            return made;
        }

        void step(int kind, int arg) {
            long id = lastId == 0 ? 1 : arg % lastId + 1;
            switch (kind) {
                case 0, 1, 2 -> note(queue.add(request(arg)));
                case 3 -> note(queue.cancel(List.of(id, id + 1)));
                case 4 -> note(queue.cancelAction(arg % 3));
                case 5 -> note(queue.retry(List.of(id, id + 2)));
                case 6 -> note(queue.doNext(id));
                case 7 -> note(queue.move(List.of(id, id + 3), OptionalLong.of(arg % 5 + 1)));
                case 8 -> note(arg % 2 == 0 ? queue.pause("s") : queue.resume("s"));
                case 9 -> note(arg % 2 == 0 ? queue.pauseAll() : queue.resumeAll());
                case 10 -> note(queue.offline(arg % 3 == 0));
                case 11 -> note(arg % 2 == 0 ? queue.hold(id, "TLP:RED") : queue.release(id));
                case 12 -> note(arg % 4 == 0 ? queue.clearDone() : List.of());
                case 13 -> restart(arg);
                case 14 -> ticker.pass(Duration.ofMillis(arg));
                default -> {
                    send();
                    answer(arg);
                }
            }
        }

        private PivotRequest request(int arg) {
            String source = arg % 2 == 0 ? "s" : "t";
            Urgency urgency = arg % 3 == 0 ? Urgency.CLICK : Urgency.BULK;
            return Asking.request(++lastId, arg % 3, source, "host" + arg % HOSTS, urgency);
        }

        private void send() {
            for (QueueChange.Started started : queue.due()) {
                assertThat(started.ids()).allSatisfy(id -> {
                    assertThat(mayBeSent.getOrDefault(id, 0))
                            .as("right to send %d", id)
                            .isEqualTo(1);
                    mayBeSent.put(id, 0);
                });
                assertThat(underWay)
                        .noneMatch(other ->
                                other.question().sameAs(started.question()) && !abandoned.contains(other.send()));
                underWay.add(started);
                sentAt.computeIfAbsent(started.question().provider(), key -> new ArrayList<>())
                        .add(ticker.nanos());
                note(List.of(started));
            }
        }

        private void answer(int arg) {
            if (!underWay.isEmpty()) {
                QueueChange.Started started = underWay.remove(arg % underWay.size());
                note(queue.settled(started.send(), outcome(arg / 7)));
            }
        }

        private static PivotOutcome outcome(int arg) {
            return switch (arg % 9) {
                case 0, 1 -> Asking.found(1);
                case 2 -> Asking.nothing();
                case 3 -> new PivotOutcome.TooMany(Asking.answer(), 900);
                case 4 -> Asking.throttled(Duration.ofSeconds(arg % 100 - 20));
                case 5 -> Asking.unreachable();
                case 6 -> new PivotOutcome.Refused("No.", arg % 2 == 0);
                case 7 -> new PivotOutcome.Malformed(Optional.empty(), "HTML.");
                default -> new PivotOutcome.Cancelled();
            };
        }

        private void restart(int arg) {
            underWay.clear();
            abandoned.clear();
            queue = fresh();
            note(queue.restore(saved));
            ticker.pass(Duration.ofSeconds(arg % 10));
        }

        private void note(List<? extends QueueChange> changes) {
            for (QueueChange change : changes) {
                saved.apply(change);
                switch (change) {
                    case QueueChange.Asked asked ->
                        mayBeSent.put(asked.request().id(), 1);
                    case QueueChange.PutBack back -> back.ids().forEach(id -> mayBeSent.put(id, 1));
                    case QueueChange.Retried retried -> mayBeSent.put(retried.id(), 1);
                    case QueueChange.Joined joined -> mayBeSent.put(joined.id(), 0);
                    case QueueChange.Cancelled cancelled -> abandoned.addAll(cancelled.abandoned());
                    default -> {}
                }
            }
        }

        private List<Long> sentAtTo(String source) {
            return sentAt.getOrDefault(source, List.of());
        }

        /** The queue and the fold of its changes agree on every row, and each row is in one place. */
        void check() {
            assertThat(queue.rows()).hasSize(saved.rows().size());
            int counted = 0;
            for (RowState state : RowState.values()) {
                counted += queue.count(state);
            }
            assertThat(counted).isEqualTo(saved.rows().size());
            for (SavedRow row : saved.rows()) {
                assertThat(queue.row(row.request().id()).orElseThrow().state())
                        .as("row %d", row.request().id())
                        .isEqualTo(row.state());
            }
        }

        /** With everything let go and a source that answers, every row comes to its end. */
        void finish() {
            note(queue.offline(false));
            note(queue.resumeAll());
            note(queue.resume("s"));
            note(queue.resume("t"));
            saved.rows().stream()
                    .filter(row -> row.state() == RowState.HELD)
                    .forEach(row -> note(queue.release(row.request().id())));
            while (true) {
                send();
                while (!underWay.isEmpty()) {
                    note(queue.settled(underWay.removeFirst().send(), Asking.found(1)));
                }
                Optional<Duration> wake = queue.nextWake();
                if (wake.isEmpty()) {
                    break;
                }
                ticker.pass(wake.get().plusNanos(1));
            }
            check();
            PaceAssert.assertNoWindowExceeded(PACE, sentAtTo("s"));
            PaceAssert.assertNoWindowExceeded(PACE, sentAtTo("t"));
            assertThat(saved.rows())
                    .allSatisfy(row -> assertThat(
                                    row.state().isOver() || row.state().mayBeRetried())
                            .isTrue());
        }
    }
}
