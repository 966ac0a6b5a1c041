package tendril.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Settings as JSON. Each value stands on its own: one that makes no sense is as if it were not there. */
final class SettingsJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * Settings from JSON text.
     *
     * @throws tools.jackson.core.JacksonException when the text is not JSON
     */
    Settings read(String json) {
        JsonNode root = mapper.readTree(json);
        Settings usual = Settings.DEFAULT;
        return new Settings(
                choice(root, "theme", ColourTheme.class).orElse(usual.theme()),
                flag(root, "reducedMotion", usual.reducedMotion()),
                choice(root, "mouse", MouseMode.class).orElse(usual.mouse()),
                flag(root, "copyDefanged", usual.copyDefanged()),
                threshold(root.path("resultThreshold")).orElse(usual.resultThreshold()),
                text(root.path("baseUrl")).filter(url -> !url.isBlank()),
                paces(root.path("paces")),
                paths(root.path("recentCases")),
                window(root.path("window")),
                canvas(root.path("canvas")));
    }

    String write(Settings settings) {
        ObjectNode root = mapper.createObjectNode();
        root.put("theme", settings.theme().name());
        root.put("reducedMotion", settings.reducedMotion());
        root.put("mouse", settings.mouse().name());
        root.put("copyDefanged", settings.copyDefanged());
        root.put("resultThreshold", settings.resultThreshold());
        settings.baseUrl().ifPresent(url -> root.put("baseUrl", url));
        ObjectNode paces = root.putObject("paces");
        settings.paces()
                .forEach((provider, pace) -> paces.putObject(provider)
                        .put("interval", pace.interval().toString())
                        .put("burst", pace.burst()));
        var recent = root.putArray("recentCases");
        settings.recentCases().forEach(path -> recent.add(path.toString()));
        settings.window()
                .ifPresent(window -> root.putObject("window")
                        .put("x", window.x())
                        .put("y", window.y())
                        .put("width", window.width())
                        .put("height", window.height())
                        .put("maximized", window.maximized()));
        CanvasSettings canvas = settings.canvas();
        root.putObject("canvas")
                .put("overview", canvas.overview())
                .put("legend", canvas.legend())
                .put("grid", canvas.grid())
                .put("guides", canvas.guides())
                .put("fadeByDate", canvas.fadeByDate())
                .put("scrollPans", canvas.scrollPans())
                .put("sizeBy", canvas.sizeBy().name());
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static CanvasSettings canvas(JsonNode node) {
        CanvasSettings usual = CanvasSettings.DEFAULT;
        return new CanvasSettings(
                flag(node, "overview", usual.overview()),
                flag(node, "legend", usual.legend()),
                flag(node, "grid", usual.grid()),
                flag(node, "guides", usual.guides()),
                flag(node, "fadeByDate", usual.fadeByDate()),
                flag(node, "scrollPans", usual.scrollPans()),
                choice(node, "sizeBy", SizeBy.class).orElse(usual.sizeBy()));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static boolean flag(JsonNode root, String name, boolean usual) {
        JsonNode node = root.path(name);
        return node.isBoolean() ? node.booleanValue() : usual;
    }

    private static <E extends Enum<E>> Optional<E> choice(JsonNode root, String name, Class<E> type) {
        return text(root.path(name))
                .flatMap(value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(value))
                        .findFirst());
    }

    private static Optional<Integer> threshold(JsonNode node) {
        return node.isInt() && node.intValue() >= 1 && node.intValue() <= Settings.RESULT_THRESHOLD_MAX
                ? Optional.of(node.intValue())
                : Optional.empty();
    }

    private static SortedMap<String, PaceSetting> paces(JsonNode node) {
        SortedMap<String, PaceSetting> paces = new TreeMap<>();
        node.propertyStream()
                .forEach(entry -> pace(entry.getValue()).ifPresent(pace -> paces.put(entry.getKey(), pace)));
        return paces;
    }

    private static Optional<PaceSetting> pace(JsonNode node) {
        return text(node.path("interval"))
                .filter(interval -> node.path("burst").isInt())
                .flatMap(interval -> sensible(
                        interval,
                        given -> new PaceSetting(
                                Duration.parse(given), node.path("burst").intValue())));
    }

    private static List<Path> paths(JsonNode node) {
        List<Path> paths = new ArrayList<>();
        node.valueStream()
                .forEach(entry -> text(entry)
                        .filter(path -> !path.isBlank())
                        .flatMap(path -> sensible(path, Path::of))
                        .ifPresent(paths::add));
        return paths;
    }

    private static Optional<WindowBounds> window(JsonNode node) {
        return sensible(
                node,
                given -> new WindowBounds(
                        given.path("x").asDouble(Double.NaN),
                        given.path("y").asDouble(Double.NaN),
                        given.path("width").asDouble(Double.NaN),
                        given.path("height").asDouble(Double.NaN),
                        given.path("maximized").asBoolean(false)));
    }

    /** What is made of a value, unless the value makes no sense. */
    private static <V, T> Optional<T> sensible(V value, Function<V, T> make) {
        try {
            return Optional.of(make.apply(value));
        } catch (IllegalArgumentException | DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
