package tendril.cli.console;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tendril.server.access.ClientPace;

/** Reads a pace as people write it: {@code 10s} for one request in ten seconds, {@code 10s:5} with bursts of 5, {@code off}. */
public final class PaceText implements ITypeConverter<ClientPace> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}(?:ms|s|m|h))(?::(\\d{1,6}))?");
    private static final DurationText DURATION = new DurationText();

    @Override
    public ClientPace convert(String text) {
        if (text.equals("off")) {
            return ClientPace.UNLIMITED;
        }
        Matcher written = WRITTEN.matcher(text);
        int burst = written.matches() && written.group(2) != null
                ? Integer.parseInt(written.group(2))
                : ClientPace.ORIGINAL.burst();
        if (!written.matches() || burst < 1) {
            throw new TypeConversionException(
                    "'" + text + "' is no pace. Write 10s for one request in ten seconds, 10s:5"
                            + " to allow five at once, or off.");
        }
        Duration interval = DURATION.convert(written.group(1));
        return new ClientPace(interval, burst, false);
    }
}
