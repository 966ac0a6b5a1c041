package tendril;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import tendril.casefile.CaseFile;
import tendril.casefile.disk.CaseFileException;
import tendril.session.OpenCase;

/** Opens cases for the desk; one that can only be read is copied into a draft, so that whoever opens it can work. Any thread. */
final class Opener {
    private final Drafts drafts;

    Opener(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * What came of opening a file.
     *
     * @param result never {@code ReadOnly}
     * @param copied why a copy of the file was opened in its stead, in one sentence
     */
    record Attempt(OpenCase.Result result, Optional<String> copied) {
        /** The file that is open now, if it is one that has a name. */
        Optional<Path> file(Optional<Path> asked) {
            return copied.isPresent() ? Optional.empty() : asked;
        }
    }

    /** Opens the case in a file, or makes a new one where there is none. */
    Attempt open(Path file, OpenCase.Setting with, OpenCase.Watch watch) {
        OpenCase.Result result = OpenCase.openOrCreate(file, with, watch);
        if (!(result instanceof OpenCase.Result.ReadOnly readOnly)) {
            return new Attempt(result, Optional.empty());
        }
        Path copy = drafts.next();
        try (CaseFile source = readOnly.file()) {
            source.saveCopy(copy);
        } catch (CaseFileException e) {
            return new Attempt(new OpenCase.Result.Refused(readOnly.sentence() + " " + e.sentence()), Optional.empty());
        }
        return ofCopy(OpenCase.openOrCreate(copy, with, watch), copy, readOnly.sentence());
    }

    private Attempt ofCopy(OpenCase.Result result, Path copy, String why) {
        if (result instanceof OpenCase.Result.Open) {
            return new Attempt(
                    result,
                    Optional.of(
                            why + " What you see is a copy: save it under a name of its own to keep what you change."));
        }
        drafts.delete(copy);
        if (result instanceof OpenCase.Result.ReadOnly again) {
            try {
                again.file().close();
            } catch (CaseFileException e) {
                return new Attempt(new OpenCase.Result.Refused(e.sentence()), Optional.empty());
            }
            return new Attempt(new OpenCase.Result.Refused(again.sentence()), Optional.empty());
        }
        return new Attempt(result, Optional.empty());
    }

    /** Whether somebody has called something off. Thread-safe. */
    static final class CallOff implements Runnable {
        private final AtomicBoolean off = new AtomicBoolean();

        @Override
        public void run() {
            off.set(true);
        }

        boolean isOff() {
            return off.get();
        }
    }
}
