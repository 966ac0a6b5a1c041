package tendril.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.pivot.Answer;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Provider;
import tendril.pivot.Question;
import tendril.settings.PaceSetting;
import tendril.settings.Settings;
import tendril.ui.InventedSource;
import tendril.ui.SourceDesk;

class SettingsViewModelTest {
    private static final Instant NOW = Instant.parse("2026-05-02T09:00:00Z");

    private static SettingsViewModel over(Settings settings) {
        return new SettingsViewModel(settings, List.of(new Published()), SourceDesk.NONE, () -> NOW);
    }

    @Test
    void nothingChangedGivesTheSameSettings() {
        Settings settings = Settings.DEFAULT
                .withAuthor(Optional.of("Ana"))
                .withPace("invented", Optional.of(PaceSetting.every(Duration.ofSeconds(20), 2)));

        assertThat(over(settings).result()).isEqualTo(settings);
    }

    @Test
    void whatMakesNoSenseIsSaidBesideTheField() {
        SettingsViewModel model = over(Settings.DEFAULT);

        model.threshold.text().set("many");
        model.rates.getFirst().text().text().set("often");

        assertThat(model.threshold.trouble().get()).isEqualTo("Give a whole number from 1 to 10,000 nodes.");
        assertThat(model.firstTrouble()).hasValue(model.rates.getFirst().text());
    }

    @Test
    void goingBeyondThePublishedRateTakesTheOperatorsWord() {
        SettingsViewModel model = over(Settings.DEFAULT);
        model.rates.getFirst().text().text().set("60 per minute");
        assertThat(model.unagreed()).hasSize(1);

        model.rates.getFirst().agreed().set(true);

        assertThat(model.unagreed()).isEmpty();
        assertThat(model.result().paces().get("invented"))
                .isEqualTo(
                        new PaceSetting(List.of(new PaceSetting.Window(60, Duration.ofMinutes(1))), Optional.of(NOW)));
    }

    @Test
    void aSlowerRateTakesNobodysWord() {
        SettingsViewModel model = over(Settings.DEFAULT);

        model.rates.getFirst().text().text().set("1 per 10 s; 500 per day");

        assertThat(model.unagreed()).isEmpty();
    }

    @Test
    void aWordGivenBeforeHoldsForTheSameRateOnly() {
        PaceSetting agreed = PaceSetting.every(Duration.ofSeconds(1), 5).agreedAt(Instant.EPOCH);
        SettingsViewModel model = over(Settings.DEFAULT.withPace("invented", Optional.of(agreed)));

        assertThat(model.result().paces()).containsEntry("invented", agreed);
        model.rates.getFirst().text().text().set("9 per s");

        assertThat(model.unagreed()).hasSize(1);
    }

    /** The invented source with a rate that it publishes. */
    private static final class Published implements Provider {
        private final InventedSource source = new InventedSource();

        @Override
        public String id() {
            return source.id();
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public List<Pivot> pivots() {
            return source.pivots();
        }

        @Override
        public Pace pace() {
            return Pace.every(Duration.ofSeconds(10), 3);
        }

        @Override
        public Audience audience() {
            return Audience.THIRD_PARTY;
        }

        @Override
        public Question question(Pivot pivot, Indicator indicator) {
            return source.question(pivot, indicator);
        }

        @Override
        public Fetch fetch(Question question) {
            return source.fetch(question);
        }

        @Override
        public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
            return source.read(pivot, indicator, answer);
        }
    }
}
