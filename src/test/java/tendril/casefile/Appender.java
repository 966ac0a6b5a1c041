package tendril.casefile;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.record.EvidenceBody;

/** A program that appends facts for ever and says after each transaction how far it is. It is there to be killed. */
final class Appender {
    private Appender() {}

    public static void main(String[] arguments) throws CaseFileException {
        PrintStream out = System.out;
        try (CaseFile file = Cases.opened(CaseFile.open(Path.of(arguments[0])))) {
            long seq = file.lastSeq();
            while (true) {
                EvidenceBody body = Cases.answer((int) seq + 1);
                file.append(
                        List.of(Cases.kept(seq + 1, body), Cases.entity(seq + 2), Cases.entity(seq + 3)),
                        List.of(body));
                seq += 3;
                out.println(seq);
                out.flush();
            }
        }
    }
}
