package tendril.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tendril.casefile.disk.CaseDatabase;
import tendril.casefile.disk.CaseSchema;
import tendril.casefile.disk.CaseTables;
import tendril.casefile.record.FactCodec;
import tendril.casefile.record.FactRow;
import tendril.casefile.record.KeptBody;
import tendril.graph.CaseEvent;
import tendril.graph.Fact;

/** Looks through a case file for anything that is not as it was written. Changes nothing. */
final class CaseCheck {
    private static final int PROBLEMS_MAX = 100;

    private final Connection connection;
    private final CaseTables tables;
    private final FactCodec codec;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Long> evidenceNamed = new LinkedHashMap<>();
    private long facts;
    private long notUnderstood;

    CaseCheck(Connection connection, FactCodec codec) {
        this.connection = connection;
        this.tables = new CaseTables(connection);
        this.codec = codec;
    }

    /** What keeps a file from being opened to be changed: its structure and its facts; empty if nothing. */
    static Optional<String> quick(Connection connection) throws SQLException {
        Optional<String> strange = CaseSchema.strangeness(connection);
        if (strange.isPresent()) {
            return strange.map(what -> "it holds " + what);
        }
        String quick = CaseDatabase.ask(connection, "PRAGMA quick_check(1)");
        if (!quick.equals("ok")) {
            return Optional.of("its pages do not fit together");
        }
        CaseCheck check = new CaseCheck(connection, new FactCodec());
        check.tables.forEachFact(check::sequence);
        return check.problems.stream().findFirst();
    }

    /** Everything there is to check. */
    CheckReport run() throws SQLException {
        CaseSchema.strangeness(connection).ifPresent(what -> problem("The file holds " + what + "."));
        String pages = CaseDatabase.ask(connection, "PRAGMA integrity_check(1)");
        if (!pages.equals("ok")) {
            problem("The pages of the file do not fit together: " + pages + ".");
        }
        tables.forEachFact(row -> {
            sequence(row);
            meaning(row.fact(codec));
        });
        long bodies = evidence();
        return new CheckReport(facts, bodies, notUnderstood, problems);
    }

    private void sequence(FactRow row) {
        facts++;
        if (row.seq() != facts) {
            problem("fact " + facts + " is missing");
            facts = row.seq();
        }
        if (!row.isWhole()) {
            problem("fact " + row.seq() + " is damaged");
        }
    }

    private void meaning(Fact fact) {
        if (fact.event() instanceof CaseEvent.EvidenceKept kept) {
            evidenceNamed.putIfAbsent(kept.evidence().sha256(), fact.seq());
        } else if (fact.event() instanceof CaseEvent.NotUnderstood) {
            notUnderstood++;
        }
    }

    /** How many bodies there are; each is read and its hash recomputed. */
    private long evidence() throws SQLException {
        List<String> names = new ArrayList<>();
        tables.forEachEvidenceName(names::add);
        for (String sha256 : names) {
            if (!(tables.evidence(sha256) instanceof KeptBody.Whole)) {
                problem("evidence " + sha256 + " is damaged");
            }
        }
        evidenceNamed.keySet().removeAll(names);
        evidenceNamed.forEach((sha256, seq) -> problem("evidence " + sha256 + " of fact " + seq + " is missing"));
        return names.size();
    }

    private void problem(String sentence) {
        if (problems.size() < PROBLEMS_MAX) {
            problems.add(sentence);
        }
    }
}
