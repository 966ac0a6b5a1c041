package tendril.pivot.lane;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Walks the questions of one lane in the order they go, to be merged with other lanes by time. Confined to one call. */
public final class Turns implements Comparable<Turns> {
    private final Forecast forecast;
    private final Iterator<Send> ready;
    private final Iterator<Send> later;
    private Optional<Send> nextLater;
    private int turn = -1;
    private Optional<Send> send = Optional.empty();

    public Turns(Lane lane, Forecast forecast) {
        this.forecast = forecast;
        ready = lane.ready().iterator();
        List<Send> backingOff = forecast.laterByTurn();
        later = backingOff.iterator();
        nextLater = later.hasNext() ? Optional.of(later.next()) : Optional.empty();
    }

    /** Goes on to the next question; returns whether there is one. */
    public boolean advance() {
        turn++;
        if (nextLater.isPresent() && nextLater.get().turn == turn) {
            send = nextLater;
            nextLater = later.hasNext() ? Optional.of(later.next()) : Optional.empty();
            return true;
        }
        send = ready.hasNext() ? Optional.of(ready.next()) : Optional.empty();
        return send.isPresent();
    }

    public Send send() {
        return send.orElseThrow();
    }

    @Override
    public int compareTo(Turns other) {
        return Long.compare(forecast.timeOf(turn), other.forecast.timeOf(other.turn));
    }
}
