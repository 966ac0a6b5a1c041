package tendril.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tendril.casefile.Opening.Damaged;
import tendril.casefile.Opening.RefusalReason;
import tendril.casefile.Opening.Refused;
import tendril.casefile.disk.CaseDatabase;
import tendril.casefile.disk.CaseSchema;
import tendril.casefile.disk.CaseTables;
import tendril.casefile.disk.CaseTrouble;
import tendril.casefile.disk.PageScan;
import tendril.casefile.disk.RawRow;
import tendril.casefile.disk.Snapshot;
import tendril.casefile.record.EvidenceBody;
import tendril.casefile.record.FactCodec;
import tendril.casefile.record.FactRow;
import tendril.graph.CaseEvent;

/**
 * Copies what is whole out of a damaged case file into a new one beside it. The damaged file is only ever read.
 *
 * <p>Rows are looked for in every page, whatever the tables say. A fact proves itself by its checksum, evidence by its
 * hash; so nothing comes over that was not written. Where a fact is gone, a {@link FactRow#LOST} one keeps its place,
 * because others refer to facts by their number.
 */
final class Salvage {
    /** A row that claims to stand further than this behind the one before is not believed. */
    private static final long GAP_MAX = 1_000_000;

    private static final long FILE_BYTES_MAX = 4L << 30;
    private static final int NAMES_MAX = 1_000;

    private final Path original;
    private final String name;
    private final FactCodec codec = new FactCodec();
    private long factsSaved;
    private long factsLost;
    private long evidenceSaved;
    private long evidenceLost;

    Salvage(Path original) {
        this.original = original;
        this.name = String.valueOf(original.getFileName());
    }

    /** Salvages what there is; refuses when there is nothing, or nowhere to put it. */
    Opening run(String why) {
        try {
            if (Files.size(original) > FILE_BYTES_MAX) {
                return new Refused(
                        RefusalReason.DAMAGED, "\"" + name + "\" is damaged (" + why + ") and too large to salvage.");
            }
            Path folder = Optional.ofNullable(original.toAbsolutePath().getParent())
                    .orElseThrow(() -> new IOException("a file needs a folder"));
            Path fresh = Files.createTempFile(folder, ".tendril-", ".tmp");
            try (Snapshot snapshot = Snapshot.of(original)) {
                fold(snapshot.file());
                copy(snapshot.file(), fresh);
                if (factsSaved == 0) {
                    return new Refused(
                            RefusalReason.DAMAGED,
                            "\"" + name + "\" is damaged (" + why + ") and not one whole fact is left in it.");
                }
                Path target = unusedName(folder);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                return damaged(why, target);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (SQLException failed) {
            return stuck(why, CaseTrouble.why(failed));
        } catch (IOException failed) {
            return stuck(why, CaseTrouble.why(failed));
        }
    }

    private Opening damaged(String why, Path target) {
        String sentence = "\"" + name + "\" is damaged: " + why + ". It was left as it is; " + factsSaved
                + " facts and " + evidenceSaved + " answers were saved to \"" + target.getFileName() + "\", "
                + (factsLost == 0 ? "no fact" : factsLost + " facts") + " and "
                + (evidenceLost == 0 ? "no answer" : evidenceLost + " answers") + " are known to be lost.";
        return new Damaged(
                new SalvageReport(original, target, factsSaved, factsLost, evidenceSaved, evidenceLost, sentence),
                sentence);
    }

    private Opening stuck(String why, String obstacle) {
        return new Refused(
                RefusalReason.DAMAGED,
                "\"" + name + "\" is damaged (" + why + ") and what is whole could not be saved beside it: " + obstacle
                        + ". Copy it to a folder with room and open it there.");
    }

    /** Lets SQLite bring in the copy's write-ahead log where it still can; the scan reads the log otherwise. */
    private static void fold(Path copy) {
        try (Connection connection = CaseDatabase.readWrite(copy)) {
            CaseDatabase.ask(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException tooDamaged) {
            return;
        }
    }

    private void copy(Path from, Path to) throws IOException, SQLException {
        try (Connection connection = CaseDatabase.readWrite(to);
                PageScan scan = PageScan.of(from)) {
            CaseSchema.create(connection);
            CaseTables tables = new CaseTables(connection);
            CaseDatabase.execute(connection, "BEGIN IMMEDIATE");
            Found found = new Found(tables);
            scan.forEachRow(found::take);
            if (found.trouble.isPresent()) {
                throw found.trouble.get();
            }
            fillGaps(tables, found.seqs);
            evidenceLost = found.evidenceNamed.stream()
                    .filter(sha256 -> !found.evidence.contains(sha256))
                    .count();
            evidenceSaved = found.evidence.size();
            CaseDatabase.execute(connection, "COMMIT");
        }
    }

    private void fillGaps(CaseTables tables, Set<Long> seqs) throws SQLException {
        long expected = 1;
        for (long seq : seqs.stream().sorted().toList()) {
            if (seq - expected > GAP_MAX) {
                tables.deleteFactsFrom(seq);
                break;
            }
            for (; expected < seq; expected++) {
                tables.insertFacts(List.of(FactRow.of(expected, 0, 0, FactRow.LOST, "{}")));
                factsLost++;
            }
            expected = seq + 1;
            factsSaved++;
        }
    }

    private Path unusedName(Path folder) throws IOException {
        String stem = name.endsWith(".tendril") ? name.substring(0, name.length() - ".tendril".length()) : name;
        for (int i = 1; i < NAMES_MAX; i++) {
            Path candidate = folder.resolve(stem + ".salvaged" + (i == 1 ? "" : "-" + i) + ".tendril");
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
        throw new IOException("there are too many salvaged files already");
    }

    /** What the scan has come upon so far. */
    private final class Found {
        private final CaseTables tables;
        private final Set<Long> seqs = new HashSet<>();
        private final Set<String> evidence = new HashSet<>();
        private final Set<String> evidenceNamed = new HashSet<>();
        private Optional<SQLException> trouble = Optional.empty();

        Found(CaseTables tables) {
            this.tables = tables;
        }

        void take(RawRow row) {
            if (trouble.isPresent()) {
                return;
            }
            try {
                Optional<FactRow> fact = row.fact().filter(whole -> whole.seq() > 0 && seqs.add(whole.seq()));
                if (fact.isPresent()) {
                    tables.insertFacts(List.of(fact.get()));
                    if (fact.get().fact(codec).event() instanceof CaseEvent.EvidenceKept kept) {
                        evidenceNamed.add(kept.evidence().sha256());
                    }
                }
                Optional<EvidenceBody> body = row.evidence();
                if (body.isPresent() && evidence.add(body.get().sha256())) {
                    tables.insertEvidence(body.get());
                }
            } catch (SQLException failed) {
                trouble = Optional.of(failed);
            }
        }
    }
}
