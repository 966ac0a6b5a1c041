package tendril.session;

import java.util.Optional;
import tendril.graph.Handling;
import tendril.pivot.Audience;

/**
 * Who may see a query about an entity, by its TLP and PAP labels. Pure.
 *
 * <p>TLP after FIRST's Traffic Light Protocol 2.0: RED stays with the people named, AMBER with the organisation (and
 * its clients), GREEN with the community, CLEAR with anybody. PAP after the MISP taxonomy: RED allows nothing that
 * others could notice, AMBER and GREEN allow passive look-ups at third parties.
 */
public final class QueryRule {
    private QueryRule() {}

    /**
     * Why a query must not be sent, in one sentence; empty when it may.
     *
     * @param handling what holds for the entity
     * @param audience who sees what the provider is asked
     * @param provider the provider's name, for the sentence
     */
    public static Optional<String> objection(Handling handling, Audience audience, String provider) {
        Audience widestByTlp = widest(handling.tlp());
        Audience widestByPap = widest(handling.pap());
        if (audience.compareTo(widestByTlp) > 0) {
            return Optional.of(sentence(handling.tlp().label(), audience, provider, widestByTlp));
        }
        if (audience.compareTo(widestByPap) > 0) {
            return Optional.of(sentence(handling.pap().label(), audience, provider, widestByPap));
        }
        return Optional.empty();
    }

    private static Audience widest(Handling.Tlp tlp) {
        return switch (tlp) {
            case RED -> Audience.THIS_MACHINE;
            case AMBER_STRICT, AMBER -> Audience.OWN_SERVER;
            case GREEN -> Audience.THIRD_PARTY;
            case CLEAR, UNSET -> Audience.PUBLIC;
        };
    }

    private static Audience widest(Handling.Pap pap) {
        return switch (pap) {
            case RED -> Audience.THIS_MACHINE;
            case AMBER, GREEN -> Audience.THIRD_PARTY;
            case CLEAR, UNSET -> Audience.PUBLIC;
        };
    }

    private static String sentence(String label, Audience audience, String provider, Audience widest) {
        return "Held: it is " + label + ", and a query to " + provider + " is seen by " + audience.words() + "; "
                + label + " allows " + widest.words() + ". Release it to send it all the same.";
    }
}
