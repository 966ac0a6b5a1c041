package tendril.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import tendril.pivot.queue.Lanes;
import tendril.pivot.queue.QueueChange;
import tendril.pivot.queue.QueueTimer;

/** A sender on real threads and a real clock. Its calls are confined to the case thread. */
final class LaneSender implements Sender {
    private final Lanes lanes;
    private final QueueTimer timer;

    /**
     * @param providers  who can be asked
     * @param timer      rings when there may be something to send; stays open when this closes
     * @param caseThread where answers and alarms are handled
     * @param answered   takes what came back, on the case thread
     * @param wake       looks at the queue again, on the case thread
     */
    LaneSender(
            Providers providers,
            ScheduledExecutorService timer,
            Executor caseThread,
            Consumer<Lanes.Answered> answered,
            Runnable wake) {
        lanes = new Lanes(providers::find, back -> caseThread.execute(() -> answered.accept(back)));
        this.timer = new QueueTimer(timer, caseThread, wake);
    }

    @Override
    public void send(QueueChange.Started started) {
        lanes.send(started);
    }

    @Override
    public void cancel(long send) {
        lanes.cancel(List.of(send));
    }

    @Override
    public void wakeIn(Optional<Duration> time) {
        timer.set(time);
    }

    @Override
    public void close() {
        timer.close();
        lanes.close();
    }
}
