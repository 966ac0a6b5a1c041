package tendril.cli.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tendril.cli.console.Console;
import tendril.session.DryRun;
import tools.jackson.databind.json.JsonMapper;

/** Prints what would leave this machine, for people and for programs. */
final class DryRunReport {
    private DryRunReport() {}

    static void print(Console console, DryRun run, boolean json) {
        if (json) {
            console.out().println(JsonMapper.shared().writeValueAsString(values(run)));
            return;
        }
        run.lines()
                .forEach(line -> console.out()
                        .println(line.request() + "\t" + line.fate().words() + "\tseen by " + line.audience()));
        console.err().println(run.summary());
    }

    private static Map<String, Object> values(DryRun run) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (DryRun.Line line : run.lines()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("request", line.request());
            values.put("provider", line.pivot().provider());
            values.put("pivot", line.pivot().id());
            values.put("type", line.indicator().type().id());
            values.put("value", line.indicator().value());
            values.put("fate", word(line.fate()));
            values.put("reason", line.fate().words());
            values.put("seenBy", line.audience());
            lines.add(values);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("leaving", run.leaving());
        whole.put("held", run.held());
        whole.put("summary", run.summary());
        whole.put("requests", lines);
        return whole;
    }

    private static String word(DryRun.Fate fate) {
        return switch (fate) {
            case DryRun.Fate.Leaves leaves -> "leaves";
            case DryRun.Fate.Stays stays -> "stays";
            case DryRun.Fate.Joins joins -> "joins";
            case DryRun.Fate.Held held -> "held";
            case DryRun.Fate.Recorded recorded -> "recorded";
        };
    }
}
