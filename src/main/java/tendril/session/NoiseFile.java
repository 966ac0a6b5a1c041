package tendril.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tendril.indicator.Canonical;
import tendril.indicator.IndicatorType;
import tendril.indicator.Reading;

/**
 * What a noise file says: its entries, and a sentence for each line that makes no sense. Immutable.
 *
 * <p>One bad line never costs the others. The format is plain text, explained at the top of {@code noise.tsv}.
 *
 * @param entries  in the order of the file
 * @param problems one sentence a bad line, with its number, in the order of the file
 */
public record NoiseFile(List<NoiseEntry> entries, List<String> problems) {
    /** The largest file that is read, in bytes. */
    public static final long SIZE_BYTES_MAX = 8L << 20;

    private static final int FIELDS_MIN = 4;
    private static final int ABOUT_DIGITS_MAX = 9;

    public NoiseFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** Reads a person's own list. A file that is not there is an empty list. */
    public static NoiseFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > SIZE_BYTES_MAX) {
                return failed(name + " is larger than " + (SIZE_BYTES_MAX >> 20)
                        + " MiB, so none of it was read. Keep blocks instead of single addresses in it.");
            }
            byte[] bytes = Files.readAllBytes(file);
            return read(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (NoSuchFileException none) {
            return new NoiseFile(List.of(), List.of());
        } catch (CharacterCodingException e) {
            return failed(name + " is not UTF-8 text, so none of it was read. Save it as UTF-8.");
        } catch (IOException e) {
            return failed(name + " could not be read (" + e.getMessage() + "). Check that the file may be read.");
        }
    }

    /**
     * Reads the text of a list.
     *
     * @param name what the sentences about bad lines call it
     */
    public static NoiseFile read(String name, String text) {
        List<NoiseEntry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.strip().split("\t+", -1);
                Optional<String> fault = fault(fields);
                if (fault.isPresent()) {
                    problems.add(name + ", line " + number + ": " + fault.get());
                } else {
                    entries.add(entry(fields));
                }
            }
        }
        return new NoiseFile(entries, problems);
    }

    private static NoiseFile failed(String sentence) {
        return new NoiseFile(List.of(), List.of(sentence));
    }

    private static Optional<String> fault(String[] fields) {
        if (fields.length < FIELDS_MIN) {
            return Optional.of("it has " + fields.length + " of the fields kind, matcher, value and reason. Part them"
                    + " by tabs.");
        }
        if (NoiseKind.ofId(word(fields[0])).isEmpty()) {
            return Optional.of("“" + fields[0] + "” is no kind of noise. Use sinkhole, cdn, or another of the list's.");
        }
        Optional<NoiseEntry.Matcher> matcher = NoiseEntry.Matcher.ofId(word(fields[1]));
        if (matcher.isEmpty()) {
            return Optional.of("“" + fields[1] + "” is no matcher. Use address, block, domain, under, email, mail-at or"
                    + " mail-has.");
        }
        Reading value = value(matcher.get(), fields[2]);
        if (value instanceof Reading.Refused refused) {
            return Optional.of(refused.reason());
        }
        if (fields.length > FIELDS_MIN && !isCount(fields[FIELDS_MIN].strip())) {
            return Optional.of("“" + fields[FIELDS_MIN] + "” is no number of results. Write a whole number.");
        }
        return Optional.empty();
    }

    private static NoiseEntry entry(String[] fields) {
        NoiseEntry.Matcher matcher = NoiseEntry.Matcher.ofId(word(fields[1])).orElseThrow();
        return new NoiseEntry(
                NoiseKind.ofId(word(fields[0])).orElseThrow(),
                matcher,
                value(matcher, fields[2]).indicator().orElseThrow().value(),
                fields[3].strip(),
                fields.length > FIELDS_MIN
                        ? OptionalInt.of(Integer.parseInt(fields[FIELDS_MIN].strip()))
                        : OptionalInt.empty());
    }

    private static Reading value(NoiseEntry.Matcher matcher, String given) {
        return switch (matcher) {
            case ADDRESS -> Canonical.parse(given.indexOf(':') < 0 ? IndicatorType.IPV4 : IndicatorType.IPV6, given);
            case BLOCK -> Canonical.parse(IndicatorType.CIDR, given);
            case DOMAIN, UNDER, MAIL_AT -> Canonical.parse(IndicatorType.DOMAIN, given);
            case EMAIL -> Canonical.parse(IndicatorType.EMAIL, given);
            case MAIL_HAS -> Canonical.parse(IndicatorType.PHRASE, given.toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isCount(String text) {
        return !text.isEmpty()
                && text.length() <= ABOUT_DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String word(String field) {
        return field.strip().toLowerCase(Locale.ROOT);
    }
}
