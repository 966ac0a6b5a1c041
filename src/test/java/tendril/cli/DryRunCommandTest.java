package tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DryRunCommandTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatWouldLeaveAndMakesNoCase() {
        Path file = folder.resolve("new.tendril");

        CommandRun run =
                CommandRun.of("pivot", file, "evil.example", "--provider", "http://threatcrowd.example", "--dry-run");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("GET http://threatcrowd.example/searchApi/v2/domain/report/?domain=evil.example\t"
                        + "leaves this machine\tseen by its operator");
        assertThat(run.err()).contains("One request would leave this machine.");
        assertThat(file).doesNotExist();
    }

    @Test
    void aCaseIsOnlyReadAndWhatItKnowsDoesNotLeave() throws Exception {
        Path file = folder.resolve("case.tendril");
        assertThat(CommandRun.of("pivot", file, "cnndaily.com").code()).isZero();
        byte[] before = Files.readAllBytes(file);

        CommandRun run = CommandRun.of("pivot", file, "cnndaily.com", "--dry-run", "--json");

        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.path("leaving").intValue()).isZero();
        assertThat(json.path("requests").path(0).path("fate").stringValue()).isEqualTo("recorded");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
