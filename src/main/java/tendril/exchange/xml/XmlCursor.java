package tendril.exchange.xml;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML file from a stranger, one piece at a time.
 *
 * <p>The parser is Aalto, made by name: the one that the JDK finds by itself reads external entities. A document type is
 * refused outright, so there are no entities, no bombs and nothing to fetch; XInclude, schema locations and style sheets
 * are never looked at. Size, depth, number and length of things are limited. Confined to one thread.
 */
public final class XmlCursor implements AutoCloseable {
    /** Largest file, in bytes, or chars of UTF-16. */
    public static final long FILE_SIGNS_MAX = 1L << 30;
    /** Longest stretch of a file without a tag: an attribute value, a text. In bytes, or chars of UTF-16. */
    public static final int RUN_SIGNS_MAX = 8 * 1024 * 1024;
    /** Deepest nesting of elements. */
    public static final int DEPTH_MAX = 256;
    /** Most elements of a file. */
    public static final long ELEMENTS_MAX = 50_000_000;
    /** Most attributes of an element. */
    public static final int ATTRIBUTES_MAX = 256;
    /** Longest text of an element. */
    public static final int TEXT_CHARS_MAX = 16 * 1024 * 1024;

    /** What the cursor stands on. */
    public enum Piece {
        START,
        END,
        TEXT,
        END_OF_FILE
    }

    /** Encodings in which ASCII stands for itself, as the limits take for granted, and UTF-16, which is decoded first. */
    private static final Set<String> ENCODINGS = Set.of(
            "UTF-8",
            "US-ASCII",
            "ASCII",
            "ISO-8859-1",
            "ISO-8859-15",
            "WINDOWS-1252",
            "CP1252",
            "UTF-16",
            "UTF-16BE",
            "UTF-16LE");

    private final XMLStreamReader reader;
    private int depth;
    private long elements;

    private XmlCursor(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Begins to read; the stream stays the caller's to close. */
    public static XmlCursor of(InputStream in) throws XmlTrouble {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            InputStream whole = new BufferedInputStream(in);
            Optional<Charset> wide = utf16(whole);
            XMLStreamReader reader = wide.isPresent()
                    ? factory.createXMLStreamReader(new CappedReader(
                            new InputStreamReader(whole, wide.get().newDecoder())))
                    : factory.createXMLStreamReader(new CappedInput(whole));
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
                throw new XmlTrouble("the encoding is none that is read here; save the file as UTF-8", 1);
            }
            return new XmlCursor(reader);
        } catch (XMLStreamException | UncheckedStreamException | IOException broken) {
            throw trouble(broken, 1);
        }
    }

    /** The kind of UTF-16 that the file is in, by its mark or by the zero byte beside its first sign. */
    private static Optional<Charset> utf16(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 0xfe && second == 0xff || first == 0xff && second == 0xfe) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        if (first == '<' && second == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return first == 0 && second == '<' ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** Goes to the next start, end or text. Comments and processing instructions are passed over. */
    public Piece next() throws XmlTrouble {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return started();
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Piece.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Piece.TEXT;
                    }
                    case XMLStreamConstants.DTD ->
                        throw new XmlTrouble(
                                "the file has a document type (DTD), through which XML can be made to read other files;"
                                        + " remove it and try again",
                                line());
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XmlTrouble("an entity is used that XML itself does not know", line());
                    default -> {}
                }
            }
            return Piece.END_OF_FILE;
        } catch (XMLStreamException | UncheckedStreamException broken) {
            throw trouble(broken, line());
        }
    }

    /** The name of the element that starts or ends here, without its prefix. */
    public String name() {
        return reader.getLocalName();
    }

    /** An attribute of the element that starts here, by its name without prefix. */
    public Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** All the text inside the element that starts here, with what stands in elements within; ends on its end. */
    public String text() throws XmlTrouble {
        StringBuilder text = new StringBuilder();
        int outer = depth;
        while (true) {
            switch (next()) {
                case TEXT -> append(text);
                case END -> {
                    if (depth < outer) {
                        return text.toString();
                    }
                }
                case START -> {}
                case END_OF_FILE -> throw new XmlTrouble("the file ends too early", line());
            }
        }
    }

    /** The text that stands here. */
    public void append(StringBuilder text) throws XmlTrouble {
        try {
            text.append(reader.getText());
        } catch (UncheckedStreamException broken) {
            throw trouble(broken, line());
        }
        if (text.length() > TEXT_CHARS_MAX) {
            throw new XmlTrouble("a text is longer than " + TEXT_CHARS_MAX + " characters", line());
        }
    }

    /** Passes over the element that starts here; ends on its end. */
    public void skip() throws XmlTrouble {
        int outer = depth;
        while (depth >= outer) {
            if (next() == Piece.END_OF_FILE) {
                throw new XmlTrouble("the file ends too early", line());
            }
        }
    }

    /** How many elements the cursor is inside of. */
    public int depth() {
        return depth;
    }

    /** Where it is, from 1. */
    public int line() {
        return reader.getLocation().getLineNumber();
    }

    @Override
    public void close() throws XmlTrouble {
        try {
            reader.close();
        } catch (XMLStreamException broken) {
            throw trouble(broken, line());
        }
    }

    private Piece started() throws XmlTrouble {
        depth++;
        elements++;
        if (depth > DEPTH_MAX) {
            throw new XmlTrouble("elements stand in each other more than " + DEPTH_MAX + " deep", line());
        }
        if (elements > ELEMENTS_MAX) {
            throw new XmlTrouble("there are more than " + ELEMENTS_MAX + " elements", line());
        }
        if (reader.getAttributeCount() > ATTRIBUTES_MAX) {
            throw new XmlTrouble("an element has more than " + ATTRIBUTES_MAX + " attributes", line());
        }
        return Piece.START;
    }

    private static XmlTrouble trouble(Exception broken, int line) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof TagWatch.TooMuch much) {
                return new XmlTrouble(String.valueOf(much.getMessage()), line, broken);
            }
        }
        String said = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        boolean early = said.contains("End-of-input") || said.contains("end-of-input");
        return new XmlTrouble(
                early ? "the file ends too early" : "this is not well-formed XML (" + said + ")", line, broken);
    }
}
