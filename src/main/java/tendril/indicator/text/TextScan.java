package tendril.indicator.text;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tendril.indicator.Addresses;
import tendril.indicator.Canonical;
import tendril.indicator.IndicatorType;
import tendril.indicator.word.DomainEnding;
import tendril.indicator.word.Marks;
import tendril.indicator.word.NameReading;
import tendril.indicator.word.Prose;
import tendril.indicator.word.Scheme;
import tendril.indicator.word.Script;
import tendril.indicator.word.WordDots;

/** One pass over one text: see {@link Extraction}. Single-threaded, used once. */
final class TextScan {
    private static final int HASH_DIGITS_MAX = 128;
    private static final int PORT_DIGITS_MAX = 5;

    private final Script script;
    private final Consumer<Found> sink;

    /** Whether a person typed the text into a field: then nothing plain is doubted. */
    private final boolean typed;

    private final Marks marks;
    private final NameReading name;
    private final NameReading host;
    private final PathReading path;
    private final Prose prose;
    private final UrlReading urls;
    private final ShortReadings shorts;
    private final EncodedUrl encoded;
    private final DomainEnding endings;

    /** Where the last path ended that came to nothing: text is never read twice. */
    private int resume;

    TextScan(Script script, Consumer<Found> sink, boolean typed) {
        this.script = script;
        this.sink = sink;
        this.typed = typed;
        marks = new Marks(script);
        name = new NameReading(script, marks);
        host = new NameReading(script, marks);
        path = new PathReading(script);
        prose = new Prose(script);
        endings = new DomainEnding();
        urls = new UrlReading(script, host, path, endings);
        shorts = new ShortReadings(script, typed);
        encoded = new EncodedUrl(script);
    }

    void run() {
        int at = 0;
        while (at < script.length()) {
            at = isWordStart(at) ? word(at) : at + 1;
        }
    }

    private boolean isWordStart(int i) {
        char c = script.at(i);
        char before = script.at(i - 1);
        if (Script.isOpener(c)) {
            return Script.isAsciiLetter(script.at(i + 1)) && !Script.isLabel(before);
        }
        if (c == ':') {
            return script.at(i + 1) == ':' && !Script.isLabel(before) && before != ':';
        }
        if (!Script.isLabel(c)) {
            return false;
        }
        return !Script.isLabel(before) || Script.isCjk(before) != Script.isCjk(c);
    }

    /** Reads what begins here; returns where to go on, beyond this place. */
    private int word(int i) {
        int start = afterPercentCode(i);
        Optional<Scheme> scheme = Scheme.at(script, start);
        if (scheme.isPresent()) {
            Optional<Found> url = urls.read(scheme.get());
            return Math.max(emit(url, scheme.get().start() + 1), url.isPresent() ? urls.resume() : 0);
        }
        // Behind a percent code stands the middle of an encoded text that was looked at from its beginning.
        Optional<Found> found = shorts.read(start).or(() -> start > i ? Optional.empty() : encoded.read(start));
        if (found.isPresent()) {
            return emit(found, start + 1);
        }
        if (script.at(start) == ':') {
            return start + 1;
        }
        name.read(start);
        if (name.isOverlong()) {
            return name.end();
        }
        return name.isEmpty() ? start + 1 : named(start);
    }

    /** Inside a percent-encoded text, a word begins after the code: {@code %2Fevil.example}. */
    private int afterPercentCode(int i) {
        boolean code = script.at(i - 1) == '%'
                && Canonical.isHexDigit(script.at(i))
                && Canonical.isHexDigit(script.at(i + 1))
                && Script.isLabel(script.at(i + 2));
        return code ? i + 2 : i;
    }

    private int named(int start) {
        int end = Math.max(name.firmEnd(), start + 1);
        if (name.labels() == 1 && ":[(".indexOf(script.at(name.end())) >= 0) {
            Optional<Scheme> glued = Scheme.gluedTo(script, start, name.end());
            if (glued.isPresent()) {
                Optional<Found> url = urls.read(glued.get());
                return Math.max(emit(url, end), url.isPresent() ? urls.resume() : 0);
            }
        }
        Optional<Found> email = email(start);
        if (email.isPresent()) {
            return emit(email, end);
        }
        if (name.isNumeric() || Script.isDigit(script.at(start))) {
            Optional<Found> address = address(start);
            if (address.isPresent()) {
                return emit(address, end);
            }
        }
        return emit(domain(start).or(() -> hash(start)), end);
    }

    private int emit(Optional<Found> found, int otherwise) {
        if (found.isEmpty()) {
            return otherwise;
        }
        sink.accept(found.get());
        return Math.max(found.get().end(), resume);
    }

    private Optional<Found> email(int start) {
        EmailReading reading = new EmailReading(script, marks, endings);
        return reading.read(name, host, start);
    }

    private Optional<Found> address(int start) {
        Optional<Found> commas = shorts.commaAddress(start, prose, typed);
        if (commas.isPresent()) {
            return commas;
        }
        if (name.labels() < 4 || (name.labels() > 4 && !endsBeforeProse(4))) {
            return Optional.empty();
        }
        String quad = name.name(4);
        boolean defanged = name.isDefanged(4);
        if (Addresses.ipv4Bytes(quad).length == 0 || !(defanged || typed || prose.isAddress(start))) {
            return Optional.empty();
        }
        int end = name.end(4);
        Optional<Found> block = shorts.block(quad, start, end);
        if (block.isPresent()) {
            return block;
        }
        return withPath(quad, start, end, defanged).or(() -> accepted(IndicatorType.IPV4, quad, start, end));
    }

    /** Whether after so many labels another sentence begins, its space missing. */
    private boolean endsBeforeProse(int count) {
        return Prose.isTitleCase(name.label(count, true)) || name.dotBefore(count) == Marks.Strength.WEAK;
    }

    private Optional<Found> domain(int first) {
        int count = endings.cut(name);
        if (count == 0) {
            return hiddenDomain(first);
        }
        int start = first;
        int end = name.end(count);
        String written = name.name(count);
        boolean defanged = name.isDefanged(count);
        if (written.endsWith("_")) {
            // Emphasis of Markdown: _evil.example_
            int kept = written.length();
            while (kept > 0 && written.charAt(kept - 1) == '_') {
                kept--;
                end--;
            }
            while (written.startsWith("_") && kept > 0) {
                written = written.substring(1);
                start++;
                kept--;
            }
            written = written.substring(0, Math.max(kept, 0));
        } else if (!defanged && !typed && !prose.isDomain(name, count, start, end)) {
            return Optional.empty();
        }
        Optional<Found> url = withPath(written, start, end, true);
        return url.isPresent() ? url : accepted(IndicatorType.DOMAIN, written, start, end);
    }

    /** A name whose dots are words inside it: {@code evil-dot-example}, {@code evilDOTexample}. */
    private Optional<Found> hiddenDomain(int start) {
        String unfolded = WordDots.unfold(name.name(name.labels()), name.labels() == 1);
        return unfolded.isEmpty() || !endings.isCommon(unfolded)
                ? Optional.empty()
                : accepted(IndicatorType.DOMAIN, unfolded, start, name.end());
    }

    /** A host with a port and a path, or a path alone, is a URL that lacks its scheme. */
    private Optional<Found> withPath(String written, int start, int end, boolean likely) {
        int at = end;
        String port = "";
        int colon = urls.colonLength(at);
        if (colon > 0) {
            int digits = at + colon;
            while (digits - at - colon < PORT_DIGITS_MAX && Script.isDigit(script.at(digits))) {
                digits++;
            }
            port = script.slice(at + colon, digits);
            at = port.isEmpty() ? at : digits;
        }
        if (!urls.isPathStart(at) || script.at(at) == '#' || script.at(at) == '?' || !(likely || !port.isEmpty())) {
            return Optional.empty();
        }
        path.read(at);
        if (path.path().length() < 2) {
            return Optional.empty();
        }
        resume = path.end();
        String url = "http://" + written + (port.isEmpty() ? "" : ":" + port) + path.path();
        return accepted(IndicatorType.URL, url, start, path.end());
    }

    private Optional<Found> hash(int first) {
        int end = name.end(1);
        int start = end;
        while (start > first && Canonical.isHexDigit(script.at(start - 1))) {
            start--;
        }
        // "VirusShare_" and the like before a hash name the file it was.
        if (start > first && script.at(start - 1) != '_' && script.at(start - 1) != '-') {
            return Optional.empty();
        }
        IndicatorType type = switch (end - start) {
            case 32 -> IndicatorType.MD5;
            case 40 -> IndicatorType.SHA1;
            case 64 -> IndicatorType.SHA256;
            case HASH_DIGITS_MAX -> IndicatorType.SHA512;
            default -> IndicatorType.PHRASE;
        };
        if (type == IndicatorType.PHRASE) {
            return Optional.empty();
        }
        String digits = script.slice(start, end);
        boolean letters = digits.chars().anyMatch(c -> c > '9');
        return letters || typed ? accepted(type, digits.toLowerCase(Locale.ROOT), start, end) : Optional.empty();
    }

    private static Optional<Found> accepted(IndicatorType type, String value, int start, int end) {
        return Canonical.parse(type, value)
                .indicator()
                .map(indicator -> new Found(type, indicator.value(), start, end));
    }
}
