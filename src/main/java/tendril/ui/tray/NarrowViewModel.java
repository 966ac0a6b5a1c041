package tendril.ui.tray;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tendril.graph.Narrowing;
import tendril.indicator.IndicatorType;
import tendril.session.Candidate;
import tendril.session.Tray;
import tendril.ui.tray.TrayViewModel.TypeCount;

/** What a person wants of an answer that is too large: a first day, types, the newest. Confined to the FX thread. */
final class NarrowViewModel {
    /** So many years are offered as buttons, the latest. */
    static final int YEARS_MAX = 6;

    private final Tray tray;
    private final AnswerLine answer;
    private final Runnable taken;
    private final Set<IndicatorType> chosen = EnumSet.noneOf(IndicatorType.class);
    private final StringProperty since = new SimpleStringProperty(this, "since", "");
    private final StringProperty newest = new SimpleStringProperty(this, "newest", "");
    private final ReadOnlyIntegerWrapper takes = new ReadOnlyIntegerWrapper(this, "takes");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final List<TypeCount> types = new ArrayList<>();
    private final List<Year> years = new ArrayList<>();

    /** How many results were last seen in or after a year. */
    record Year(int year, int since) {}

    /** @param taken runs once something was taken */
    NarrowViewModel(Tray tray, AnswerLine answer, Runnable taken) {
        this.tray = tray;
        this.answer = answer;
        this.taken = taken;
        count(tray.everything(answer.request()));
        since.addListener((property, before, now) -> look());
        newest.addListener((property, before, now) -> look());
        chosen.addAll(answer.taken().types());
        answer.taken().since().ifPresent(day -> since.set(day.toString()));
        answer.taken().newest().ifPresent(most -> newest.set(Integer.toString(most)));
        look();
    }

    private void count(List<Candidate> all) {
        Map<IndicatorType, Integer> byType = new EnumMap<>(IndicatorType.class);
        TreeMap<Integer, Integer> byYear = new TreeMap<>();
        for (Candidate candidate : all) {
            byType.merge(candidate.type(), 1, Integer::sum);
            candidate.seen().last().ifPresent(day -> byYear.merge(day.getYear(), 1, Integer::sum));
        }
        byType.forEach((type, count) -> types.add(new TypeCount(type, count)));
        types.sort((a, b) -> Integer.compare(b.count(), a.count()));
        int sum = 0;
        for (Map.Entry<Integer, Integer> entry : byYear.descendingMap().entrySet()) {
            sum += entry.getValue();
            if (years.size() < YEARS_MAX) {
                years.add(new Year(entry.getKey(), sum));
            }
        }
    }

    AnswerLine answer() {
        return answer;
    }

    /** Whether its bytes can be read again at all. */
    boolean isReadable() {
        return !types.isEmpty();
    }

    /** The types it has, the most frequent first. */
    List<TypeCount> types() {
        return types;
    }

    /** The years it reaches into, the latest first. */
    List<Year> years() {
        return years;
    }

    StringProperty since() {
        return since;
    }

    StringProperty newest() {
        return newest;
    }

    boolean isChosen(IndicatorType type) {
        return chosen.contains(type);
    }

    void choose(IndicatorType type, boolean on) {
        if (on) {
            chosen.add(type);
        } else {
            chosen.remove(type);
        }
        look();
    }

    /** How many results the choice takes. */
    ReadOnlyIntegerProperty takes() {
        return takes.getReadOnlyProperty();
    }

    /** Why the choice makes no sense, in one sentence; empty when it does. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    private void look() {
        Optional<Narrowing> wish = wish();
        takes.set(
                wish.map(narrowing -> tray.counted(answer.request(), narrowing)).orElse(0));
        if (wish.isPresent()) {
            trouble.set(takes.get() == 0 ? "Nothing of the answer fits. Choose an earlier day or more types." : "");
        }
    }

    private Optional<Narrowing> wish() {
        try {
            Optional<LocalDate> day = since.get().isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(since.get().strip()));
            OptionalInt most = newest.get().isBlank()
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(newest.get().strip()));
            return Optional.of(new Narrowing(day, chosen, most));
        } catch (DateTimeParseException noDay) {
            trouble.set("Write the day like 2024-01-31.");
        } catch (IllegalArgumentException noNumber) {
            trouble.set("Write how many as a whole number from 1 on.");
        }
        return Optional.empty();
    }

    /** Takes what was chosen into the tray. */
    void take() {
        wish().ifPresent(this::take);
    }

    /** Takes all of it: the limit is raised for this answer. */
    void takeAll() {
        take(Narrowing.EVERYTHING);
    }

    private void take(Narrowing narrowing) {
        tray.narrow(answer.request(), narrowing);
        taken.run();
    }
}
