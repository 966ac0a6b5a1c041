package tendril.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        Settings chosen = Settings.DEFAULT
                .withTheme(ColourTheme.LIGHT)
                .withReducedMotion(true)
                .withMouse(MouseMode.PAN)
                .withCopyDefanged(false)
                .withResultThreshold(40)
                .withBaseUrl(Optional.of("http://intel.example:8080"))
                .withPace(
                        "threatcrowd",
                        Optional.of(PaceSetting.every(Duration.ofSeconds(10), 3)
                                .agreedAt(Instant.parse("2026-05-01T08:00:00Z"))))
                .with(new Taking(40, 500, false))
                .with(new Network(
                        Optional.of("http://intel.example:8080"),
                        Optional.of("/data/own.corpus"),
                        Optional.of("proxy.example:3128"),
                        Optional.of("/etc/own-ca.pem")))
                .withAuthor(Optional.of("Ana"))
                .withRecentCase(Path.of("/cases/one.tendril"))
                .withWindow(new WindowBounds(10, 20, 1280, 800, true))
                .withPanels(new PanelBounds(false, 0.8, true, 0.55));

        new SettingsStore(folder.resolve("new")).save(chosen);

        assertThat(new SettingsStore(folder.resolve("new")).load().settings()).isEqualTo(chosen);
    }

    @Test
    void aMissingFileMeansTheUsualSettingsWithoutComplaint() {
        assertThat(new SettingsStore(folder).load())
                .isEqualTo(new SettingsStore.Loaded(Settings.DEFAULT, Optional.empty()));
    }

    @Test
    void aDamagedFileIsSetAsideAndSaidSo() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"LI");

        SettingsStore.Loaded loaded = new SettingsStore(folder).load();

        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.trouble())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("damaged", "settings.damaged.json"));
        assertThat(folder.resolve("settings.damaged.json")).exists();
    }

    @Test
    void bytesThatAreNotTextAreDamageToo() throws IOException {
        Files.write(folder.resolve("settings.json"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1});

        assertThat(new SettingsStore(folder).load().settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aValueThatMakesNoSenseLeavesTheOthersAlone() throws IOException {
        Files.writeString(folder.resolve("settings.json"), """
                {"theme": "LIGHT", "mouse": "FLY", "resultThreshold": -3, "reducedMotion": "yes",
                 "paces": {"threatcrowd": {"interval": "soon", "burst": 1}, "other": {"interval": "PT2S", "burst": 4}},
                 "recentCases": [7, "", "/cases/two.tendril"],
                 "window": {"x": 1, "y": 1, "width": -5, "height": 100}, "fromTheFuture": true}
                """);

        SettingsStore.Loaded loaded = new SettingsStore(folder).load();

        assertThat(loaded.settings())
                .isEqualTo(Settings.DEFAULT
                        .withTheme(ColourTheme.LIGHT)
                        .withPace("other", Optional.of(PaceSetting.every(Duration.ofSeconds(2), 4)))
                        .withRecentCase(Path.of("/cases/two.tendril")));
    }

    @Test
    void aPaceWithOneBadLimitDoesNotHoldAtAll() throws IOException {
        Files.writeString(folder.resolve("settings.json"), """
                {"paces": {"threatcrowd": {"windows": [
                    {"requests": 5, "per": "PT1S"}, {"requests": 0, "per": "PT24H"}]}}}
                """);

        assertThat(new SettingsStore(folder).load().settings().paces()).isEmpty();
    }

    @Test
    void recentCasesAreNewestFirstOnceEachAndFew() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 15; i++) {
            settings = settings.withRecentCase(Path.of("case" + i));
        }
        settings = settings.withRecentCase(Path.of("case9"));

        assertThat(settings.recentCases()).hasSize(Settings.RECENT_CASES_MAX).doesNotHaveDuplicates();
        assertThat(settings.recentCases().getFirst()).isEqualTo(Path.of("case9"));
    }

    @Test
    void eachSystemHasItsOwnPlaceForSettings() {
        Path home = Path.of("/home/ana");

        assertThat(ConfigFolder.of(Map.of(), "Linux", home)).isEqualTo(Path.of("/home/ana/.config/tendril"));
        assertThat(ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", home))
                .isEqualTo(Path.of("/x/tendril"));
        assertThat(ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "not/absolute"), "Linux", home))
                .isEqualTo(Path.of("/home/ana/.config/tendril"));
        assertThat(ConfigFolder.of(Map.of(), "Mac OS X", home))
                .isEqualTo(Path.of("/home/ana/Library/Application Support/tendril"));
    }
}
