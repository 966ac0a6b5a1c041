package tendril.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.PivotRequest;
import tendril.pivot.Question;
import tendril.pivot.Urgency;
import tendril.session.ScriptedProvider;

class QueueListTest {
    private final QueueList list = new QueueList();
    private final Random random = new Random(5);

    @Test
    void whoeverFollowsItsStepsHasTheSameList() {
        List<QueueLine> follower = new ArrayList<>();
        list.addListener((ListChangeListener<QueueLine>) change -> {
            while (change.next()) {
                follower.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                        .clear();
                follower.addAll(change.getFrom(), change.getAddedSubList());
            }
        });
        List<QueueLine> all =
                IntStream.rangeClosed(1, 200).mapToObj(QueueListTest::line).toList();
        List<QueueLine> next = new ArrayList<>(all.subList(0, 100));
        for (int round = 0; round < 300; round++) {
            for (int i = random.nextInt(round % 10 == 0 ? 60 : 4); i >= 0; i--) {
                change(next, all);
            }
            list.show(List.copyOf(next));

            assertThat(list).isEqualTo(next);
            assertThat(follower).isEqualTo(next);
        }
    }

    @Test
    void aLineThatMovesIsTwoSteps() {
        List<QueueLine> lines = new ArrayList<>(
                IntStream.rangeClosed(1, 1000).mapToObj(QueueListTest::line).toList());
        list.show(List.copyOf(lines));
        long before = list.steps();

        Collections.rotate(lines.subList(10, 900), 1);
        list.show(FXCollections.observableArrayList(lines));

        assertThat(list.steps() - before).isEqualTo(2);
    }

    private void change(List<QueueLine> next, List<QueueLine> all) {
        switch (random.nextInt(3)) {
            case 0 -> {
                if (!next.isEmpty()) {
                    next.remove(random.nextInt(next.size()));
                }
            }
            case 1 -> {
                QueueLine line = all.get(random.nextInt(all.size()));
                next.remove(line);
                next.add(random.nextInt(next.size() + 1), line);
            }
            default -> {
                QueueLine line = all.get(random.nextInt(all.size()));
                if (!next.contains(line)) {
                    next.add(random.nextInt(next.size() + 1), line);
                }
            }
        }
    }

    private static QueueLine line(int id) {
        var host = new Indicator(IndicatorType.DOMAIN, "host" + id + ".example");
        var question = new Question("scripted", host.value(), "GET " + host.value());
        return new QueueLine(
                new PivotRequest(id, 1, ScriptedProvider.EVERYTHING, host, question, Instant.EPOCH, Urgency.BULK, 0),
                "Scripted");
    }
}
