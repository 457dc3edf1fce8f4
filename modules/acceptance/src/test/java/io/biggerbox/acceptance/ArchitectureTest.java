package io.biggerbox.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import io.biggerbox.cli.Main;
import io.biggerbox.text.TextReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Imports go one way, and the two cores know nothing of Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String ROOT = "io.biggerbox.";

    /** What each module may use of the others. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            entry("events", List.of()),
            entry("text", List.of()),
            entry("recurrence", List.of()),
            entry("sentences", List.of()),
            entry("compiler", List.of("text", "sentences")),
            entry("devstack", List.of()),
            entry("topologies", List.of("events", "text", "recurrence")),
            entry("intake", List.of("events")),
            entry("demo", List.of("events")),
            entry("service", List.of("events", "text", "recurrence", "topologies")),
            entry("backtest", List.of("events", "text", "recurrence", "topologies", "intake", "service")),
            entry(
                    "cli",
                    List.of(
                            "events",
                            "text",
                            "recurrence",
                            "sentences",
                            "compiler",
                            "topologies",
                            "service",
                            "intake",
                            "devstack",
                            "backtest",
                            "demo"))));

    /** Places that may sleep, each for a reason: they wait for another process, or between attempts. */
    private static final String[] MAY_SLEEP = {
        "io.biggerbox.service", "io.biggerbox.events.wire", "io.biggerbox.devstack"
    };

    private JavaClasses main;
    private JavaClasses tests;

    @BeforeAll
    void read() {
        main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.biggerbox")
                .that(not(resideInAPackage("io.biggerbox.acceptance..")));
        tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("io.biggerbox.acceptance");
        assertThat(MAY_USE.keySet()).allSatisfy(module -> assertThat(main.that(resideInAPackage(ROOT + module + "..")))
                .as(module)
                .isNotEmpty());
    }

    @Test
    void theCoresKnowNeitherKafkaNorAvro() {
        noClasses()
                .that()
                .resideInAnyPackage("io.biggerbox.text..", "io.biggerbox.recurrence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "io.confluent..")
                .check(main);
    }

    @TestFactory
    Stream<DynamicTest> modulesUseOnlyWhatIsBelowThem() {
        return MAY_USE.entrySet().stream()
                .map(module -> DynamicTest.dynamicTest(module.getKey(), () -> {
                    String[] forbidden = MAY_USE.keySet().stream()
                            .filter(other -> !other.equals(module.getKey()))
                            .filter(other -> !module.getValue().contains(other))
                            .map(other -> ROOT + other + "..")
                            .toArray(String[]::new);
                    if (forbidden.length > 0) {
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + module.getKey() + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(forbidden)
                                .check(main);
                    }
                }));
    }

    @Test
    void everyPackageBelongsToAKnownModule() {
        String[] known =
                MAY_USE.keySet().stream().map(module -> ROOT + module + "..").toArray(String[]::new);
        assertThat(main.that(not(resideInAnyPackage(known)))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> packagesOfAModuleFormNoCycle() {
        return MAY_USE.keySet().stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> slices().matching(ROOT + module + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true)
                        .check(main)));
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(generated()))
                .should()
                .beFinal()
                .check(main);
    }

    private static DescribedPredicate<JavaClass> generated() {
        return DescribedPredicate.describe("generated from a schema", type -> Stream.iterate(
                        type, each -> each.getEnclosingClass().orElse(null))
                .takeWhile(each -> each != null)
                .anyMatch(each -> each.isAnnotatedWith("org.apache.avro.specific.AvroGenerated")));
    }

    @Test
    void onlyTheCommandEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(main);
    }

    @Test
    void onlyTheCommandWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.biggerbox.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(main);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(main);
    }

    @Test
    void sleepingIsForWaitingOnOthers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(MAY_SLEEP)
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .check(main);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(tests);
    }

    @Test
    void theRulesCatchWhatTheyAreFor() {
        EvaluationResult result = noClasses()
                .that()
                .resideInAPackage("io.biggerbox.topologies..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TextReader.class.getPackageName())
                .evaluate(main);
        assertThat(result.hasViolation()).isTrue();
    }
}
