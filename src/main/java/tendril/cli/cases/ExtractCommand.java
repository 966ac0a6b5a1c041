package tendril.cli.cases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tendril.cli.console.Console;
import tendril.indicator.Indicator;
import tendril.indicator.text.Extraction;
import tendril.indicator.text.Found;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code tendril extract}: finds the indicators in a text, defanged or not. */
@Command(
        name = "extract",
        description = "Find the indicators in a text, defanged or not: one a line, each once, type and value.",
        mixinStandardHelpOptions = true)
public final class ExtractCommand implements Callable<Integer> {
    private final Console console;
    private final JsonMapper mapper = JsonMapper.shared();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Text to read; - or nothing reads standard input.")
    private String file = "-";

    @Option(names = "--json", description = "Print each find as a JSON object with type, value, start and end.")
    private boolean json;

    @Option(
            names = "--lines",
            description = "Each line of the input is a JSON string; print the JSON array of its finds for each.")
    private boolean lines;

    public ExtractCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (BufferedReader reader = new BufferedReader(open())) {
            return lines ? eachLine(reader) : whole(reader);
        } catch (NoSuchFileException e) {
            return console.problem("There is no file " + file + ". Check the name, or use - for standard input.");
        } catch (IOException e) {
            return console.problem("The text in " + file + " could not be read: " + e.getMessage() + ".");
        }
    }

    private Reader open() throws IOException {
        return new InputStreamReader(
                file.equals("-") ? console.in() : Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8);
    }

    private int whole(Reader reader) throws IOException {
        var text = new StringWriter();
        reader.transferTo(text);
        Set<Indicator> shown = new LinkedHashSet<>();
        Extraction.find(text.getBuffer(), found -> {
            if (json) {
                console.out().println(mapper.writeValueAsString(fields(found)));
            } else if (shown.add(found.indicator())) {
                console.out().println(found.type().id() + "\t" + found.value());
            }
        });
        console.out().flush();
        return Console.OK;
    }

    private int eachLine(BufferedReader reader) throws IOException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String text;
            try {
                text = mapper.readValue(line, String.class);
            } catch (JacksonException e) {
                return console.problem("Line " + number + " is not a JSON string. With --lines each line is one, in"
                        + " double quotes.");
            }
            List<Map<String, Object>> found =
                    Extraction.find(text).stream().map(ExtractCommand::fields).toList();
            console.out().println(mapper.writeValueAsString(found));
        }
        console.out().flush();
        return Console.OK;
    }

    private static Map<String, Object> fields(Found found) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", found.type().id());
        fields.put("value", found.value());
        fields.put("start", found.start());
        fields.put("end", found.end());
        return fields;
    }
}
