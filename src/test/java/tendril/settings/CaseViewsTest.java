package tendril.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseViewsTest {
    private static final CaseView LEFT = new CaseView(-12.5, 7_000.25, 0.031);

    @TempDir
    private Path folder;

    @Test
    void eachCaseIsFoundWhereItWasLeftAlsoByTheNextProgram() throws IOException {
        var views = new CaseViews(folder);
        views.keep(Path.of("/cases/one.tendril"), LEFT);
        views.keep(Path.of("/cases/two\nlines\t.tendril"), new CaseView(1, 2, 3));
        views.keep(Path.of("/cases/sub/../one.tendril"), new CaseView(4, 5, 6));

        var later = new CaseViews(folder);

        assertThat(later.of(Path.of("/cases/one.tendril"))).contains(new CaseView(4, 5, 6));
        assertThat(later.of(Path.of("/cases/two\nlines\t.tendril"))).contains(new CaseView(1, 2, 3));
        assertThat(later.of(Path.of("/cases/three.tendril"))).isEmpty();
    }

    @Test
    void linesThatMakeNoSenseAreAsIfTheyWereNotThere() throws IOException {
        Files.writeString(
                folder.resolve("views.tsv"),
                "1\t2\n1\t2\t0\t/cases/no-zoom\nNaN\t2\t1\t/cases/nowhere\nx\ty\tz\t/cases/words\n-12.5\t7000.25\t0.031\t/cases/good\n");

        var views = new CaseViews(folder);

        assertThat(views.of(Path.of("/cases/no-zoom"))).isEmpty();
        assertThat(views.of(Path.of("/cases/nowhere"))).isEmpty();
        assertThat(views.of(Path.of("/cases/words"))).isEmpty();
        assertThat(views.of(Path.of("/cases/good"))).contains(LEFT);
    }

    @Test
    void onlyTheCasesLeftLastAreRemembered() throws IOException {
        var views = new CaseViews(folder);
        for (int i = 0; i <= CaseViews.CASES_MAX; i++) {
            views.keep(Path.of("/cases/" + i), LEFT);
        }

        assertThat(views.of(Path.of("/cases/0"))).isEmpty();
        assertThat(views.of(Path.of("/cases/1"))).contains(LEFT);
        assertThat(Files.readAllLines(folder.resolve("views.tsv"))).hasSize(CaseViews.CASES_MAX);
    }
}
