package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Fetch;
import tendril.pivot.Question;
import tendril.pivot.pace.MemoryPaceLedger;

class OpenCaseTest {
    private static final int PATIENCE_S = 30;
    private static final Indicator ANA = new Indicator(IndicatorType.EMAIL, "ana@mail.example");

    private final LinkedBlockingQueue<Runnable> caseThread = new LinkedBlockingQueue<>();
    private final SlowSource source = new SlowSource();

    @Test
    void anAnswerThatComesWhileTheCaseIsClosedIsNotTakenAndItsRequestStaysUnderWay(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("case.tendril");
        try (OpenCase open = open(file)) {
            open.session().start();
            open.session().edits().add(List.of(ANA), List.of());
            open.session().expand(List.of(ANA));
            while (source.asked.getCount() > 0) {
                next().run();
            }
            open.flush();
            caseThread.clear();
            source.mayAnswer.countDown();
            Runnable answer = next();

            open.close();
            answer.run();

            assertThat(open.session().graph().evidence()).isEmpty();
        }
        try (OpenCase again = open(file)) {
            assertThat(again.session().graph().requests())
                    .extracting(Request::state)
                    .containsExactly(Request.State.STARTED);
        }
    }

    private Runnable next() throws InterruptedException {
        Runnable task = caseThread.poll(PATIENCE_S, TimeUnit.SECONDS);
        return task == null ? () -> {} : task;
    }

    private OpenCase open(Path file) {
        var setting = new OpenCase.Setting(
                new Providers(List.of(source)),
                graph -> added -> List.of(),
                caseThread::add,
                MemoryPaceLedger::new,
                "ana",
                Limits.USUAL);
        return ((OpenCase.Result.Open) OpenCase.openOrCreate(file, setting)).openCase();
    }

    /** A source that answers when the test lets it. */
    private static final class SlowSource extends ScriptedProvider {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch mayAnswer = new CountDownLatch(1);

        @Override
        public Fetch fetch(Question question) {
            asked.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answer(ANA);
        }
    }
}
