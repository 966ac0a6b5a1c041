package tendril.server.maltego;

import java.util.stream.Collectors;

/** What Maltego asks a transform server before it runs anything: where its transforms are, and which there are. */
public final class Discovery {
    private static final String NAME = "Tendril";

    private Discovery() {}

    /**
     * The answer to whoever was given the address of the server's seed.
     *
     * @param transformsUrl where the list of transforms is asked for
     */
    public static String seed(String transformsUrl) {
        return "<MaltegoMessage><MaltegoTransformDiscoveryMessage source=\"" + NAME + "\"><TransformApplications>"
                + "<TransformApplication name=\"" + NAME + "\" URL=\"" + Xml.escape(transformsUrl)
                + "\" requireAPIKey=\"false\" registrationURL=\"\"/></TransformApplications><OtherSeedServers/>"
                + "</MaltegoTransformDiscoveryMessage></MaltegoMessage>";
    }

    /** Every transform with what it takes and gives. */
    public static String transforms() {
        var xml = new StringBuilder("<MaltegoMessage><MaltegoTransformListMessage><Transforms>");
        for (Transform transform : Transform.values()) {
            String outputs = transform.outputs().stream()
                    .map(output -> "<OutputEntity>" + output + "</OutputEntity>")
                    .collect(Collectors.joining());
            xml.append("<Transform TransformName=\"")
                    .append(transform.id())
                    .append("\" UIDisplayName=\"")
                    .append(Xml.escape(transform.title()))
                    .append("\" Description=\"")
                    .append(Xml.escape(transform.description()))
                    .append("\" Author=\"" + NAME + "\" Owner=\"" + NAME
                            + "\" Disclaimer=\"\" LocationRelevance=\"global\""
                            + " Version=\"1.0\" MaxEntityInputCount=\"1\" MaxEntityOutputCount=\"0\"><UIInputRequirements/>"
                            + "<InputEntity>")
                    .append(transform.input())
                    .append("</InputEntity><OutputEntities>")
                    .append(outputs)
                    .append("</OutputEntities></Transform>");
        }
        return xml.append("</Transforms></MaltegoTransformListMessage></MaltegoMessage>")
                .toString();
    }
}
