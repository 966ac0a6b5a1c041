package tendril.session;

import java.util.List;
import java.util.Locale;
import tendril.indicator.Indicator;

/** The words on a collection node: "843 domains", or "12 indicators" when they are of several types. Pure. */
final class CollectionLabel {
    private CollectionLabel() {}

    static String of(List<Indicator> members) {
        boolean oneType = members.stream().map(Indicator::type).distinct().count() == 1;
        String noun = oneType ? plural(members.getFirst().type().label()) : "indicators";
        return members.size() + " " + noun;
    }

    private static String plural(String label) {
        String first = label.substring(0, 1);
        boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        String lower = word ? first.toLowerCase(Locale.ROOT) + label.substring(1) : label;
        return lower.endsWith("s") ? lower + "es" : lower + "s";
    }
}
