package tendril.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                " 7  | PT7S",
                "86401 | PT24H",
                "99999999999999999999999999 | PT24H",
                "9223372036854775807 | PT24H",
                "Mon, 23 Nov 2026 12:01:30 GMT | PT1M30S",
                "Mon, 23 Nov 2026 11:00:00 GMT | PT0S",
                "Sun, 06 Nov 1994 08:49:37 GMT | PT0S",
                "Wed, 23 Nov 2044 12:00:00 GMT | PT24H"
            })
    void bothFormsAreReadAndCapped(String header, Duration wait) {
        assertThat(RetryAfter.read(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-5", "+5", "1.5", "soon", "0x10", "٣", "Mon, 99 Nov 2026 12:00:00 GMT", "12:00"})
    void garbageSaysNothing(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }

    @Property(tries = 500)
    void noHeaderIsTooOdd(@ForAll String header) {
        Optional<Duration> wait = RetryAfter.read(header, NOW);
        assertThat(wait.map(Duration::isNegative)).isNotEqualTo(Optional.of(true));
    }
}
