package tendril.cli.console;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's name and version, as the build wrote it into the jar. */
public final class Version implements IVersionProvider {
    /** The version alone, {@code 0.1.0}. */
    public static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Tendril " + number()};
    }
}
