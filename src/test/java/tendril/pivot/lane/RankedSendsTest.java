package tendril.pivot.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tendril.pivot.Question;

class RankedSendsTest {
    private final RankedSends ranked = new RankedSends();
    private final Random random = new Random(11);

    @Test
    void itIsASortedSetThatKnowsThePlaceOfEach() {
        TreeSet<Send> model = new TreeSet<>(Send.BY_RANK);
        List<Send> all = new ArrayList<>();
        for (int step = 0; step < 4_000; step++) {
            if (random.nextInt(3) > 0 || all.isEmpty()) {
                Send send = new Send(step, new Question("s", "k" + step, "GET"));
                send.rank = random.nextInt(500);
                all.add(send);
                model.add(send);
                ranked.add(send);
                ranked.add(send);
            } else {
                Send send = all.get(random.nextInt(all.size()));
                model.remove(send);
                ranked.remove(send);
            }
            Send any = all.get(random.nextInt(all.size()));
            assertThat(ranked.contains(any)).isEqualTo(model.contains(any));
            assertThat(ranked.placeOf(any)).isEqualTo(model.headSet(any).size());
            assertThat(ranked.size()).isEqualTo(model.size());
        }

        assertThat(ranked.iterator()).toIterable().containsExactlyElementsOf(model);
        assertThat(ranked.first()).isSameAs(model.first());
        assertThat(ranked.get(ranked.size() - 1)).isSameAs(model.last());
    }
}
