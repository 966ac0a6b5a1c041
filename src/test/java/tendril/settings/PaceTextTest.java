package tendril.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 per 10 s            | 1 per 10 s
                    4/min; 500/day        | 4 per min; 500 per day
                    2 in 1 second         | 2 per s
                    60 per 60 s, 9 per 2h | 60 per min; 9 per 2 h
                    3 PER 30 Seconds      | 3 per 30 s
                    no limit              | no limit
                    """)
    void aPaceReadsAsPeopleWriteItAndIsWrittenOneWay(String typed, String words) {
        assertThat(PaceText.read(typed))
                .isInstanceOfSatisfying(
                        PaceText.Reading.Usable.class,
                        usable -> assertThat(usable.pace().words()).isEqualTo(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fast",
                "0 per s",
                "1 per 0 s",
                "5 per fortnight",
                "1 per 99 days",
                "1 per 10 s; often",
                "1/s; 1/s; 1/s; 1/s; 1/s",
                "999999999 per s"
            })
    void nonsenseGetsASentenceWithAnExample(String typed) {
        assertThat(PaceText.read(typed))
                .isInstanceOfSatisfying(
                        PaceText.Reading.Unusable.class,
                        unusable -> assertThat(unusable.reason())
                                .contains("3 per 30 s")
                                .endsWith("."));
    }

    @Test
    void anIntervalWithABurstIsOneWindow() {
        assertThat(PaceSetting.every(Duration.ofSeconds(10), 3))
                .isEqualTo(
                        new PaceSetting(List.of(new PaceSetting.Window(3, Duration.ofSeconds(30))), Optional.empty()));
    }
}
