package tendril.pivot.lane;

import java.time.Duration;
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
import java.util.stream.Stream;
import tendril.pivot.Pace;
import tendril.pivot.Question;
import tendril.pivot.pace.PaceKey;
import tendril.pivot.pace.PaceLedger;

/**
 * What is in line and under way at one provider, and what holds it up. A question is in {@code ready} or, while it
 * backs off, in {@code later}, or it is running. Confined to the case thread.
 */
public final class Lane {
    /** How far time may run behind a forecast before it is made anew. */
    private static final long LATE_NANOS = Duration.ofSeconds(1).toNanos();

    public final String provider;
    public final SourceHealth health;
    public final Ranks ranks = new Ranks();
    private final Map<String, Send> open = new HashMap<>();
    private final RankedSends ready = new RankedSends();
    private final TreeSet<Send> later = new TreeSet<>(Send.BY_TIME);
    private final Map<Long, Send> running = new LinkedHashMap<>();
    private PaceKey ledgerKey;
    private Pace pace;
    // Empty: not paused. An empty string: paused by a person. Else what the source said when it refused us.
    private Optional<String> paused = Optional.empty();
    private long paceUntil = Long.MIN_VALUE;
    private boolean awaitsSlot;
    // Empty: something has changed since the last one was made.
    private Optional<Forecast> forecast = Optional.empty();
    private long forecastGood;
    private long played;

    public Lane(String provider, Pace pace, RandomGenerator random) {
        this.provider = provider;
        ledgerKey = new PaceKey(provider, "");
        this.pace = pace;
        health = new SourceHealth(random);
    }

    public Pace pace() {
        return pace;
    }

    public void pace(Pace newPace) {
        pace = newPace;
        paceUntil = Long.MIN_VALUE;
        replan();
    }

    public Optional<String> paused() {
        return paused;
    }

    /** Under what the ledger keeps when this provider was asked. */
    public PaceKey ledgerKey() {
        return ledgerKey;
    }

    public void ledgerKey(PaceKey newKey) {
        ledgerKey = newKey;
        replan();
    }

    public void paused(Optional<String> newPaused) {
        paused = newPaused;
    }

    /** The question as it is in line or under way, if it is. */
    public Optional<Send> open(Question question) {
        return Optional.ofNullable(open.get(question.key()));
    }

    public boolean isRunning(Send send) {
        return running.containsKey(send.number);
    }

    public boolean isInLine(Send send) {
        return ready.contains(send) || later.contains(send);
    }

    /** Puts a question in line, or back into it after it ran. */
    public void enqueue(Send send) {
        send.rank = send.bestRank();
        open.put(send.question.key(), send);
        if (send.notBefore == Long.MIN_VALUE) {
            ready.add(send);
        } else {
            later.add(send);
        }
        replanIfSomeBackOff();
    }

    /** Takes a question out of line while its rank or its requests change; {@link #enqueue} puts it back. */
    public void dequeueToChange(Send send) {
        replanIfSomeBackOff();
        ready.remove(send);
        later.remove(send);
    }

    /** Takes a question out of line. */
    public void dequeue(Send send) {
        dequeueToChange(send);
        open.remove(send.question.key(), send);
        if (isEmpty()) {
            ranks.reset();
        }
    }

    /** Nobody waits for this question any more: an equal one is asked anew. */
    public void abandon(Send send) {
        open.remove(send.question.key(), send);
    }

    /** The question is no longer under way. */
    public void ended(Send send) {
        running.remove(send.number);
        open.remove(send.question.key(), send);
        replan();
    }

    /** What may go now if the pace allows: the first in line, one at a time while the source is gone. */
    public Optional<Send> candidate(long now) {
        int allowed = health.isGone() ? 1 : pace.concurrency();
        awaitsSlot = false;
        return paused.isPresent() || running.size() >= allowed || ready.isEmpty() || now < health.notBefore()
                ? Optional.empty()
                : Optional.of(health.isGone() ? probe() : ready.first());
    }

    /** The question that was tried least lately: the first in line may be what the source chokes on. */
    private Send probe() {
        List<Send> all = new ArrayList<>(ready.size());
        ready.forEach(all::add);
        return Collections.min(all, Comparator.comparingLong(send -> send.startedAt));
    }

    public void start(Send send, long now) {
        ready.remove(send);
        ranks.started(send.rank);
        send.startedAt = now;
        running.put(send.number, send);
        replan();
    }

    /** The pace said no until then. */
    public void paceUntil(long time) {
        if (time != paceUntil) {
            paceUntil = time;
            replan();
        }
    }

    /** Whether the pace allows it is being looked up: nothing is to be done before there is an answer. */
    public void awaitSlot() {
        awaitsSlot = true;
    }

    public boolean awaitsSlot() {
        return awaitsSlot;
    }

    /** The source is back: nothing backs off any longer. */
    public void matureAll() {
        mature(Long.MAX_VALUE);
    }

    /** Puts what has backed off long enough back to its place; returns whether there was any. */
    public boolean mature(long now) {
        boolean some = !later.isEmpty() && later.first().notBefore <= now;
        while (!later.isEmpty() && later.first().notBefore <= now) {
            Send send = later.removeFirst();
            send.notBefore = Long.MIN_VALUE;
            ready.add(send);
            replan();
        }
        return some;
    }

    /** The forecast, made anew if something has changed that it rests on, or if time has overtaken it. */
    public Forecast forecast(PaceLedger ledger, long now) {
        if (forecast.isEmpty() || now > forecastGood) {
            var fresh = new Forecast(this, ledger.sends(ledgerKey()), now);
            long first = isEmpty() ? now : fresh.timeOf(0);
            forecastGood = Math.max(now, first) + LATE_NANOS;
            forecast = Optional.of(fresh);
        }
        return forecast.get();
    }

    /** Something that clock times rest on has changed. */
    public void replan() {
        forecast.ifPresent(old -> played += old.played());
        forecast = Optional.empty();
    }

    private void replanIfSomeBackOff() {
        if (!later.isEmpty()) {
            replan();
        }
    }

    /** How many turns all forecasts have played: the work behind the clock times. */
    public long played() {
        return played + forecast.map(Forecast::played).orElse(0);
    }

    /** When something could be sent, if nothing else changes; empty if only another event can make that so. */
    public Optional<Long> wakeAt() {
        int allowed = health.isGone() ? 1 : pace.concurrency();
        if (awaitsSlot || paused.isPresent() || running.size() >= allowed || (ready.isEmpty() && later.isEmpty())) {
            return Optional.empty();
        }
        long first = ready.isEmpty() ? later.first().notBefore : Long.MIN_VALUE;
        return Optional.of(Math.max(first, Math.max(health.notBefore(), paceUntil)));
    }

    public boolean isEmpty() {
        return ready.isEmpty() && later.isEmpty();
    }

    public int inLineCount() {
        return ready.size() + later.size();
    }

    public List<Send> running() {
        return List.copyOf(running.values());
    }

    RankedSends ready() {
        return ready;
    }

    TreeSet<Send> later() {
        return later;
    }

    /** What goes first of everything in line, whether it backs off or not. */
    public Optional<Send> first() {
        return Stream.concat(ready.isEmpty() ? Stream.of() : Stream.of(ready.first()), later.stream())
                .min(Send.BY_RANK);
    }

    /** What goes last of everything in line. */
    public Optional<Send> last() {
        return Stream.concat(ready.isEmpty() ? Stream.of() : Stream.of(ready.get(ready.size() - 1)), later.stream())
                .max(Send.BY_RANK);
    }

    /** What goes directly before this one. */
    public Optional<Send> before(Send send) {
        int place = ready.placeOf(send);
        return Stream.concat(
                        place == 0 ? Stream.of() : Stream.of(ready.get(place - 1)),
                        later.stream().filter(other -> Send.BY_RANK.compare(other, send) < 0))
                .max(Send.BY_RANK);
    }

    /** What goes directly after this one. */
    public Optional<Send> after(Send send) {
        int place = ready.placeOf(send) + (ready.contains(send) ? 1 : 0);
        return Stream.concat(
                        place == ready.size() ? Stream.of() : Stream.of(ready.get(place)),
                        later.stream().filter(other -> Send.BY_RANK.compare(other, send) > 0))
                .min(Send.BY_RANK);
    }
}
