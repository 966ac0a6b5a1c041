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
        return new Settings(
                look(root),
                taking(root),
                new Network(
                        given(root, "baseUrl"),
                        given(root, "corpus"),
                        given(root, "proxy"),
                        given(root, "authorities")),
                given(root, "author").filter(name -> name.length() <= Settings.AUTHOR_LENGTH_MAX),
                paces(root.path("paces")),
                paths(root.path("recentCases")),
                window(root.path("window")),
                panels(root.path("panels")),
                canvas(root.path("canvas")));
    }

    private static Look look(JsonNode root) {
        Look usual = Look.DEFAULT;
        return new Look(
                choice(root, "theme", ColourTheme.class).orElse(usual.theme()),
                flag(root, "reducedMotion", usual.reducedMotion()),
                choice(root, "mouse", MouseMode.class).orElse(usual.mouse()),
                flag(root, "copyDefanged", usual.copyDefanged()));
    }

    private static Taking taking(JsonNode root) {
        Taking usual = Taking.DEFAULT;
        return new Taking(
                number(root.path("resultThreshold"), Taking.THRESHOLD_MAX).orElse(usual.threshold()),
                number(root.path("resultMost"), Taking.MOST_MAX).orElse(usual.most()),
                flag(root, "otherCases", usual.otherCases()));
    }

    String write(Settings settings) {
        ObjectNode root = mapper.createObjectNode();
        root.put("theme", settings.theme().name());
        root.put("reducedMotion", settings.reducedMotion());
        root.put("mouse", settings.mouse().name());
        root.put("copyDefanged", settings.copyDefanged());
        root.put("resultThreshold", settings.resultThreshold());
        root.put("resultMost", settings.taking().most());
        root.put("otherCases", settings.taking().otherCases());
        settings.baseUrl().ifPresent(url -> root.put("baseUrl", url));
        settings.network().corpus().ifPresent(file -> root.put("corpus", file));
        settings.network().proxy().ifPresent(proxy -> root.put("proxy", proxy));
        settings.network().authorities().ifPresent(file -> root.put("authorities", file));
        settings.author().ifPresent(name -> root.put("author", name));
        ObjectNode paces = root.putObject("paces");
        settings.paces().forEach((provider, pace) -> write(paces.putObject(provider), pace));
        var recent = root.putArray("recentCases");
        settings.recentCases().forEach(path -> recent.add(path.toString()));
        settings.window()
                .ifPresent(window -> root.putObject("window")
                        .put("x", window.x())
                        .put("y", window.y())
                        .put("width", window.width())
                        .put("height", window.height())
                        .put("maximized", window.maximized()));
        PanelBounds panels = settings.panels();
        root.putObject("panels")
                .put("inspector", panels.inspector())
                .put("inspectorPart", panels.inspectorPart())
                .put("dock", panels.dock())
                .put("dockPart", panels.dockPart());
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

    private static PanelBounds panels(JsonNode node) {
        PanelBounds usual = PanelBounds.DEFAULT;
        return new PanelBounds(
                flag(node, "inspector", usual.inspector()),
                node.path("inspectorPart").asDouble(usual.inspectorPart()),
                flag(node, "dock", usual.dock()),
                node.path("dockPart").asDouble(usual.dockPart()));
    }

    private static void write(ObjectNode node, PaceSetting pace) {
        var windows = node.putArray("windows");
        pace.windows()
                .forEach(window -> windows.addObject()
                        .put("requests", window.requests())
                        .put("per", window.per().toString()));
        pace.agreed().ifPresent(at -> node.put("agreed", at.toString()));
    }

    /** A text that says something. */
    private static Optional<String> given(JsonNode root, String name) {
        return text(root.path(name)).map(String::strip).filter(value -> !value.isEmpty());
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

    /** A whole number from 1 to the greatest that makes sense. */
    private static Optional<Integer> number(JsonNode node, int most) {
        return node.isInt() && node.intValue() >= 1 && node.intValue() <= most
                ? Optional.of(node.intValue())
                : Optional.empty();
    }

    private static SortedMap<String, PaceSetting> paces(JsonNode node) {
        SortedMap<String, PaceSetting> paces = new TreeMap<>();
        node.propertyStream()
                .forEach(entry -> pace(entry.getValue()).ifPresent(pace -> paces.put(entry.getKey(), pace)));
        return paces;
    }

    /** A pace that makes sense as a whole: with one limit left out it would be faster than anybody chose. */
    private static Optional<PaceSetting> pace(JsonNode node) {
        if (node.has("interval")) {
            return sensible(
                    node,
                    given -> PaceSetting.every(
                            Duration.parse(given.path("interval").asString("")),
                            given.path("burst").intValue()));
        }
        return node.path("windows").isArray() ? sensible(node, SettingsJson::windows) : Optional.empty();
    }

    private static PaceSetting windows(JsonNode node) {
        List<PaceSetting.Window> windows = node.path("windows")
                .valueStream()
                .map(window -> new PaceSetting.Window(
                        window.path("requests").asInt(0),
                        Duration.parse(window.path("per").asString(""))))
                .toList();
        return new PaceSetting(
                windows, text(node.path("agreed")).flatMap(at -> sensible(at, java.time.Instant::parse)));
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
