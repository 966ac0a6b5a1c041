package tendril.exchange.xml;

import java.io.IOException;
import java.io.Serial;

/**
 * Watches the signs of an XML file go by before the parser sees them, and stops a file that is too large, or has too
 * long a stretch without a tag, or a tag with too many attributes: the parser would hold all of those in memory, and
 * compare attributes with each other, before anybody could look at them. Confined to one thread.
 */
final class TagWatch {
    /** A limit is reached. */
    static final class TooMuch extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        TooMuch(String sentence) {
            super(sentence);
        }
    }

    private enum At {
        TEXT,
        TAG_BEGINS,
        TAG
    }

    private static final int MEGABYTE = 1024 * 1024;

    private long all;
    private int run;
    private int attributes;
    private int quote;
    private At at = At.TEXT;

    /** One more sign goes by, a byte or char of an encoding in which ASCII stands for itself. */
    void pass(int sign) throws TooMuch {
        all++;
        run = sign == '<' || sign == '>' ? 0 : run + 1;
        if (all > XmlCursor.FILE_SIGNS_MAX) {
            throw new TooMuch("the file is larger than " + XmlCursor.FILE_SIGNS_MAX / MEGABYTE + " MB");
        }
        if (run > XmlCursor.RUN_SIGNS_MAX) {
            throw new TooMuch("a text or attribute is longer than " + XmlCursor.RUN_SIGNS_MAX / MEGABYTE + " MB");
        }
        if (sign == '<') {
            at = At.TAG_BEGINS;
            quote = 0;
            attributes = 0;
        } else if (at != At.TEXT) {
            inTag(sign);
        }
    }

    private void inTag(int sign) throws TooMuch {
        if (at == At.TAG_BEGINS) {
            at = sign == '!' || sign == '?' ? At.TEXT : At.TAG;
        } else if (quote != 0) {
            quote = sign == quote ? 0 : quote;
        } else if (sign == '"' || sign == '\'') {
            quote = sign;
        } else if (sign == '>') {
            at = At.TEXT;
        } else if (sign == '=' && ++attributes > XmlCursor.ATTRIBUTES_MAX) {
            throw new TooMuch("an element has more than " + XmlCursor.ATTRIBUTES_MAX + " attributes");
        }
    }
}
