package tendril.ui;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.pivot.Answer;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Finding;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Provider;
import tendril.pivot.Question;

/** A source that invents neighbours for any indicator, always the same ones. */
public final class InventedSource implements Provider {
    /** Has more neighbours than a canvas takes at once. */
    public static final String HUB = "shared-host.example";

    public static final int HUB_DEGREE = 300;

    private static final Set<IndicatorType> INPUTS = Set.of(
            IndicatorType.DOMAIN, IndicatorType.IPV4, IndicatorType.EMAIL, IndicatorType.MD5, IndicatorType.MALWARE);

    private static Pivot pivot(String id, String name, Set<IndicatorType> outputs, boolean everything) {
        return new Pivot("invented", id, name + " [Invented]", INPUTS, outputs, name + ".", everything);
    }

    @Override
    public String id() {
        return "invented";
    }

    @Override
    public String name() {
        return "Invented";
    }

    @Override
    public List<Pivot> pivots() {
        return List.of(
                pivot("all", "All it knows", INPUTS, true),
                pivot("ips", "To IP addresses", Set.of(IndicatorType.IPV4), false),
                pivot("domains", "To domains", Set.of(IndicatorType.DOMAIN), false),
                pivot("emails", "To registrant's email", Set.of(IndicatorType.EMAIL), false),
                pivot("files", "To files that called there", Set.of(IndicatorType.MD5), false),
                pivot("names", "To antivirus names", Set.of(IndicatorType.MALWARE), false));
    }

    @Override
    public Pace pace() {
        return Pace.unlimited(1);
    }

    @Override
    public Audience audience() {
        return Audience.THIS_MACHINE;
    }

    @Override
    public Question question(Pivot pivot, Indicator indicator) {
        return new Question(id(), indicator.type().id() + "/" + indicator.value(), "GET invented:" + indicator.value());
    }

    @Override
    public Fetch fetch(Question question) {
        return new Fetch.Got(new Answer(
                question,
                Instant.parse("2026-03-02T10:00:00Z"),
                200,
                "text/plain",
                question.key().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
        if (indicator.value().equals(HUB)) {
            return hub(indicator, answer);
        }
        var random = new Random(indicator.value().hashCode());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(9); i++) {
            Indicator other = invent(random);
            boolean wanted = pivot.outputs().contains(other.type());
            LocalDate day = LocalDate.of(2014 + random.nextInt(12), 1 + random.nextInt(12), 3);
            if (wanted) {
                findings.add(new Finding.Related(
                        indicator,
                        other,
                        label(other.type()),
                        Seen.lastOn(day),
                        Collections.emptySortedMap(),
                        "/" + i));
            }
        }
        findings.add(new Finding.Stated(indicator, "votes", Integer.toString(random.nextInt(3) - 1), "/votes"));
        return new PivotOutcome.Found(answer, findings);
    }

    private static PivotOutcome hub(Indicator hub, Answer answer) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < HUB_DEGREE; i++) {
            var tenant = new Indicator(IndicatorType.DOMAIN, "host" + i + ".tenant.example");
            findings.add(
                    new Finding.Related(hub, tenant, "hosts", Seen.UNKNOWN, Collections.emptySortedMap(), "/" + i));
        }
        return new PivotOutcome.Found(answer, findings);
    }

    private static Indicator invent(Random random) {
        int n = random.nextInt(400);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new Indicator(IndicatorType.DOMAIN, "host" + n + ".evil.example");
            case 3, 4 -> new Indicator(IndicatorType.IPV4, "198.51.100." + n % 254);
            case 5 -> new Indicator(IndicatorType.EMAIL, "registrant" + n % 40 + "@mail.example");
            case 6 -> new Indicator(IndicatorType.MD5, String.format("%032x", n * 7919L * 104729L * 611953L));
            default -> new Indicator(IndicatorType.MALWARE, "trojan.agent." + n % 12);
        };
    }

    private static String label(IndicatorType type) {
        return switch (type) {
            case IPV4 -> "resolved to";
            case EMAIL -> "registered by";
            case MD5 -> "contacted by";
            case MALWARE -> "detected as";
            default -> "related to";
        };
    }
}
