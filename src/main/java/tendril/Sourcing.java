package tendril;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tendril.cli.cases.Sources;
import tendril.pivot.Pace;
import tendril.pivot.Provider;
import tendril.provider.HttpRoute;
import tendril.session.Limits;
import tendril.session.Providers;
import tendril.settings.Network;
import tendril.settings.PaceSetting;
import tendril.settings.Settings;

/** What settings mean for the sources: which server, by which way, how often, how much. Pure but for {@link #make}. */
final class Sourcing {
    private final String version;

    /** @param version what we say we are */
    Sourcing(String version) {
        this.version = version;
    }

    /** Sets the sources up as the settings say. Reads a file of certificates, where one is named. */
    Sources.Made make(Settings settings) {
        return switch (route(settings.network())) {
            case HttpRoute.Reading.Unusable unusable -> new Sources.Made.Failed(unusable.reason());
            case HttpRoute.Reading.Usable usable -> {
                var asked = new Sources.Asked(version, usable.route(), provider -> pace(settings, provider));
                yield settings.baseUrl()
                        .map(url -> Sources.at(url, asked))
                        .orElseGet(() -> Sources.embedded(
                                asked, settings.network().corpus().map(Path::of)));
            }
        };
    }

    private static HttpRoute.Reading route(Network network) {
        HttpRoute.Reading route = new HttpRoute.Reading.Usable(HttpRoute.DIRECT);
        if (network.baseUrl().isEmpty()) {
            return route;
        }
        if (network.proxy().isPresent()) {
            route = HttpRoute.DIRECT.through(network.proxy().get());
        }
        return route instanceof HttpRoute.Reading.Usable usable
                        && network.authorities().isPresent()
                ? usable.route().trusting(network.authorities().get())
                : route;
    }

    /** How often the settings let a provider be asked; none for its own pace. */
    static Optional<Pace> pace(Settings settings, Provider provider) {
        return wanted(settings, provider)
                .filter(pace -> !pace.exceeds(provider.pace()) || isAgreed(settings, provider));
    }

    private static Optional<Pace> wanted(Settings settings, Provider provider) {
        return Optional.ofNullable(settings.paces().get(provider.id()))
                .map(setting -> new Pace(
                        setting.windows().stream()
                                .map(window -> new Pace.Window(window.requests(), window.per()))
                                .toList(),
                        provider.pace().concurrency()));
    }

    private static boolean isAgreed(Settings settings, Provider provider) {
        return Optional.ofNullable(settings.paces().get(provider.id()))
                .flatMap(PaceSetting::agreed)
                .isPresent();
    }

    /** A sentence for each provider that is asked more slowly than the settings say, because nobody agreed to more. */
    static List<String> unagreed(Settings settings, Providers providers) {
        List<String> sentences = new ArrayList<>();
        for (Provider provider : providers.all()) {
            if (wanted(settings, provider).isPresent()
                    && pace(settings, provider).isEmpty()) {
                sentences.add(provider.name() + " is asked at the rate it publishes: the settings want more, and nobody"
                        + " has said that its operator agreed. Say so in the settings.");
            }
        }
        return sentences;
    }

    static Limits limits(Settings settings) {
        return new Limits(settings.taking().threshold(), settings.taking().most());
    }

    static String author(Settings settings) {
        return settings.author().orElseGet(Sourcing::account);
    }

    /** The name of the account that runs the program. */
    static String account() {
        return System.getProperty("user.name", "analyst");
    }
}
