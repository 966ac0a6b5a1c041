package tendril.exchange.graphml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tendril.exchange.ExchangeLink;
import tendril.exchange.Stated;
import tendril.exchange.graphml.RawGraph.Element;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.Seen;

/** Says what an edge of a GraphML file is. */
final class LinkMeaning {
    /** What a link is called that nobody gave a name. */
    static final String NAMELESS = "linked to";

    private static final String[] LABEL_TITLES = {"label", "interaction", "labele", "relation", "relationship", "name"};
    private static final String[] MALTEGO_LABELS = {"maltego.link.manual.type", "maltego.link.label"};

    private static final Set<String> NOT_PROPERTIES = Set.of(
            "id",
            "label",
            "interaction",
            "labele",
            "relation",
            "relationship",
            "name",
            "r",
            "g",
            "b",
            "color",
            "weight",
            "size",
            "first_seen",
            "last_seen");

    private static final Set<String> FIXED_IDS =
            Arrays.stream(Attribute.values()).map(Attribute::id).collect(Collectors.toUnmodifiableSet());

    private final DataOf data;
    private final boolean ours;

    LinkMeaning(RawGraph raw, boolean ours) {
        this.data = new DataOf(raw, "edge");
        this.ours = ours;
    }

    ExchangeLink of(Element element, Indicator from, Indicator to) {
        if (ours) {
            return new ExchangeLink(
                    new LinkKey(from, to, data.of(element, Attribute.LINK_LABEL)),
                    seen(data.of(element, Attribute.FIRST_SEEN), data.of(element, Attribute.LAST_SEEN)),
                    data.properties(element, FIXED_IDS),
                    GraphmlMeaning.sources(data.of(element, Attribute.LINK_SOURCES)));
        }
        List<Stated> properties = new ArrayList<>(data.except(element, NOT_PROPERTIES));
        for (Map.Entry<String, String> property : element.foreignProperties.entrySet()) {
            if (!property.getKey().startsWith("maltego.link.")
                    && !property.getValue().isBlank()) {
                properties.add(new Stated(property.getKey(), property.getValue()));
            }
        }
        return new ExchangeLink(
                new LinkKey(from, to, label(element)),
                seen(data.first(element, "first_seen"), data.first(element, "last_seen")),
                properties,
                List.of());
    }

    private String label(Element element) {
        String plain = data.first(element, LABEL_TITLES).strip();
        if (!plain.isEmpty()) {
            return plain;
        }
        for (String name : MALTEGO_LABELS) {
            String label = element.foreignProperties.getOrDefault(name, "").strip();
            if (!label.isEmpty()) {
                return label;
            }
        }
        String shown = element.shownLabel.strip();
        if (!shown.isEmpty()) {
            return shown;
        }
        String type = element.foreignType.startsWith("maltego.") ? "" : element.foreignType.strip();
        return type.isEmpty() ? NAMELESS : type;
    }

    private static Seen seen(String first, String last) {
        return first.isEmpty() && last.isEmpty() ? Seen.UNKNOWN : new Seen(day(first), day(last));
    }

    /** A day, or the day of a time. */
    private static Optional<LocalDate> day(String text) {
        String day = text.strip();
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day.indexOf('T') == 10 ? day.substring(0, 10) : day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
