package tendril.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.record.EvidenceBody;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.Evidence;
import tendril.graph.Fact;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** Cases to test with. */
final class Cases {
    private Cases() {}

    static Fact named(long seq, String name) {
        return fact(seq, new CaseEvent.CaseNamed(name));
    }

    static Fact fact(long seq, CaseEvent event) {
        return new Fact(seq, Instant.ofEpochSecond(1_790_000_000L + seq, 123_456_789), 0, event);
    }

    static Fact entity(long seq) {
        Indicator indicator = new Indicator(IndicatorType.DOMAIN, "host-" + seq + ".example");
        return fact(seq, new CaseEvent.EntityAdded(indicator, new Citation(1, "/resolutions/" + seq + "/domain")));
    }

    static List<Fact> entities(long first, long last) {
        List<Fact> facts = new ArrayList<>();
        for (long seq = first; seq <= last; seq++) {
            facts.add(entity(seq));
        }
        return facts;
    }

    static EvidenceBody answer(int number) {
        StringBuilder text = new StringBuilder("{\"response_code\":\"1\",\"number\":" + number);
        for (int i = 0; i < 500; i++) {
            text.append(",\"")
                    .append(i)
                    .append("\":\"")
                    .append(i * 7919L * number)
                    .append('"');
        }
        return EvidenceBody.of(text.append('}').toString().getBytes(StandardCharsets.UTF_8));
    }

    static Fact kept(long seq, EvidenceBody body) {
        return fact(
                seq,
                new CaseEvent.EvidenceKept(new Evidence(
                        seq,
                        "threatcrowd",
                        "k" + seq,
                        "GET /searchApi/v2/domain/report/?domain=evil.example",
                        Instant.EPOCH,
                        200,
                        "application/json",
                        body.sizeBytes(),
                        body.sha256())));
    }

    static CaseFile opened(Opening opening) {
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).file();
    }

    static Opening.OpenedReadOnly readOnly(Opening opening) {
        assertThat(opening).isInstanceOf(Opening.OpenedReadOnly.class);
        return (Opening.OpenedReadOnly) opening;
    }

    static Opening.Refused refused(Opening opening) {
        assertThat(opening).isInstanceOf(Opening.Refused.class);
        return (Opening.Refused) opening;
    }

    static Opening.Damaged damaged(Opening opening) {
        assertThat(opening).isInstanceOf(Opening.Damaged.class);
        return (Opening.Damaged) opening;
    }

    /** A closed case of the given number of facts, with an answer after every hundredth. */
    static List<Fact> write(Path path, int count) throws CaseFileException {
        List<Fact> facts = new ArrayList<>();
        List<EvidenceBody> bodies = new ArrayList<>();
        for (int seq = 1; seq <= count; seq++) {
            if (seq % 100 == 0) {
                EvidenceBody body = answer(seq);
                bodies.add(body);
                facts.add(kept(seq, body));
            } else {
                facts.add(entity(seq));
            }
        }
        try (CaseFile file = opened(CaseFile.create(path))) {
            file.append(facts, bodies);
        }
        return facts;
    }
}
