package tendril.ui.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tendril.pivot.lane.RowState;
import tendril.session.Ask;
import tendril.session.CaseSession;

/** What a person can do to the queue from its panel. Confined to the FX thread. */
public final class QueueCommands {
    private final QueueViewModel model;

    public QueueCommands(QueueViewModel model) {
        this.model = model;
    }

    /** Calls off those that are not over. */
    public void cancel(List<QueueLine> chosen) {
        List<Long> ids = ids(chosen.stream().filter(QueueLine::mayBeCancelled).toList());
        if (!ids.isEmpty()) {
            session().cancel(ids);
        }
    }

    /** Calls off everything that the action asked which this request came from. */
    public void cancelAction(QueueLine one) {
        session().cancelAction(one.request().action());
    }

    /** How the history calls the action a request came from. */
    public String actionOf(QueueLine line) {
        return session()
                .graph()
                .action(line.request().action())
                .map(action -> action.title())
                .orElse("the same action");
    }

    public void retry(List<QueueLine> chosen) {
        List<Long> ids =
                ids(chosen.stream().filter(line -> line.state().mayBeRetried()).toList());
        if (!ids.isEmpty()) {
            session().retry(ids);
        }
    }

    /** Tries everything again that failed, shown or not. What was interrupted may have been sent: that, a person chooses. */
    public void retryFailed() {
        retry(model.all().stream()
                .filter(line -> line.state() == RowState.FAILED)
                .sorted(Comparator.comparingLong(QueueLine::id))
                .toList());
    }

    /** How many requests were under way when a program ended that had this case open. */
    public int interrupted() {
        return session().queue().count(RowState.INTERRUPTED);
    }

    /** Sends again what was interrupted; a person has said so. */
    public void sendInterrupted() {
        model.refresh();
        retry(model.all().stream()
                .filter(line -> line.state() == RowState.INTERRUPTED)
                .sorted(Comparator.comparingLong(QueueLine::id))
                .toList());
    }

    /** Asks once more what was answered; both answers are kept. */
    public void askAgain(List<QueueLine> chosen) {
        List<QueueLine> over = chosen.stream()
                .filter(line -> line.state() == RowState.DONE || line.state() == RowState.NOTHING_FOUND)
                .toList();
        if (over.isEmpty()) {
            return;
        }
        List<Ask.About> abouts = over.stream()
                .map(line ->
                        new Ask.About(line.request().pivot(), line.request().indicator()))
                .distinct()
                .toList();
        String named = abouts.size() == 1 ? over.getFirst().indicator() : abouts.size() + " pivots";
        session().ask(new Ask(abouts, "Asked again: " + named, abouts.size() == 1, 0, true));
    }

    /** Puts these before all others of their providers. */
    public void doNext(List<QueueLine> chosen) {
        List<Long> ids = ids(inLine(chosen));
        if (!ids.isEmpty()) {
            session().doNext(ids);
        }
    }

    /** Moves these one place towards the front. */
    public void moveUp(List<QueueLine> chosen) {
        List<QueueLine> moving = inLine(chosen);
        if (!moving.isEmpty()) {
            for (int place = moving.getFirst().place - 1; place >= 0; place--) {
                QueueLine other = model.lines().get(place);
                if (other.state().isInLine() && sameSource(other, moving.getFirst())) {
                    drop(moving, place);
                    return;
                }
            }
        }
    }

    /** Moves these one place towards the end. */
    public void moveDown(List<QueueLine> chosen) {
        List<QueueLine> moving = inLine(chosen);
        if (!moving.isEmpty()) {
            for (int place = moving.getLast().place + 1; place < model.lines().size(); place++) {
                QueueLine other = model.lines().get(place);
                if (other.state().isInLine() && sameSource(other, moving.getLast())) {
                    drop(moving, place + 1);
                    return;
                }
            }
        }
    }

    /**
     * Moves requests to where they were dropped: each before the next request to the same provider from there on, or to
     * the end of the line where there is none.
     *
     * @param place in the shown lines, up to their number
     */
    public void drop(List<QueueLine> chosen, int place) {
        Map<String, List<QueueLine>> bySource = new LinkedHashMap<>();
        inLine(chosen)
                .forEach(line -> bySource.computeIfAbsent(
                                line.request().question().provider(), key -> new ArrayList<>())
                        .add(line));
        List<List<Long>> moves = new ArrayList<>();
        List<OptionalLong> targets = new ArrayList<>();
        bySource.values().forEach(moving -> {
            moves.add(ids(moving));
            targets.add(firstFrom(place, moving));
        });
        for (int i = 0; i < moves.size(); i++) {
            session().moveInQueue(moves.get(i), targets.get(i));
        }
    }

    /** The first request of the same provider from a place on that does not move itself. */
    private OptionalLong firstFrom(int place, List<QueueLine> moving) {
        Set<QueueLine> ones = Set.copyOf(moving);
        return model.lines().stream()
                .skip(place)
                .filter(line -> line.state().isInLine() && sameSource(line, moving.getFirst()) && !ones.contains(line))
                .mapToLong(QueueLine::id)
                .findFirst();
    }

    /** Moves requests behind all others of their providers. */
    public void moveToEnd(List<QueueLine> chosen) {
        List<Long> ids = ids(inLine(chosen));
        if (!ids.isEmpty()) {
            session().moveInQueue(ids, OptionalLong.empty());
        }
    }

    /** Sends held requests against the rule. */
    public void release(List<QueueLine> chosen) {
        chosen.stream()
                .filter(line -> line.state() == RowState.HELD)
                .forEach(line -> session().override(line.id()));
    }

    /** The one provider that all of these ask, if it is one. */
    public Optional<String> sourceOf(List<QueueLine> chosen) {
        List<String> sources = chosen.stream()
                .map(line -> line.request().question().provider())
                .distinct()
                .toList();
        return sources.size() == 1 ? Optional.of(sources.getFirst()) : Optional.empty();
    }

    public void togglePause() {
        if (model.paused().get()) {
            session().resumeAll();
        } else {
            session().pauseAll();
        }
    }

    public void toggleOffline() {
        session().offline(!model.offline().get());
    }

    public void pause(String provider) {
        session().pause(provider);
    }

    public void resume(String provider) {
        session().resume(provider);
    }

    public void clearDone() {
        session().clearDone();
    }

    /** Those that wait for their turn, in the order they are shown. */
    static List<QueueLine> inLine(List<QueueLine> chosen) {
        return chosen.stream()
                .filter(line -> line.state().isInLine())
                .sorted(Comparator.comparingInt(line -> line.place))
                .toList();
    }

    private static boolean sameSource(QueueLine one, QueueLine other) {
        return one.request()
                .question()
                .provider()
                .equals(other.request().question().provider());
    }

    private CaseSession session() {
        return model.session();
    }

    private static List<Long> ids(List<QueueLine> lines) {
        return lines.stream().map(QueueLine::id).toList();
    }
}
