package tendril;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The order of the packages: each may use only what its row names. There is no list of exceptions. */
@AnalyzeClasses(packages = "tendril", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("indicator", List.of());
        MAY_USE.put("graph", List.of("indicator"));
        MAY_USE.put("pivot", List.of("indicator"));
        MAY_USE.put("provider", List.of("indicator", "pivot"));
        MAY_USE.put("casefile", List.of("indicator", "graph"));
        MAY_USE.put("exchange", List.of("indicator", "graph"));
        MAY_USE.put("layout", List.of("indicator", "graph"));
        MAY_USE.put("analysis", List.of("indicator", "graph"));
        MAY_USE.put("session", List.of("indicator", "graph", "pivot", "casefile", "layout"));
        MAY_USE.put("picture", List.of("indicator", "graph", "layout"));
        MAY_USE.put("corpus", List.of("indicator"));
        MAY_USE.put("server", List.of("indicator", "corpus"));
        MAY_USE.put("settings", List.of());
        MAY_USE.put(
                "ui",
                List.of(
                        "indicator",
                        "graph",
                        "pivot",
                        "exchange",
                        "layout",
                        "analysis",
                        "session",
                        "picture",
                        "settings"));
        MAY_USE.put(
                "cli",
                List.of(
                        "indicator",
                        "graph",
                        "pivot",
                        "provider",
                        "casefile",
                        "exchange",
                        "layout",
                        "analysis",
                        "session",
                        "picture",
                        "corpus",
                        "server",
                        "settings"));
    }

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatItsRowNames() {
        var program = new com.tngtech.archunit.core.importer.ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tendril");
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    String[] forbidden = MAY_USE.keySet().stream()
                            .filter(other -> !other.equals(row.getKey())
                                    && !row.getValue().contains(other))
                            .map(ArchitectureTest::inside)
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(inside(row.getKey()))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .because("the flow of one pivot goes through the packages in one direction")
                            .allowEmptyShould(true)
                            .check(program);
                }));
    }

    @ArchTest
    static final ArchRule everyClassHasARoom = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            Stream.of("tendril"), MAY_USE.keySet().stream().map(ArchitectureTest::inside))
                    .toArray(String[]::new))
            .because("a class without a room means that the design is wrong");

    @ArchTest
    static final ArchRule nothingUsesTheRoot = noClasses()
            .that()
            .resideOutsideOfPackage("tendril")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tendril")
            .because("the root only wires the others together");

    @ArchTest
    static final ArchRule pivotsKnowNoQueue = noClasses()
            .that()
            .resideInAPackage("tendril.pivot")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tendril.pivot.queue")
            .because("what a pivot is does not depend on when it is asked");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("tendril.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesInsideOthersFormNoCycle =
            slices().matching("tendril.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thePaceKnowsNoQueue = noClasses()
            .that()
            .resideInAPackage("tendril.pivot.pace")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tendril.pivot.queue")
            .because("two programs share a pace, not what they ask");

    @ArchTest
    static final ArchRule javaFxStaysInTheWindow =
            onlyIn(List.of("tendril", "tendril.ui.."), "javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule jsonStaysWhereBytesBecomeValues = onlyIn(
            List.of(
                    "tendril.provider..",
                    "tendril.casefile..",
                    "tendril.exchange..",
                    "tendril.corpus..",
                    "tendril.server..",
                    "tendril.settings..",
                    "tendril.cli.."),
            "tools.jackson..",
            "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule databasesStayInTheirFiles =
            onlyIn(List.of("tendril.casefile..", "tendril.corpus.."), "org.sqlite..", "java.sql..");

    @ArchTest
    static final ArchRule graphStreamStaysAtTheEdge =
            onlyIn(List.of("tendril.analysis..", "tendril.layout.."), "org.graphstream..");

    @ArchTest
    static final ArchRule viewModelsKnowNoScene = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .because("the model of a screen can be tested alone")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Service)")
            .because("a name says what a thing is");

    private static ArchRule onlyIn(List<String> rooms, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because("a library is used in the rooms listed for it: " + Arrays.toString(libraries));
    }

    private static String inside(String name) {
        return "tendril." + name + "..";
    }
}
