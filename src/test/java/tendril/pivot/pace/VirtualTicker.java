package tendril.pivot.pace;

import java.time.Duration;
import java.time.Instant;

/** Clocks that a test moves: both together as time does, or the wall clock alone as a person does. */
public final class VirtualTicker implements Ticker {
    private Instant wall;
    private long nanos;

    public VirtualTicker(String wall) {
        this.wall = Instant.parse(wall);
    }

    @Override
    public Instant instant() {
        return wall;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    public void pass(Duration span) {
        wall = wall.plus(span);
        nanos += span.toNanos();
    }

    public void passTo(long time) {
        pass(Duration.ofNanos(Math.max(0, time - nanos)));
    }

    void setWall(Instant newWall) {
        wall = newWall;
    }
}
