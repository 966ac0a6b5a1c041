package tendril;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.provider.BaseUrl;
import tendril.provider.HttpRoute;
import tendril.session.Noise;
import tendril.session.NoiseFile;
import tendril.ui.SourceDesk;

/** The files beside the settings, and what can be said of addresses without asking anybody. Confined to the FX thread. */
final class OwnFiles implements SourceDesk {
    private static final String NOISE = "noise.tsv";

    private final Path folder;
    private final Consumer<Noise> weighBy;
    private final Runnable forget;

    /**
     * @param folder  where the settings are
     * @param weighBy hears of a changed list of noise
     * @param forget  forgets which indicators stand in which cases
     */
    OwnFiles(Path folder, Consumer<Noise> weighBy, Runnable forget) {
        this.folder = folder;
        this.weighBy = weighBy;
        this.forget = forget;
    }

    /** The person's own list of noise, which overrules the shipped one. */
    NoiseFile noise() {
        return NoiseFile.read(folder.resolve(NOISE));
    }

    @Override
    public Optional<String> serverTrouble(String address) {
        return BaseUrl.read(address) instanceof BaseUrl.Reading.Unusable unusable
                ? Optional.of(unusable.reason())
                : Optional.empty();
    }

    @Override
    public Optional<String> corpusTrouble(String file) {
        String fill = " Fill one with `tendril ingest`, or choose another file.";
        try {
            return SqliteCorpus.isCorpus(Path.of(file))
                    ? Optional.empty()
                    : Optional.of("This file is not a corpus." + fill);
        } catch (IOException e) {
            return Optional.of("There is no file here that can be read." + fill);
        } catch (InvalidPathException e) {
            return Optional.of("This is not the name of a file." + fill);
        }
    }

    @Override
    public Optional<String> proxyTrouble(String hostAndPort) {
        return trouble(HttpRoute.DIRECT.through(hostAndPort));
    }

    @Override
    public Optional<String> authoritiesTrouble(String file) {
        return trouble(HttpRoute.DIRECT.trusting(file));
    }

    private static Optional<String> trouble(HttpRoute.Reading reading) {
        return switch (reading) {
            case HttpRoute.Reading.Usable usable -> Optional.empty();
            case HttpRoute.Reading.Unusable unusable -> Optional.of(unusable.reason());
        };
    }

    @Override
    public String accountName() {
        return Sourcing.account();
    }

    @Override
    public String ownNoise() {
        try {
            Path file = folder.resolve(NOISE);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public String ownNoiseFile() {
        return folder.resolve(NOISE).toString();
    }

    @Override
    public Optional<String> keepOwnNoise(String text) {
        Path file = folder.resolve(NOISE);
        if (Files.exists(file)
                && noise().entries().isEmpty()
                && !noise().problems().isEmpty()
                && ownNoise().isEmpty()) {
            return Optional.of(noise().problems().getFirst());
        }
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "noise", ".tmp");
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            return Optional.of("Your list of noise could not be written to " + file + "; check that the folder may be"
                    + " written to and has room.");
        }
        weighBy.accept(Noise.shipped().and(noise().entries()));
        return Optional.empty();
    }

    @Override
    public void forgetOtherCases() {
        forget.run();
    }
}
