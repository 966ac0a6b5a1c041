package tendril.exchange.graphml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ExchangeNode.Spot;
import tendril.exchange.Stated;
import tendril.exchange.graphml.RawGraph.Element;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** Says what a node of a GraphML file is. */
final class NodeMeaning {
    /** Where writers put the value, the surest first. */
    private static final String[] VALUE_TITLES = {"value", "label", "name", "indicator", "id"};

    private static final String[] TYPE_TITLES = {"type", "labelv", "labels", "kind", "indicator_type"};
    private static final String[] NOTE_TITLES = {"note", "notes"};

    /** What is said by other means, or is only how it is drawn. */
    private static final Set<String> NOT_PROPERTIES = Set.of(
            "value",
            "label",
            "name",
            "indicator",
            "id",
            "note",
            "notes",
            "x",
            "y",
            "z",
            "r",
            "g",
            "b",
            "color",
            "size");

    private static final Set<String> NOT_PROPERTIES_NOR_TYPE =
            Stream.concat(NOT_PROPERTIES.stream(), Arrays.stream(TYPE_TITLES)).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> FIXED_IDS =
            Arrays.stream(Attribute.values()).map(Attribute::id).collect(Collectors.toUnmodifiableSet());

    private final DataOf data;
    private final boolean ours;

    NodeMeaning(RawGraph raw, boolean ours) {
        this.data = new DataOf(raw, "node");
        this.ours = ours;
    }

    /** The node; empty if nothing in it could be an indicator. */
    Optional<ExchangeNode> of(Element element) {
        if (ours) {
            return ours(element);
        }
        return element.foreignType.startsWith("maltego.") || !element.foreignProperties.isEmpty()
                ? maltego(element)
                : foreign(element);
    }

    private Optional<ExchangeNode> ours(Element element) {
        String value = data.of(element, Attribute.LABEL);
        return Naming.of(value, data.of(element, Attribute.TYPE))
                .map(indicator -> new ExchangeNode(
                        indicator,
                        spot(data.of(element, Attribute.X), data.of(element, Attribute.Y)),
                        data.of(element, Attribute.NOTE),
                        flag(data.of(element, Attribute.FLAG)),
                        new TreeSet<>(data.of(element, Attribute.TAGS).lines().toList()),
                        data.of(element, Attribute.PINNED).equals("true"),
                        data.of(element, Attribute.HIDDEN).equals("true"),
                        GraphmlMeaning.handling(data.of(element, Attribute.TLP), data.of(element, Attribute.PAP)),
                        data.properties(element, FIXED_IDS),
                        GraphmlMeaning.sources(data.of(element, Attribute.SOURCES))));
    }

    private Optional<ExchangeNode> foreign(Element element) {
        String value = data.first(element, VALUE_TITLES);
        String label = value.isBlank() ? element.shownLabel : value;
        String text = label.isBlank() ? element.id : label;
        String kind = data.first(element, TYPE_TITLES);
        Optional<Indicator> named = Naming.of(text, kind.isBlank() ? element.foreignType : kind);
        Optional<Spot> spot =
                spot(data.first(element, "x"), data.first(element, "y")).or(() -> element.place);
        return named.map(indicator -> node(
                indicator, spot, data.first(element, NOTE_TITLES), data.except(element, redundant(indicator, kind))));
    }

    /** A type that the indicator says itself is no property of it. */
    private static Set<String> redundant(Indicator indicator, String kind) {
        if (!Naming.typeOf(kind).equals(Optional.of(indicator.type()))) {
            return NOT_PROPERTIES;
        }
        return NOT_PROPERTIES_NOR_TYPE;
    }

    private Optional<ExchangeNode> maltego(Element element) {
        Map<String, String> properties = element.foreignProperties;
        Optional<MaltegoTypes.Meaning> meaning = MaltegoTypes.of(element.foreignType);
        String first = properties.values().stream().findFirst().orElse("");
        String text = meaning.map(MaltegoTypes.Meaning::property)
                .map(properties::get)
                .filter(value -> !value.isBlank())
                .orElse(first);
        Optional<IndicatorType> type = meaning.flatMap(MaltegoTypes.Meaning::type);
        Optional<Indicator> named = type.flatMap(
                        known -> Canonical.parse(known, text).indicator())
                .or(() -> Naming.of(text.isBlank() ? element.shownLabel : text));
        return named.map(indicator -> {
            List<Stated> stated = GraphmlMeaning.stated(properties).stream()
                    .filter(property ->
                            !property.value().isBlank() && !property.value().equals(text))
                    .collect(Collectors.toList());
            if (meaning.isEmpty()) {
                stated.add(new Stated("type", element.foreignType));
            }
            return node(indicator, element.place, element.foreignNote, stated);
        });
    }

    private static ExchangeNode node(Indicator indicator, Optional<Spot> spot, String note, List<Stated> properties) {
        return new ExchangeNode(
                indicator, spot, note, Flag.NONE, new TreeSet<>(), false, false, Handling.UNSET, properties, List.of());
    }

    private static Optional<Spot> spot(String x, String y) {
        return Numbers.finite(x).flatMap(left -> Numbers.finite(y).map(top -> new Spot(left, top)));
    }

    private static Flag flag(String name) {
        for (Flag flag : Flag.values()) {
            if (flag.name().toLowerCase(Locale.ROOT).equals(name)) {
                return flag;
            }
        }
        return Flag.NONE;
    }
}
