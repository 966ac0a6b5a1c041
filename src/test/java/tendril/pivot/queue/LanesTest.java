package tendril.pivot.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tendril.indicator.Indicator;
import tendril.pivot.Answer;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.Provider;
import tendril.pivot.Question;

@Timeout(20)
class LanesTest {
    private final BlockingQueue<Lanes.Answered> inbox = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    @Test
    void anAnswerIsReadForEachRequestAndForOneThatJoinedLater() throws InterruptedException {
        try (Lanes lanes = lanes(() -> new Fetch.Got(Asking.answer()))) {
            lanes.send(started(7));
            Lanes.Answered answered = inbox.take();

            assertThat(answered.send()).isEqualTo(7);
            assertThat(answered.outcome(Asking.click(1))).isInstanceOf(PivotOutcome.NothingFound.class);
            assertThat(answered.outcome(Asking.click(99))).isInstanceOf(PivotOutcome.NothingFound.class);
        }
    }

    @Test
    void whatNobodyWaitsForIsBrokenOff() throws InterruptedException {
        try (Lanes lanes = lanes(LanesTest::never)) {
            lanes.send(started(7));
            asked.await();
            lanes.cancel(List.of(7L));

            assertThat(inbox.take().outcome(Asking.click(1))).isEqualTo(new PivotOutcome.Cancelled());
        }
    }

    @Test
    void aProviderWithAFaultFailsItsRequestAndNothingElse() throws InterruptedException {
        try (Lanes lanes = lanes(() -> {
            throw new IllegalStateException("a fault");
        })) {
            lanes.send(started(7));
            assertThat(inbox.take().outcome(Asking.click(1))).isInstanceOf(PivotOutcome.Malformed.class);
        }
    }

    @Test
    void aProviderThatIsNotThereRefusesAndPausesItsLane() throws InterruptedException {
        try (Lanes lanes = new Lanes(id -> Optional.empty(), inbox::add)) {
            lanes.send(started(7));
            assertThat(inbox.take().outcome(Asking.click(1)))
                    .isInstanceOfSatisfying(
                            PivotOutcome.Refused.class,
                            refused -> assertThat(refused.pauseProvider()).isTrue());
        }
    }

    @Test
    void closingBreaksOffEverythingAndTheInboxStaysSilent() throws InterruptedException {
        Lanes lanes = lanes(LanesTest::never);
        lanes.send(started(7));
        asked.await();
        lanes.close();
        lanes.send(started(8));

        assertThat(lanes.underWay()).isZero();
        assertThat(inbox).isEmpty();
    }

    @Test
    void theTimerRingsOnceForTheLastTimeItWasSet() throws InterruptedException {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            BlockingQueue<String> looks = new LinkedBlockingQueue<>();
            QueueTimer alarm = new QueueTimer(timer, Runnable::run, () -> looks.add("look"));
            alarm.set(Optional.of(Duration.ofHours(1)));
            alarm.set(Optional.of(Duration.ZERO));
            assertThat(looks.poll(10, TimeUnit.SECONDS)).isEqualTo("look");
            alarm.set(Optional.of(Duration.ofHours(1)));
            alarm.close();
            assertThat(looks).isEmpty();
            timer.shutdownNow();
        }
    }

    private static Fetch never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            return new Fetch.Failed(new PivotOutcome.Cancelled());
        }
        return new Fetch.Got(Asking.answer());
    }

    private static QueueChange.Started started(long send) {
        PivotRequest request = Asking.click(1);
        return new QueueChange.Started(send, request.question(), List.of(request), Instant.EPOCH, 0);
    }

    private Lanes lanes(Supplier<Fetch> fetch) {
        Provider provider = new Provider() {
            @Override
            public String id() {
                return "s";
            }

            @Override
            public String name() {
                return "S";
            }

            @Override
            public List<Pivot> pivots() {
                return List.of();
            }

            @Override
            public Pace pace() {
                return Pace.unlimited(1);
            }

            @Override
            public Audience audience() {
                return Audience.THIS_MACHINE;
            }

            @Override
            public Question question(Pivot pivot, Indicator indicator) {
                return Asking.click(1).question();
            }

            @Override
            public Fetch fetch(Question question) {
                asked.countDown();
                return fetch.get();
            }

            @Override
            public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
                return Asking.nothing();
            }
        };
        return new Lanes(id -> Optional.of(provider), inbox::add);
    }
}
