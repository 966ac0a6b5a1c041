package tendril.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tendril.server.api.Links;
import tendril.server.message.Fault;
import tendril.server.message.Faults;

/**
 * Faults by chance, as the command line names them: {@code 429:0.1,slow:2s} fails every tenth request and delays the
 * rest by two seconds. Each part is a status or one of slow, html, busy, truncated, empty, drop, trickle, with a duration
 * where one belongs and a chance from 0 to 1. Of several, the first that is drawn counts. Thread-safe if the random
 * source is.
 */
public final class FaultSpec implements Faults {
    private static final Duration DELAY_USUAL = Duration.ofSeconds(2);
    private static final Duration TRICKLE_USUAL = Duration.ofMillis(20);
    private static final String RETRY_AFTER_S = "10";

    private record Chance(Fault fault, double probability) {}

    private final List<Chance> chances;
    private final RandomGenerator random;

    private FaultSpec(List<Chance> chances, RandomGenerator random) {
        this.chances = chances;
        this.random = random;
    }

    /**
     * Reads a specification.
     *
     * @throws IllegalArgumentException when it means nothing; the message is a sentence for people
     */
    public static FaultSpec parse(String text, RandomGenerator random) {
        var chances = new ArrayList<Chance>();
        for (String part : text.split(",", -1)) {
            chances.add(chance(part.strip().toLowerCase(Locale.ROOT)));
        }
        return new FaultSpec(List.copyOf(chances), random);
    }

    private static Chance chance(String part) {
        String[] words = part.split(":", -1);
        Optional<Duration> duration = Optional.empty();
        double probability = 1;
        for (int i = 1; i < words.length; i++) {
            Optional<Duration> read = duration(words[i]);
            if (read.isPresent()) {
                duration = read;
            } else if (words[i].matches("0?\\.\\d{1,9}|0|1|1\\.0+")) {
                probability = Double.parseDouble(words[i]);
            } else {
                throw unreadable(part);
            }
        }
        return new Chance(fault(words[0], duration, part), probability);
    }

    private static Fault fault(String name, Optional<Duration> duration, String part) {
        return switch (name) {
            case "slow" -> new Fault.Slow(duration.orElse(DELAY_USUAL));
            case "trickle" -> new Fault.Trickle(duration.orElse(TRICKLE_USUAL));
            case "html" -> new Fault.Html();
            case "busy" -> new Fault.Busy();
            case "truncated" -> new Fault.Truncated();
            case "empty" -> new Fault.Empty();
            case "drop" -> new Fault.Drop();
            case "429" -> Fault.Status.tooMany(RETRY_AFTER_S);
            default -> {
                if (!name.matches("[45]\\d\\d")) {
                    throw unreadable(part);
                }
                yield Fault.Status.of(Integer.parseInt(name));
            }
        };
    }

    private static Optional<Duration> duration(String word) {
        if (word.matches("\\d{1,6}ms")) {
            return Optional.of(Duration.ofMillis(Long.parseLong(word.substring(0, word.length() - 2))));
        }
        return word.matches("\\d{1,4}s")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(word.substring(0, word.length() - 1))))
                : Optional.empty();
    }

    private static IllegalArgumentException unreadable(String part) {
        return new IllegalArgumentException("\"" + part + "\" is no fault. Write for example 429:0.1 or slow:2s; there"
                + " are statuses, slow, html, busy, truncated, empty, drop and trickle.");
    }

    @Override
    public Optional<Fault> next(String path) {
        if (!path.startsWith(Links.API)) {
            return Optional.empty();
        }
        for (Chance chance : chances) {
            if (random.nextDouble() < chance.probability()) {
                return Optional.of(chance.fault());
            }
        }
        return Optional.empty();
    }
}
