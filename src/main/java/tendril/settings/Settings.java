package tendril.settings;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything the person has chosen. Immutable; the {@code with…} methods return changed copies.
 *
 * @param look        how the window looks and feels
 * @param taking      how much of an answer is taken
 * @param network     which server is asked, and by which way
 * @param author      the name that the history and drawn links carry; empty for the name of the account
 * @param paces       by provider id; a provider that is not named keeps its own pace
 * @param recentCases newest first
 * @param window      where the window was, once it has been closed
 * @param panels      how the panels beside the canvas were, likewise
 * @param canvas      what is seen on the canvas, and how it answers
 */
public record Settings(
        Look look,
        Taking taking,
        Network network,
        Optional<String> author,
        SortedMap<String, PaceSetting> paces,
        List<Path> recentCases,
        Optional<WindowBounds> window,
        PanelBounds panels,
        CanvasSettings canvas) {
    /** How many recent cases are remembered. */
    public static final int RECENT_CASES_MAX = 10;

    /** The longest {@link #author}, in characters. */
    public static final int AUTHOR_LENGTH_MAX = 80;

    /** What holds before anything was chosen. */
    public static final Settings DEFAULT = new Settings(
            Look.DEFAULT,
            Taking.DEFAULT,
            Network.DEFAULT,
            Optional.empty(),
            Collections.emptySortedMap(),
            List.of(),
            Optional.empty(),
            PanelBounds.DEFAULT,
            CanvasSettings.DEFAULT);

    public Settings {
        paces = Collections.unmodifiableSortedMap(new TreeMap<>(paces));
        recentCases = recentCases.stream().distinct().limit(RECENT_CASES_MAX).toList();
    }

    public ColourTheme theme() {
        return look.theme();
    }

    public boolean reducedMotion() {
        return look.reducedMotion();
    }

    public MouseMode mouse() {
        return look.mouse();
    }

    public boolean copyDefanged() {
        return look.copyDefanged();
    }

    public int resultThreshold() {
        return taking.threshold();
    }

    public Optional<String> baseUrl() {
        return network.baseUrl();
    }

    public Settings with(Look next) {
        return new Settings(next, taking, network, author, paces, recentCases, window, panels, canvas);
    }

    public Settings with(Taking next) {
        return new Settings(look, next, network, author, paces, recentCases, window, panels, canvas);
    }

    public Settings with(Network next) {
        return new Settings(look, taking, next, author, paces, recentCases, window, panels, canvas);
    }

    public Settings withTheme(ColourTheme next) {
        return with(new Look(next, look.reducedMotion(), look.mouse(), look.copyDefanged()));
    }

    public Settings withReducedMotion(boolean next) {
        return with(new Look(look.theme(), next, look.mouse(), look.copyDefanged()));
    }

    public Settings withMouse(MouseMode next) {
        return with(new Look(look.theme(), look.reducedMotion(), next, look.copyDefanged()));
    }

    public Settings withCopyDefanged(boolean next) {
        return with(new Look(look.theme(), look.reducedMotion(), look.mouse(), next));
    }

    public Settings withResultThreshold(int next) {
        return with(new Taking(next, taking.most(), taking.otherCases()));
    }

    public Settings withBaseUrl(Optional<String> next) {
        return with(new Network(next, network.corpus(), network.proxy(), network.authorities()));
    }

    public Settings withAuthor(Optional<String> next) {
        return new Settings(look, taking, network, next, paces, recentCases, window, panels, canvas);
    }

    /** Asks a provider at this pace; none leaves it its own. */
    public Settings withPace(String provider, Optional<PaceSetting> pace) {
        var next = new TreeMap<>(paces);
        pace.ifPresentOrElse(given -> next.put(provider, given), () -> next.remove(provider));
        return new Settings(look, taking, network, author, next, recentCases, window, panels, canvas);
    }

    /** This case is the one used last. */
    public Settings withRecentCase(Path newest) {
        List<Path> next = Stream.concat(Stream.of(newest), recentCases.stream()).toList();
        return new Settings(look, taking, network, author, paces, next, window, panels, canvas);
    }

    public Settings withoutRecentCase(Path gone) {
        List<Path> next =
                recentCases.stream().filter(path -> !path.equals(gone)).toList();
        return new Settings(look, taking, network, author, paces, next, window, panels, canvas);
    }

    public Settings withWindow(WindowBounds next) {
        return new Settings(look, taking, network, author, paces, recentCases, Optional.of(next), panels, canvas);
    }

    public Settings withPanels(PanelBounds next) {
        return new Settings(look, taking, network, author, paces, recentCases, window, next, canvas);
    }

    public Settings withCanvas(CanvasSettings next) {
        return new Settings(look, taking, network, author, paces, recentCases, window, panels, next);
    }
}
