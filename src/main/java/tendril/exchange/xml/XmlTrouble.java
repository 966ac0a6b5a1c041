package tendril.exchange.xml;

import java.io.Serial;

/** Why an XML file is not read. The message is one sentence for a person, with the line where it stopped. */
public final class XmlTrouble extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public XmlTrouble(String what, int line) {
        super(line > 0 ? "Line " + line + ": " + what + "." : what + ".");
    }

    XmlTrouble(String what, int line, Throwable cause) {
        super(line > 0 ? "Line " + line + ": " + what + "." : what + ".", cause);
    }

    /** The sentence. */
    public String sentence() {
        String message = getMessage();
        return message == null ? "The file cannot be read." : message;
    }
}
