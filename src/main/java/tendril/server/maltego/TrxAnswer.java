package tendril.server.maltego;

import java.util.Collection;
import tendril.corpus.Day;

/** Writes answers in Maltego's message format. Values are escaped; what XML cannot hold becomes U+FFFD. */
public final class TrxAnswer {
    private static final int WEIGHT = 100;

    private TrxAnswer() {}

    /**
     * One entity to be shown.
     *
     * @param label what the link to it is called; empty for none
     * @param last  the last day the link was seen
     */
    record Found(EntityType type, String value, String label, Day last) {}

    static String found(Transform transform, String asked, Collection<Found> entities, long left) {
        var xml = new StringBuilder("<MaltegoMessage><MaltegoTransformResponseMessage><Entities>");
        for (Found entity : entities) {
            entity(xml, entity);
        }
        xml.append("</Entities><UIMessages>");
        message(xml, "Inform", transform.title() + ": " + asked + ", " + entities.size() + " found.");
        if (left > 0) {
            message(xml, "Inform", left + " more are not shown; raise the number of results to see them.");
        }
        return xml.append("</UIMessages></MaltegoTransformResponseMessage></MaltegoMessage>")
                .toString();
    }

    private static void entity(StringBuilder xml, Found entity) {
        xml.append("<Entity Type=\"").append(entity.type().id()).append("\"><Value>");
        xml.append(Xml.escape(entity.value()))
                .append("</Value><Weight>")
                .append(WEIGHT)
                .append("</Weight>");
        if (!entity.label().isEmpty()) {
            xml.append("<AdditionalFields>");
            field(xml, "link#maltego.link.label", "Label", entity.label());
            if (entity.last().isKnown()) {
                field(xml, "link#last_seen", "Last seen", entity.last().text());
            }
            xml.append("</AdditionalFields>");
        }
        xml.append("</Entity>");
    }

    private static void field(StringBuilder xml, String name, String title, String value) {
        xml.append("<Field Name=\"")
                .append(name)
                .append("\" DisplayName=\"")
                .append(title)
                .append("\">");
        xml.append(Xml.escape(value)).append("</Field>");
    }

    private static void message(StringBuilder xml, String type, String text) {
        xml.append("<UIMessage MessageType=\"")
                .append(type)
                .append("\">")
                .append(Xml.escape(text))
                .append("</UIMessage>");
    }

    /** The answer to a request that cannot be run: one sentence why. */
    public static String exception(String sentence) {
        return "<MaltegoMessage><MaltegoTransformExceptionMessage><Exceptions><Exception>" + Xml.escape(sentence)
                + "</Exception></Exceptions></MaltegoTransformExceptionMessage></MaltegoMessage>";
    }
}
