package tendril.ui.panel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Flag;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.graph.Property;
import tendril.indicator.Indicator;
import tendril.session.CaseSession;
import tendril.ui.canvas.Selection;

/** What there is to say about the selection. Confined to the FX thread. */
public final class DetailsViewModel {
    /** More links than this are counted, not listed. */
    static final int LINKS_MAX = 500;

    private final Supplier<CaseSession> session;
    private final Function<Indicator, String> defang;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", new Shown.Nothing(0, 0));

    /** What the panel shows. */
    public sealed interface Shown {
        /** Nothing is selected: the case in figures. */
        record Nothing(int entities, int links) implements Shown {}

        /**
         * One entity.
         *
         * @param links    of it, at most {@link #LINKS_MAX}
         * @param linkCount of it, all
         */
        record One(Entity entity, List<LinkLine> links, int linkCount, String defanged) implements Shown {}

        /** Several nodes, by type. */
        record Several(List<TypeCount> types, int total) implements Shown {}

        /** The links between one pair. */
        record Links(List<Link> links) implements Shown {}
    }

    /**
     * A link as one of its ends sees it.
     *
     * @param out   whether it starts here
     * @param label the relation
     * @param other the other end
     */
    public record LinkLine(boolean out, String label, Indicator other, LinkKey key) {}

    /** How many of a type. */
    public record TypeCount(String type, int count) {}

    public DetailsViewModel(Supplier<CaseSession> session, Function<Indicator, String> defang) {
        this.session = session;
        this.defang = defang;
    }

    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Looks at the case again. */
    public void show(Selection selection) {
        shown.set(look(selection));
    }

    private Shown look(Selection selection) {
        CaseGraph graph = session.get().graph();
        if (!selection.links().isEmpty()) {
            return new Shown.Links(selection.links().stream()
                    .flatMap(key -> graph.link(key).stream())
                    .toList());
        }
        Optional<Entity> single = selection.single().flatMap(graph::entity);
        if (single.isPresent()) {
            return one(graph, single.get());
        }
        return selection.isEmpty()
                ? new Shown.Nothing(graph.entityCount(), graph.linkCount())
                : several(graph, selection);
    }

    private Shown one(CaseGraph graph, Entity entity) {
        Indicator self = entity.indicator();
        List<LinkLine> lines = graph.linksOf(self)
                .map(Link::key)
                .map(key -> key.from().equals(self)
                        ? new LinkLine(true, key.label(), key.to(), key)
                        : new LinkLine(false, key.label(), key.from(), key))
                .sorted(Comparator.comparing(LinkLine::out)
                        .reversed()
                        .thenComparing(LinkLine::label)
                        .thenComparing(LinkLine::other))
                .toList();
        return new Shown.One(entity, lines.stream().limit(LINKS_MAX).toList(), lines.size(), defang.apply(self));
    }

    private static Shown several(CaseGraph graph, Selection selection) {
        var counts = new TreeMap<String, Integer>();
        selection.entities().forEach(each -> counts.merge(each.type().label(), 1, Integer::sum));
        selection.collections().stream()
                .flatMap(id -> graph.collection(id).stream())
                .forEach(collection ->
                        counts.merge("In collections", collection.members().size(), Integer::sum));
        List<TypeCount> types = counts.entrySet().stream()
                .map(entry -> new TypeCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(TypeCount::count).reversed())
                .toList();
        return new Shown.Several(types, selection.nodeCount());
    }

    /** How many pieces of evidence a property stands on, in words. */
    public static String support(Property property) {
        long evidence = property.citations().stream()
                .filter(citation -> !citation.isAnalyst())
                .count();
        boolean analyst = evidence < property.citations().size();
        String sources = evidence == 1 ? "1 source" : evidence + " sources";
        return evidence == 0 ? "analyst" : analyst ? sources + ", analyst" : sources;
    }

    public void note(Indicator on, String text) {
        boolean same = session.get()
                .graph()
                .entity(on)
                .filter(entity -> entity.note().equals(text.strip()))
                .isPresent();
        if (!same) {
            session.get().edits().note(on, text.strip());
        }
    }

    public void flag(Indicator on, Flag flag) {
        session.get().edits().flag(List.of(on), flag);
    }

    public void addTag(Entity entity, String tag) {
        SortedSet<String> tags = new TreeSet<>(entity.tags());
        if (!tag.isBlank() && tags.add(tag.strip())) {
            session.get().edits().tag(entity.indicator(), tags);
        }
    }

    public void removeTag(Entity entity, String tag) {
        SortedSet<String> tags = new TreeSet<>(entity.tags());
        if (tags.remove(tag)) {
            session.get().edits().tag(entity.indicator(), tags);
        }
    }
}
