package tendril.server.maltego;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A configuration archive, {@code .mtz}, as Maltego imports it: a ZIP with the definition of each transform, how it is
 * started, the set they stand in, and the one entity type that Maltego does not know by itself. The layout is that of
 * archives which Maltego's desktop client exports. Immutable.
 */
public final class MaltegoArchive {
    public static final String MEDIA_TYPE = "application/octet-stream";

    private static final String SET = "ThreatCrowd";
    private static final String SET_DESCRIPTION = "What a ThreatCrowd-compatible corpus knows";
    private static final DateTimeFormatter SYNC = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String ADAPTER = "com.paterva.maltego.transform.protocol.v2api.LocalTransformAdapterV2";

    private static final String OLD_HASH_ENTITY = """
            <MaltegoEntity id="malformity.Hash" displayName="Hash" displayNamePlural="Hashes" \
            description="The hash of a sample" category="Malware" smallIconResource="Hash" largeIconResource="Hash" \
            allowedRoot="true" conversionOrder="2147483647" visible="true">
               <Properties value="properties.hash" displayValue="properties.hash">
                  <Groups/>
                  <Fields>
                     <Field name="properties.hash" type="string" nullable="true" hidden="false" readonly="false" \
            description="" displayName="Hash">
                        <SampleValue>d41d8cd98f00b204e9800998ecf8427e</SampleValue>
                     </Field>
                  </Fields>
               </Properties>
            </MaltegoEntity>
            """;

    private final List<Transform> transforms = List.of(Transform.values());
    private final Instant made;

    /**
     * An archive.
     *
     * @param made when it was made
     */
    public MaltegoArchive(Instant made) {
        this.made = made;
    }

    /** Writes what a client needs beside the transforms that a server tells it of: the entity type and the set. */
    public void writeShared(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            shared(zip);
        }
    }

    /** Writes transforms that run on Maltego's own machine. */
    public void writeLocal(OutputStream out, LocalCommand command) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            shared(zip);
            entry(zip, "Servers/Local.tas", server());
            for (Transform transform : transforms) {
                String file = "TransformRepositories/Local/" + transform.id();
                entry(zip, file + ".transform", definition(transform));
                entry(zip, file + ".transformsettings", settings(transform, command));
            }
        }
    }

    private void shared(ZipOutputStream zip) throws IOException {
        entry(
                zip,
                "version.properties",
                "maltego.mtz.version=1.0\nmaltego.client.subtitle=\nmaltego.client.version=4.2.0\n"
                        + "maltego.client.name=Tendril\n");
        entry(zip, "Entities/malformity.Hash.entity", OLD_HASH_ENTITY);
        entry(zip, "TransformSets/threatcrowd.set", set());
    }

    private void entry(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(made.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String server() {
        return "<MaltegoServer name=\"Local\" enabled=\"true\" description=\"Local transforms hosted on this machine\""
                + " url=\"http://localhost\">\n   <LastSync>" + SYNC.format(made) + "</LastSync>\n"
                + "   <Protocol version=\"0.0\"/>\n   <Authentication type=\"none\"/>\n   <Transforms>\n" + names()
                + "   </Transforms>\n   <Seeds/>\n</MaltegoServer>\n";
    }

    private String set() {
        return "<TransformSet name=\"" + SET + "\" description=\"" + SET_DESCRIPTION + "\">\n   <Transforms>\n"
                + names() + "   </Transforms>\n</TransformSet>\n";
    }

    private String names() {
        return transforms.stream()
                .map(transform -> "      <Transform name=\"" + transform.id() + "\"/>\n")
                .collect(Collectors.joining());
    }

    /** A setting that a local transform has, with its title and whether it may be empty. */
    private enum Setting {
        COMMAND("command", "string", "Command line", "The command to execute for this transform", false),
        PARAMETERS("parameters", "string", "Command parameters", "The parameters to pass to the command", true),
        FOLDER("working-directory", "string", "Working directory", "The folder the command runs in", true),
        DEBUG("debug", "boolean", "Show debug info", "Whether the command's messages are shown", true);

        private final String name;
        private final String type;
        private final String title;
        private final String description;
        private final boolean nullable;

        Setting(String name, String type, String title, String description, boolean nullable) {
            this.name = "transform.local." + name;
            this.type = type;
            this.title = title;
            this.description = description;
            this.nullable = nullable;
        }

        String definition() {
            return "         <Property name=\"" + name + "\" type=\"" + type + "\" nullable=\"" + nullable
                    + "\" hidden=\"false\" readonly=\"false\" description=\"" + description
                    + "\" popup=\"false\" abstract=\"false\" visibility=\"public\" auth=\"false\" displayName=\""
                    + title + "\">\n            <SampleValue></SampleValue>\n         </Property>\n";
        }

        String value(String text) {
            return "      <Property name=\"" + name + "\" type=\"" + type + "\" popup=\"false\">" + Xml.escape(text)
                    + "</Property>\n";
        }
    }

    private static String definition(Transform transform) {
        String fields = Arrays.stream(Setting.values()).map(Setting::definition).collect(Collectors.joining());
        return "<MaltegoTransform name=\"" + transform.id() + "\" displayName=\"" + Xml.escape(transform.title())
                + "\" abstract=\"false\" template=\"false\" visibility=\"public\" description=\""
                + Xml.escape(transform.description())
                + "\" author=\"Tendril\" requireDisplayInfo=\"false\">\n   <TransformAdapter>" + ADAPTER
                + "</TransformAdapter>\n   <Properties>\n      <Fields>\n" + fields
                + "      </Fields>\n   </Properties>\n   <InputConstraints>\n      <Entity type=\"" + transform.input()
                + "\" min=\"1\" max=\"1\"/>\n   </InputConstraints>\n   <OutputEntities/>\n   <defaultSets>\n"
                + "      <Set name=\"" + SET + "\"/>\n   </defaultSets>\n   <StealthLevel>0</StealthLevel>\n"
                + "</MaltegoTransform>\n";
    }

    private static String settings(Transform transform, LocalCommand command) {
        return "<TransformSettings enabled=\"true\" disclaimerAccepted=\"false\" showHelp=\"true\" runWithAll=\"true\""
                + " favorite=\"false\">\n   <Properties>\n" + Setting.COMMAND.value(command.program())
                + Setting.PARAMETERS.value(command.parameters(transform)) + Setting.FOLDER.value("")
                + Setting.DEBUG.value("false") + "   </Properties>\n</TransformSettings>\n";
    }
}
