package tendril.pivot.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import tendril.pivot.PivotOutcome;
import tendril.pivot.pace.SlowDisk;
import tendril.pivot.pace.VirtualTicker;

/** A source that notes when it is asked what, answers after a while, and drives a queue through virtual time. */
final class RecordingSource {
    private final VirtualTicker ticker;
    private final Duration latency;
    private final Function<QueueChange.Started, PivotOutcome> answers;
    private final PriorityQueue<Reply> replies = new PriorityQueue<>(Comparator.comparingLong(Reply::at));
    final List<Long> askedAt = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<Long> firstIds = new ArrayList<>();
    private final Map<Long, Long> sentAt = new HashMap<>();
    final SavedQueue saved = new SavedQueue();
    /** The disks of the ledgers that the queues wait for. */
    final List<SlowDisk> disks = new ArrayList<>();

    private record Reply(long at, QueueChange.Started started, PivotQueue queue) {}

    RecordingSource(VirtualTicker ticker, Duration latency, Function<QueueChange.Started, PivotOutcome> answers) {
        this.ticker = ticker;
        this.latency = latency;
        this.answers = answers;
    }

    /** Runs the queues until nothing more happens by itself or so much was asked in all. */
    void run(int askedMax, PivotQueue... queues) {
        while (true) {
            while (!replies.isEmpty() && replies.element().at() <= ticker.nanos()) {
                Reply reply = replies.remove();
                saved.applyAll(reply.queue().settled(reply.started().send(), answers.apply(reply.started())));
            }
            disks.forEach(SlowDisk::work);
            long next = replies.isEmpty() ? Long.MAX_VALUE : replies.element().at();
            for (PivotQueue queue : queues) {
                queue.due().forEach(started -> take(started, queue));
                if (asked.size() >= askedMax) {
                    return;
                }
                next = Math.min(
                        next,
                        queue.nextWake()
                                .map(span -> ticker.nanos() + Math.max(1, span.toNanos()))
                                .orElse(Long.MAX_VALUE));
            }
            next = replies.isEmpty() ? next : Math.min(next, replies.element().at());
            for (SlowDisk disk : disks) {
                next = Math.min(next, disk.next());
            }
            if (next == Long.MAX_VALUE) {
                return;
            }
            ticker.passTo(next);
        }
    }

    long sentAt(long id) {
        return sentAt.getOrDefault(id, Long.MIN_VALUE);
    }

    /** Answers all that is under way. */
    void answerNow() {
        replies.forEach(
                reply -> saved.applyAll(reply.queue().settled(reply.started().send(), answers.apply(reply.started()))));
        replies.clear();
    }

    /** The program that asked is dead: nobody hears the answers. */
    void forgetReplies() {
        replies.clear();
    }

    private void take(QueueChange.Started started, PivotQueue queue) {
        saved.apply(started);
        askedAt.add(ticker.nanos());
        asked.add(started.question().key());
        firstIds.add(started.ids().getFirst());
        started.ids().forEach(id -> sentAt.put(id, ticker.nanos()));
        replies.add(new Reply(ticker.nanos() + latency.toNanos(), started, queue));
    }
}
