package tendril.server.maltego;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What Maltego asks: the value of the first entity, and how many results it wants. Everything else in the message may be
 * missing. Immutable.
 *
 * @param value       the value of the entity
 * @param entitiesMax how many results are wanted at most
 */
public record TrxRequest(String value, int entitiesMax) {
    private static final int ENTITIES_MAX = 10_000;

    /** Reads a request message; empty when the bytes are no such message. Entities and DTDs of XML are not read. */
    public static Optional<TrxRequest> read(byte[] message) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(message));
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<TrxRequest> read(XMLStreamReader xml) throws XMLStreamException {
        Optional<String> value = Optional.empty();
        int wanted = TransformRun.ENTITIES_USUAL;
        boolean inEntity = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "Entity" -> inEntity = true;
                case "Value" -> {
                    if (inEntity && value.isEmpty()) {
                        value = Optional.of(xml.getElementText().strip());
                    }
                }
                case "Limits" -> wanted = limit(xml);
                default -> {
                    // Genealogy, fields and settings say nothing that a lookup needs.
                }
            }
        }
        int entitiesMax = wanted;
        return value.filter(text -> !text.isEmpty()).map(text -> new TrxRequest(text, entitiesMax));
    }

    private static int limit(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String text = xml.getAttributeValue(i);
            if (xml.getAttributeLocalName(i).equals("SoftLimit") && text.matches("\\d{1,9}")) {
                return Math.clamp(Integer.parseInt(text), 1, ENTITIES_MAX);
            }
        }
        return TransformRun.ENTITIES_USUAL;
    }
}
