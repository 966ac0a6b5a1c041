package tendril.ui.settings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import tendril.pivot.Pace;
import tendril.pivot.Provider;
import tendril.session.NoiseEntry;
import tendril.session.NoiseFile;
import tendril.session.NoiseKind;
import tendril.settings.ColourTheme;
import tendril.settings.Look;
import tendril.settings.MouseMode;
import tendril.settings.Network;
import tendril.settings.PaceSetting;
import tendril.settings.PaceText;
import tendril.settings.Settings;
import tendril.settings.Taking;
import tendril.ui.SourceDesk;

/**
 * The settings while a person changes them: nothing holds until {@link #save}. Each field says by itself what is wrong
 * with it. Confined to the FX thread.
 */
public final class SettingsViewModel {
    private final Settings before;
    private final SourceDesk desk;
    private final InstantSource clock;

    final BooleanProperty ownServer = new SimpleBooleanProperty(this, "ownServer");
    final BooleanProperty ownCorpus = new SimpleBooleanProperty(this, "ownCorpus");
    final SettingField corpus;
    final SettingField server;
    final SettingField proxy;
    final SettingField authorities;
    final SettingField threshold;
    final SettingField most;
    final SettingField author;
    final SettingField noise;
    final List<Rate> rates;
    final BooleanProperty otherCases = new SimpleBooleanProperty(this, "otherCases");
    final ObjectProperty<ColourTheme> theme;
    final ObjectProperty<MouseMode> mouse;
    final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    final BooleanProperty copyDefanged = new SimpleBooleanProperty(this, "copyDefanged");

    /**
     * How often one provider is asked.
     *
     * @param id        the provider's id
     * @param name      what a person reads
     * @param own       how often it lets itself be asked
     * @param published whether going beyond that takes the operator's word
     * @param text      what the person types; empty for the provider's own pace
     * @param agreed    whether the operator has agreed to more
     */
    record Rate(String id, String name, Pace own, boolean published, SettingField text, BooleanProperty agreed) {
        /** Whether what is typed is more than the provider's operator has published. */
        boolean isAbove() {
            return published
                    && typed().filter(pace -> paceOf(pace, own).exceeds(own)).isPresent();
        }

        Optional<PaceSetting> typed() {
            return PaceText.read(text.value()) instanceof PaceText.Reading.Usable usable
                            && !text.value().isEmpty()
                    ? Optional.of(usable.pace())
                    : Optional.empty();
        }
    }

    /**
     * The settings to change.
     *
     * @param providers who can be asked, for their rates
     */
    public SettingsViewModel(Settings before, List<Provider> providers, SourceDesk desk, InstantSource clock) {
        this.before = before;
        this.desk = desk;
        this.clock = clock;
        ownServer.set(before.baseUrl().isPresent());
        server = new SettingField(
                before.baseUrl().orElse(""), typed -> ownServer.get() ? desk.serverTrouble(typed) : Optional.empty());
        ownServer.addListener((property, old, now) -> server.check());
        ownCorpus.set(!ownServer.get() && before.network().corpus().isPresent());
        corpus = new SettingField(
                before.network().corpus().orElse(""),
                typed -> ownCorpus.get() ? desk.corpusTrouble(typed) : Optional.empty());
        ownCorpus.addListener((property, old, now) -> corpus.check());
        proxy = optional(before.network().proxy(), desk::proxyTrouble);
        authorities = optional(before.network().authorities(), desk::authoritiesTrouble);
        threshold = number(before.taking().threshold(), Taking.THRESHOLD_MAX, "nodes");
        most = number(before.taking().most(), Taking.MOST_MAX, "results");
        author = optional(before.author(), SettingsViewModel::nameTrouble);
        noise = new SettingField(desk.ownNoise(), SettingsViewModel::noiseTrouble);
        otherCases.set(before.taking().otherCases());
        theme = new SimpleObjectProperty<>(this, "theme", before.theme());
        mouse = new SimpleObjectProperty<>(this, "mouse", before.mouse());
        reducedMotion.set(before.reducedMotion());
        copyDefanged.set(before.copyDefanged());
        rates = providers.stream().map(this::rate).toList();
    }

    private Rate rate(Provider provider) {
        Optional<PaceSetting> set = Optional.ofNullable(before.paces().get(provider.id()));
        var text = new SettingField(set.map(PaceSetting::words).orElse(""), SettingsViewModel::paceTrouble);
        boolean published = !provider.pace().windows().isEmpty();
        var agreed = new SimpleBooleanProperty(set.flatMap(PaceSetting::agreed).isPresent());
        text.text().addListener((property, old, now) -> agreed.set(false));
        return new Rate(provider.id(), provider.name(), provider.pace(), published, text, agreed);
    }

    /** The pace that a setting means for a provider; how many go at once stays as the provider says. */
    static Pace paceOf(PaceSetting setting, Pace own) {
        return new Pace(
                setting.windows().stream()
                        .map(window -> new Pace.Window(window.requests(), window.per()))
                        .toList(),
                own.concurrency());
    }

    /** How a pace is written as a setting. */
    static String words(Pace pace) {
        return new PaceSetting(
                        pace.windows().stream()
                                .map(window -> new PaceSetting.Window(window.requests(), window.per()))
                                .toList(),
                        Optional.empty())
                .words();
    }

    private static SettingField optional(Optional<String> value, Function<String, Optional<String>> trouble) {
        return new SettingField(value.orElse(""), typed -> typed.isEmpty() ? Optional.empty() : trouble.apply(typed));
    }

    private static SettingField number(int value, int most, String unit) {
        return new SettingField(
                Integer.toString(value),
                typed -> isNumber(typed, most)
                        ? Optional.empty()
                        : Optional.of(String.format(
                                java.util.Locale.ROOT, "Give a whole number from 1 to %,d %s.", most, unit)));
    }

    private static boolean isNumber(String typed, int most) {
        boolean digits =
                !typed.isEmpty() && typed.length() <= 9 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= most;
    }

    private static Optional<String> nameTrouble(String typed) {
        return typed.length() <= Settings.AUTHOR_LENGTH_MAX
                ? Optional.empty()
                : Optional.of("A name has at most " + Settings.AUTHOR_LENGTH_MAX + " characters.");
    }

    private static Optional<String> paceTrouble(String typed) {
        return !typed.isEmpty() && PaceText.read(typed) instanceof PaceText.Reading.Unusable unusable
                ? Optional.of(unusable.reason())
                : Optional.empty();
    }

    private static Optional<String> noiseTrouble(String text) {
        List<String> problems = NoiseFile.read("your list", text).problems();
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problems));
    }

    void forgetOtherCases() {
        desk.forgetOtherCases();
    }

    String accountName() {
        return desk.accountName();
    }

    String noiseFile() {
        return desk.ownNoiseFile();
    }

    /** The words that the list knows for kinds. */
    String noiseKinds() {
        return Arrays.stream(NoiseKind.values()).map(NoiseKind::id).collect(Collectors.joining(", "));
    }

    /** The words that the list knows for ways to match. */
    String noiseMatchers() {
        return Arrays.stream(NoiseEntry.Matcher.values())
                .map(NoiseEntry.Matcher::id)
                .collect(Collectors.joining(", "));
    }

    /** Every field that may keep the settings from being saved, in the order of the dialog. */
    List<SettingField> fields() {
        List<SettingField> fields = new ArrayList<>(List.of(server, corpus, proxy, authorities));
        rates.forEach(rate -> fields.add(rate.text()));
        fields.addAll(List.of(threshold, most, author));
        return fields;
    }

    /** The first field that makes no sense yet. */
    Optional<SettingField> firstTrouble() {
        return fields().stream()
                .filter(field -> !field.trouble().get().isEmpty())
                .findFirst();
    }

    /** The providers whose operator has to be asked first. */
    List<Rate> unagreed() {
        return rates.stream()
                .filter(Rate::isAbove)
                .filter(rate -> !rate.agreed().get())
                .toList();
    }

    /** The settings as they would be; only when no field is in trouble. */
    Settings result() {
        Settings now = before.with(new Look(theme.get(), reducedMotion.get(), mouse.get(), copyDefanged.get()))
                .with(new Taking(Integer.parseInt(threshold.value()), Integer.parseInt(most.value()), otherCases.get()))
                .with(new Network(
                        ownServer.get() ? Optional.of(server.value()) : Optional.empty(),
                        ownCorpus.get() ? given(corpus) : Optional.empty(),
                        given(proxy),
                        given(authorities)))
                .withAuthor(given(author));
        for (Rate rate : rates) {
            now = now.withPace(rate.id(), rate.typed().map(pace -> agreed(rate, pace)));
        }
        return now;
    }

    private PaceSetting agreed(Rate rate, PaceSetting typed) {
        if (!rate.isAbove() || !rate.agreed().get()) {
            return typed;
        }
        Optional<PaceSetting> kept = Optional.ofNullable(before.paces().get(rate.id()))
                .filter(set ->
                        set.windows().equals(typed.windows()) && set.agreed().isPresent());
        return kept.orElseGet(() -> typed.agreedAt(clock.instant()));
    }

    private static Optional<String> given(SettingField field) {
        return field.value().isEmpty() ? Optional.empty() : Optional.of(field.value());
    }

    /** Keeps the noise list where it was changed. Why it could not be kept, in one sentence. */
    Optional<String> keepNoise() {
        return noise.raw().equals(desk.ownNoise()) ? Optional.empty() : desk.keepOwnNoise(noise.raw());
    }
}
