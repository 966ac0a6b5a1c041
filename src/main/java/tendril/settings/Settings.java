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
 * @param theme           colours
 * @param reducedMotion   whether transitions jump instead of moving
 * @param mouse           what dragging on empty canvas does
 * @param copyDefanged    whether Ctrl+C writes indicators so that nobody clicks them
 * @param resultThreshold how many new nodes an answer may put on the canvas; more go to the tray
 * @param baseUrl         the ThreatCrowd-compatible server to ask; empty for the one that is built in
 * @param paces           by provider id; a provider that is not named keeps its own pace
 * @param recentCases     newest first
 * @param window          where the window was, once it has been closed
 * @param canvas          what is seen on the canvas, and how it answers
 */
public record Settings(
        ColourTheme theme,
        boolean reducedMotion,
        MouseMode mouse,
        boolean copyDefanged,
        int resultThreshold,
        Optional<String> baseUrl,
        SortedMap<String, PaceSetting> paces,
        List<Path> recentCases,
        Optional<WindowBounds> window,
        CanvasSettings canvas) {
    /** How many recent cases are remembered. */
    public static final int RECENT_CASES_MAX = 10;

    /** The default of {@link #resultThreshold}, in nodes. */
    public static final int RESULT_THRESHOLD = 25;

    /** The greatest {@link #resultThreshold}, in nodes. */
    public static final int RESULT_THRESHOLD_MAX = 10_000;

    /** What holds before anything was chosen. */
    public static final Settings DEFAULT = new Settings(
            ColourTheme.DARK,
            false,
            MouseMode.SELECT,
            true,
            RESULT_THRESHOLD,
            Optional.empty(),
            Collections.emptySortedMap(),
            List.of(),
            Optional.empty(),
            CanvasSettings.DEFAULT);

    public Settings {
        if (resultThreshold < 1 || resultThreshold > RESULT_THRESHOLD_MAX) {
            throw new IllegalArgumentException("The result threshold is 1 to " + RESULT_THRESHOLD_MAX + " nodes.");
        }
        paces = Collections.unmodifiableSortedMap(new TreeMap<>(paces));
        recentCases = recentCases.stream().distinct().limit(RECENT_CASES_MAX).toList();
    }

    public Settings withTheme(ColourTheme next) {
        return new Settings(
                next, reducedMotion, mouse, copyDefanged, resultThreshold, baseUrl, paces, recentCases, window, canvas);
    }

    public Settings withReducedMotion(boolean next) {
        return new Settings(
                theme, next, mouse, copyDefanged, resultThreshold, baseUrl, paces, recentCases, window, canvas);
    }

    public Settings withMouse(MouseMode next) {
        return new Settings(
                theme, reducedMotion, next, copyDefanged, resultThreshold, baseUrl, paces, recentCases, window, canvas);
    }

    public Settings withCopyDefanged(boolean next) {
        return new Settings(
                theme, reducedMotion, mouse, next, resultThreshold, baseUrl, paces, recentCases, window, canvas);
    }

    public Settings withResultThreshold(int next) {
        return new Settings(
                theme, reducedMotion, mouse, copyDefanged, next, baseUrl, paces, recentCases, window, canvas);
    }

    public Settings withBaseUrl(Optional<String> next) {
        return new Settings(
                theme, reducedMotion, mouse, copyDefanged, resultThreshold, next, paces, recentCases, window, canvas);
    }

    public Settings withPace(String provider, PaceSetting pace) {
        var next = new TreeMap<>(paces);
        next.put(provider, pace);
        return new Settings(
                theme, reducedMotion, mouse, copyDefanged, resultThreshold, baseUrl, next, recentCases, window, canvas);
    }

    /** This case is the one used last. */
    public Settings withRecentCase(Path newest) {
        List<Path> next = Stream.concat(Stream.of(newest), recentCases.stream()).toList();
        return new Settings(
                theme, reducedMotion, mouse, copyDefanged, resultThreshold, baseUrl, paces, next, window, canvas);
    }

    public Settings withoutRecentCase(Path gone) {
        List<Path> next =
                recentCases.stream().filter(path -> !path.equals(gone)).toList();
        return new Settings(
                theme, reducedMotion, mouse, copyDefanged, resultThreshold, baseUrl, paces, next, window, canvas);
    }

    public Settings withWindow(WindowBounds next) {
        return new Settings(
                theme,
                reducedMotion,
                mouse,
                copyDefanged,
                resultThreshold,
                baseUrl,
                paces,
                recentCases,
                Optional.of(next),
                canvas);
    }

    public Settings withCanvas(CanvasSettings next) {
        return new Settings(
                theme, reducedMotion, mouse, copyDefanged, resultThreshold, baseUrl, paces, recentCases, window, next);
    }
}
