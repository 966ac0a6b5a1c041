package tendril.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** A source whose answers a test writes: each line of an answer names one neighbour of what was asked. */
public class ScriptedProvider implements Provider {
    public static final Pivot EVERYTHING = new Pivot(
            "scripted",
            "everything",
            "Everything [Scripted]",
            Set.of(IndicatorType.DOMAIN, IndicatorType.IPV4, IndicatorType.EMAIL),
            Set.of(IndicatorType.DOMAIN, IndicatorType.IPV4, IndicatorType.EMAIL),
            "All that the script says.",
            true);
    public static final Pivot ADDRESSES = new Pivot(
            "scripted",
            "addresses",
            "To IP addresses [Scripted]",
            Set.of(IndicatorType.DOMAIN),
            Set.of(IndicatorType.IPV4),
            "The addresses the script names.",
            false);

    private final Map<Indicator, String> answers = new HashMap<>();
    private Audience audience = Audience.THIRD_PARTY;
    private Pace pace = Pace.unlimited(4);
    private int reads;

    public ScriptedProvider says(Indicator about, Indicator... neighbours) {
        var lines = new StringBuilder();
        for (Indicator neighbour : neighbours) {
            lines.append(neighbour.type().id())
                    .append(' ')
                    .append(neighbour.value())
                    .append('\n');
        }
        answers.put(about, lines.toString());
        return this;
    }

    /** How often an answer was read. */
    public int reads() {
        return reads;
    }

    public ScriptedProvider seenBy(Audience who) {
        audience = who;
        return this;
    }

    public ScriptedProvider paced(Pace newPace) {
        pace = newPace;
        return this;
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public String name() {
        return "Scripted";
    }

    @Override
    public List<Pivot> pivots() {
        return List.of(ADDRESSES, EVERYTHING);
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Audience audience() {
        return audience;
    }

    @Override
    public Question question(Pivot pivot, Indicator indicator) {
        return new Question(id(), indicator.value(), "GET https://scripted.test/" + indicator.value());
    }

    @Override
    public Fetch fetch(Question question) {
        throw new UnsupportedOperationException("The test answers by hand.");
    }

    /** The answer that the script has to a question about this indicator. */
    public Fetch answer(Indicator about) {
        byte[] body = answers.getOrDefault(about, "").getBytes(StandardCharsets.UTF_8);
        return new Fetch.Got(
                new Answer(question(EVERYTHING, about), tendril.graph.Journal.NOON, 200, "text/plain", body));
    }

    @Override
    public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
        reads++;
        List<Finding> findings = new ArrayList<>();
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        int number = 0;
        for (String line : text.lines().toList()) {
            String[] parts = line.split(" ", 2);
            var neighbour = new Indicator(IndicatorType.ofId(parts[0]).orElseThrow(), parts[1]);
            if (pivot.outputs().contains(neighbour.type())) {
                findings.add(new Finding.Related(
                        indicator, neighbour, "related to", Seen.UNKNOWN, Collections.emptySortedMap(), "/" + number));
            }
            number++;
        }
        return findings.isEmpty() ? new PivotOutcome.NothingFound(answer) : new PivotOutcome.Found(answer, findings);
    }
}
