package tendril.cli.console;

import java.nio.file.Path;
import tendril.casefile.CaseFile;
import tendril.casefile.Opening;
import tendril.casefile.disk.CaseFileException;

/** A case file opened to look at it, changing nothing. */
public sealed interface ReadCase {
    record Open(CaseFile file) implements ReadCase {}

    /** It cannot be opened, for this reason, in one sentence. */
    record Refused(String sentence) implements ReadCase {}

    static ReadCase open(Path path) {
        return switch (CaseFile.openReadOnly(path)) {
            case Opening.Opened opened -> new Open(opened.file());
            case Opening.OpenedReadOnly opened -> new Open(opened.file());
            case Opening.Damaged damaged -> new Refused(damaged.sentence());
            case Opening.Refused refused -> new Refused(refused.sentence());
        };
    }

    /** Closes a file that was only read; what goes wrong then harms nobody and is logged. */
    static void close(CaseFile file) {
        try {
            file.close();
        } catch (CaseFileException e) {
            System.getLogger(ReadCase.class.getName()).log(System.Logger.Level.WARNING, e.sentence(), e);
        }
    }
}
