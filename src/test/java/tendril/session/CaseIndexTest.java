package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.domain;
import static tendril.graph.Journal.ip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseIndexTest {
    private static final Path SPRING = Path.of("/cases/spring.tendril");
    private static final Path AUTUMN = Path.of("/cases/autumn.tendril");

    @TempDir
    Path folder;

    private CaseIndex opened() {
        var index = new CaseIndex(folder.resolve("cases"));
        index.load();
        return index;
    }

    @Test
    void aCaseIsToldOfTheOthersByNameAndNotOfItself() {
        var index = opened();
        index.remember(SPRING, List.of(domain("evil.example"), ip("192.0.2.1")));
        index.remember(AUTUMN, List.of(domain("evil.example")));

        for (CaseIndex each : List.of(index, opened())) {
            assertThat(each.besides(Path.of("/cases/new.tendril")).with(domain("evil.example")))
                    .containsExactly("autumn", "spring");
            assertThat(each.besides(SPRING).with(domain("evil.example"))).containsExactly("autumn");
            assertThat(each.besides(SPRING).with(ip("192.0.2.1"))).isEmpty();
        }
    }

    @Test
    void whatIsRememberedOfACaseIsWhatStandsInItNow() {
        var index = opened();
        index.remember(SPRING, List.of(domain("old.example")));
        index.remember(SPRING, List.of(domain("new.example")));

        assertThat(opened().besides(AUTUMN).with(domain("old.example"))).isEmpty();
        assertThat(opened().besides(AUTUMN).with(domain("new.example"))).hasSize(1);
    }

    @Test
    void noIndicatorStandsInAFile() throws IOException {
        opened().remember(SPRING, List.of(domain("secret-target.example")));

        try (var files = Files.list(folder.resolve("cases"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("secret-target"));
        }
    }

    @Test
    void aDamagedFileCostsNobodyElse() throws IOException {
        opened().remember(SPRING, List.of(domain("evil.example")));
        opened().remember(AUTUMN, List.of(domain("evil.example")));
        Path one;
        try (var files = Files.list(folder.resolve("cases"))) {
            one = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(one);
        bytes[bytes.length - 9] ^= 1;
        Files.write(one, bytes);
        Files.writeString(folder.resolve("cases").resolve("nonsense.idx"), "?");

        assertThat(opened().besides(Path.of("/x")).with(domain("evil.example"))).hasSize(1);
    }

    @Test
    void whatIsForgottenIsGone() {
        var index = opened();
        index.remember(SPRING, List.of(domain("evil.example")));
        index.remember(AUTUMN, List.of(domain("evil.example")));

        index.forget(SPRING);
        assertThat(opened().besides(Path.of("/x")).with(domain("evil.example"))).containsExactly("autumn");
        index.forgetAll();
        assertThat(opened().besides(Path.of("/x")).with(domain("evil.example"))).isEmpty();
        assertThat(index.besides(Path.of("/x")).with(domain("evil.example"))).isEmpty();
    }
}
