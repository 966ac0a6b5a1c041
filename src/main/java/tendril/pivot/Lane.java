package tendril.pivot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * What is in line and under way at one provider, and what holds it up. A question is in {@code ready} or, while it
 * backs off, in {@code later}, or it is running. Confined to the case thread.
 */
final class Lane {
    final String provider;
    final SourceHealth health;
    final Ranks ranks = new Ranks();
    private final Map<String, Send> open = new HashMap<>();
    private final TreeSet<Send> ready = new TreeSet<>(Send.BY_RANK);
    private final TreeSet<Send> later = new TreeSet<>(Send.BY_TIME);
    private final Map<Long, Send> running = new LinkedHashMap<>();
    private Pace pace;
    // Empty: not paused. An empty string: paused by a person. Else what the source said when it refused us.
    private Optional<String> paused = Optional.empty();
    private long paceUntil = Long.MIN_VALUE;

    Lane(String provider, Pace pace, RandomGenerator random) {
        this.provider = provider;
        this.pace = pace;
        health = new SourceHealth(random);
    }

    Pace pace() {
        return pace;
    }

    void pace(Pace newPace) {
        pace = newPace;
        paceUntil = Long.MIN_VALUE;
    }

    Optional<String> paused() {
        return paused;
    }

    void paused(Optional<String> newPaused) {
        paused = newPaused;
    }

    /** The question as it is in line or under way, if it is. */
    Optional<Send> open(Question question) {
        return Optional.ofNullable(open.get(question.key()));
    }

    boolean isRunning(Send send) {
        return running.containsKey(send.number);
    }

    boolean isInLine(Send send) {
        return ready.contains(send) || later.contains(send);
    }

    /** Puts a question in line, or back into it after it ran. */
    void enqueue(Send send) {
        send.rank = send.bestRank();
        open.put(send.question.key(), send);
        (send.notBefore == Long.MIN_VALUE ? ready : later).add(send);
    }

    /** Takes a question out of line while its rank or its requests change; {@link #enqueue} puts it back. */
    void dequeueToChange(Send send) {
        ready.remove(send);
        later.remove(send);
    }

    /** Takes a question out of line. */
    void dequeue(Send send) {
        dequeueToChange(send);
        open.remove(send.question.key(), send);
        if (ready.isEmpty() && later.isEmpty()) {
            ranks.reset();
        }
    }

    /** Nobody waits for this question any more: an equal one is asked anew. */
    void abandon(Send send) {
        open.remove(send.question.key(), send);
    }

    /** The question is no longer under way. */
    void ended(Send send) {
        running.remove(send.number);
        open.remove(send.question.key(), send);
    }

    /** What may go now if the pace allows: the first in line, one at a time while the source is gone. */
    Optional<Send> candidate(long now) {
        mature(now);
        int allowed = health.isGone() ? 1 : pace.concurrency();
        return paused.isPresent() || running.size() >= allowed || ready.isEmpty() || now < health.notBefore()
                ? Optional.empty()
                : Optional.of(health.isGone() ? probe() : ready.first());
    }

    /** The question that was tried least lately: the first in line may be what the source chokes on. */
    private Send probe() {
        return Collections.min(ready, Comparator.comparingLong(send -> send.startedAt));
    }

    void start(Send send, long now) {
        ready.remove(send);
        ranks.started(send.rank);
        send.startedAt = now;
        running.put(send.number, send);
    }

    /** The pace said no until then. */
    void paceUntil(long time) {
        paceUntil = time;
    }

    /** The source is back: nothing backs off any longer. */
    void matureAll() {
        later.forEach(send -> send.notBefore = Long.MIN_VALUE);
        ready.addAll(later);
        later.clear();
    }

    private void mature(long now) {
        while (!later.isEmpty() && later.first().notBefore <= now) {
            Send send = later.removeFirst();
            send.notBefore = Long.MIN_VALUE;
            ready.add(send);
        }
    }

    /** When something could be sent, if nothing else changes; empty if only another event can make that so. */
    Optional<Long> wakeAt() {
        int allowed = health.isGone() ? 1 : pace.concurrency();
        if (paused.isPresent() || running.size() >= allowed || (ready.isEmpty() && later.isEmpty())) {
            return Optional.empty();
        }
        long first = ready.isEmpty() ? later.first().notBefore : Long.MIN_VALUE;
        return Optional.of(Math.max(first, Math.max(health.notBefore(), paceUntil)));
    }

    boolean isEmpty() {
        return ready.isEmpty() && later.isEmpty();
    }

    /** The earliest time the last forecast gave to anything in line. */
    Optional<Long> firstExpected() {
        long first = Math.min(
                ready.isEmpty() ? Long.MAX_VALUE : ready.first().expected,
                later.isEmpty() ? Long.MAX_VALUE : later.first().expected);
        return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(first);
    }

    List<Send> running() {
        return List.copyOf(running.values());
    }

    TreeSet<Send> ready() {
        return ready;
    }

    TreeSet<Send> later() {
        return later;
    }

    /** Everything in line, first to go first. */
    List<Send> inLine() {
        List<Send> all = new ArrayList<>(ready.size() + later.size());
        all.addAll(ready);
        if (!later.isEmpty()) {
            all.addAll(later);
            all.sort(Send.BY_RANK);
        }
        return all;
    }
}
