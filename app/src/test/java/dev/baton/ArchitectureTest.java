package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.baton.architecture.BannedCalls;
import dev.baton.architecture.HouseForm;
import dev.baton.architecture.ModuleTable;
import dev.baton.architecture.ModuleWords;
import dev.baton.architecture.Planted;
import dev.baton.testing.Repository;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The walls of the house. Each rule is checked on our sources, and shown to refuse a breach planted for it. */
class ArchitectureTest {

    private static final Path ROOT = Repository.root();
    /** Ours; what Spring writes ahead of time about a class has that class's name and two underscores. */
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(location -> !location.contains("__"))
            .importPath(ROOT.resolve("app/target/classes"));

    @TempDir
    Path folder;

    /** What the sources must hold to. */
    @Nested
    class OurSources {

        @Test
        void showOtherModulesOnlyWhatTheyMean() {
            ApplicationModules.of(Baton.class, JavaClass.Predicates.resideInAPackage("dev.baton.world.."))
                    .verify();
        }

        @Test
        void callOnlyTowardTheTopOfTheTable() {
            ModuleTable.callsGoTowardTheTop().check(APP);
        }

        @Test
        void useOneDurableMechanism() {
            BannedCalls.noSecondDurableMechanism().check(APP);
        }

        @Test
        void takeTheTimeFromTheInjectedClock() {
            BannedCalls.timeComesFromTheInjectedClock().check(APP);
        }

        @Test
        void keepTheHouseForm() {
            assertThat(HouseForm.breaches(List.of(ROOT.resolve("app/src"), ROOT.resolve("world/src"))))
                    .isEmpty();
        }

        @Test
        void areCheckedForNullInEveryPackage() {
            assertThat(HouseForm.unmarkedPackages(ROOT.resolve("app/src/main/java")))
                    .isEmpty();
            assertThat(HouseForm.unmarkedPackages(ROOT.resolve("world/src/main/java")))
                    .isEmpty();
        }

        @Test
        void sayOfEachModuleWhatItOwnsAndHears() {
            assertThat(ModuleWords.silences(
                            ROOT.resolve("app/src/main/java"), ROOT.resolve("app/src/main/resources/db/migration")))
                    .isEmpty();
        }
    }

    /** Plants: the table of modules. */
    @Nested
    class TheTable {

        @Test
        void refusesACallUpward() {
            assertThat(breaches("orders", "channels")).anyMatch(breach -> breach.contains("dev.baton.channels.Used"));
        }

        @Test
        void allowsACallDownward() {
            assertThat(breaches("channels", "orders")).isEmpty();
        }

        @Test
        void keepsChannelsAndTradingApart() {
            assertThat(breaches("trading", "channels")).isNotEmpty();
            assertThat(breaches("channels", "trading")).isNotEmpty();
        }

        @Test
        void keepsTheDoorsApart() {
            assertThat(breaches("api", "console")).isNotEmpty();
            assertThat(breaches("console", "api")).isNotEmpty();
        }

        @Test
        void letsNobodyUseTheShell() {
            assertThat(breaches("platform", "postgres")).isNotEmpty();
            assertThat(breaches("api", "postgres")).isNotEmpty();
        }

        @Test
        void refusesAModuleNobodyPlanned() {
            assertThat(breaches("miscellany", "platform")).anyMatch(breach -> breach.contains("not in the table"));
        }

        @Test
        void refusesAnUpwardListener() {
            Planted planted = Planted.in(
                    folder,
                    "package dev.baton.trading; public record News(int x) {}",
                    "package dev.baton.orders; class Hears { void on(dev.baton.trading.News news) {} }");

            assertThat(breachesOf(ModuleTable.callsGoTowardTheTop(), planted)).isNotEmpty();
        }

        private List<String> breaches(String from, String to) {
            Planted planted = Planted.in(
                    folder.resolve(from + "-" + to),
                    "package dev.baton.%s; public class Used { public static void act() {} }".formatted(to),
                    "package dev.baton.%s; class User { void use() { dev.baton.%s.Used.act(); } }".formatted(from, to));
            return breachesOf(ModuleTable.callsGoTowardTheTop(), planted);
        }
    }

    /** Plants: what Spring Modulith watches. */
    @Nested
    class TheWall {

        @Test
        void hidesSubPackagesFromOtherModules() throws Exception {
            Violations violations = modulithViolations(
                    "planted",
                    Planted.in(
                            folder,
                            "package planted.trading.x12; public class Segment {}",
                            "package planted.trading; public class Trading {}",
                            "package planted.api; class Door { planted.trading.x12.Segment segment; }"));

            assertThat(violations.getMessages()).anyMatch(message -> message.contains("non-exposed type"));
        }

        @Test
        void refusesModulesThatNeedEachOther() throws Exception {
            Violations violations = modulithViolations(
                    "entwined",
                    Planted.in(
                            folder,
                            "package entwined.orders; public class Orders { entwined.trading.Trading trading; }",
                            "package entwined.trading; public class Trading { entwined.orders.Orders orders; }"));

            assertThat(violations.getMessages()).anyMatch(message -> message.contains("Cycle detected"));
        }

        private Violations modulithViolations(String root, Planted planted) throws Exception {
            planted.compiled();
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {planted.classes().toUri().toURL()}, before)) {
                thread.setContextClassLoader(loader);
                return ApplicationModules.of(root).detectViolations();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    /** Plants: annotations and the clock. */
    @Nested
    class Bans {

        @Test
        void refuseAsync() {
            assertThat(annotationBreaches("org.springframework.scheduling.annotation.Async"))
                    .anyMatch(breach -> breach.contains("@org.springframework.scheduling.annotation.Async"));
        }

        @Test
        void refuseListenersAfterTheTransaction() {
            assertThat(annotationBreaches("org.springframework.transaction.event.TransactionalEventListener"))
                    .isNotEmpty();
        }

        @Test
        void refuseModulithsOwnListeners() {
            // Not among our libraries; so the plant brings an annotation of that name.
            Planted planted = Planted.in(
                    folder,
                    "package org.springframework.modulith.events; public @interface ApplicationModuleListener {}",
                    """
                    package dev.baton.orders;
                    class Listener { @org.springframework.modulith.events.ApplicationModuleListener void on(String news) {} }
                    """);

            assertThat(breachesOf(BannedCalls.noSecondDurableMechanism(), planted))
                    .isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "java.time.Instant.now()",
                    "java.time.LocalDate.now()",
                    "java.time.LocalDateTime.now()",
                    "java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC)",
                    "System.currentTimeMillis()",
                    "new java.util.Date()",
                    "(java.util.function.Supplier<?>) java.time.Instant::now",
                })
        void refuseTheSystemsClock(String expression) {
            assertThat(clockBreaches(expression)).isNotEmpty();
        }

        @Test
        void allowTheInjectedClock() {
            assertThat(clockBreaches("java.time.Instant.now(java.time.Clock.systemUTC())"))
                    .isEmpty();
        }

        private List<String> annotationBreaches(String annotation) {
            String source = "package dev.baton.orders; class Listener { @%s void on(String news) {} }";
            return breachesOf(BannedCalls.noSecondDurableMechanism(), Planted.in(folder, source.formatted(annotation)));
        }

        private List<String> clockBreaches(String expression) {
            String source = "package dev.baton.orders; class Reader { Object read() { return %s; } }";
            return breachesOf(
                    BannedCalls.timeComesFromTheInjectedClock(), Planted.in(folder, source.formatted(expression)));
        }
    }

    /** Plants: the words about a module. */
    @Nested
    class Words {

        @Test
        void mustNameEveryTableAndEveryNews() throws IOException {
            plant(
                    "sql/trading/V1__files.sql",
                    "create table file (id uuid);\ncreate unlogged table file_row (id uuid);");
            plant("java/dev/baton/trading/Hears.java", """
                    import dev.baton.orders.OrdersPlaced;
                    class Hears {
                        @EventListener
                        void on(OrdersPlaced news) {
                            out.publishEvent(new FilesAsked(news));
                        }
                    }
                    """);
            plant("java/dev/baton/orders/package-info.java", "/** News out: none. Tables: none. OrdersPlaced. */");
            String words =
                    "/** Listens to: %s. News out: %s. Tables: %s. Start reading at file, FilesAsked, OrdersPlaced. */";

            plant("java/dev/baton/trading/package-info.java", words.formatted("nothing", "none", "file_row"));
            assertThat(silences())
                    .containsExactly(
                            "orders does not name OrdersPlaced under 'News out'",
                            "trading does not name FilesAsked under 'News out'",
                            "trading does not name OrdersPlaced under 'Listens to'",
                            "trading does not name file under 'Tables'");

            plant("java/dev/baton/trading/package-info.java", words.formatted("OrdersPlaced", "FilesAsked", "file"));
            plant("java/dev/baton/trading/rows/package-info.java", "/** Tables: file_row. */");
            plant("java/dev/baton/orders/package-info.java", "/** News out: OrdersPlaced. */");
            assertThat(silences()).isEmpty();
        }

        private List<String> silences() {
            return ModuleWords.silences(folder.resolve("java"), folder.resolve("sql"));
        }

        private void plant(String file, String text) throws IOException {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        }
    }

    /** Plants: the form of files. */
    @Nested
    class Form {

        @Test
        void refusesAFileTooLongToRead() {
            String source = "package dev.baton.orders;\nclass Long {}\n" + "\n".repeat(399);

            assertThat(formBreaches(source)).singleElement().asString().contains("401 lines");
        }

        @Test
        void refusesAMethodTooLongToRead() {
            String longest = "package dev.baton.orders; class A { void a() {" + "\n".repeat(59) + "} }";
            String tooLong = "package dev.baton.orders; class B { void b() {" + "\n".repeat(60) + "} }";

            assertThat(formBreaches(longest)).isEmpty();
            assertThat(formBreaches(tooLong)).singleElement().asString().contains("b has 61 lines");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "OrderManager",
                    "OrderHelper",
                    "OrderUtil",
                    "OrderUtils",
                    "OrderImpl",
                    "OrderDto",
                    "OrderEntity",
                    "OrderProcessor",
                    "OrderData",
                    "OrderInfo"
                })
        void refusesANameThatHidesWhatATypeIs(String name) {
            String nested = "package dev.baton.orders; class Outer { record %s(int x) {} }".formatted(name);

            assertThat(formBreaches(nested)).singleElement().asString().contains(name);
        }

        @Test
        void refusesAPackageNotCheckedForNull() {
            Planted planted = Planted.in(folder, "package dev.baton.orders; class Lonely {}");

            assertThat(HouseForm.unmarkedPackages(planted.sources())).hasSize(1);
        }

        private List<String> formBreaches(String source) {
            Path own = folder.resolve(Integer.toHexString(source.hashCode()));
            return HouseForm.breaches(List.of(Planted.in(own, source).sources()));
        }
    }

    @Test
    void aRuleThatFindsNothingToCheckWouldProveNothing() {
        assertThatThrownBy(() ->
                        BannedCalls.timeComesFromTheInjectedClock().check(new ClassFileImporter().importPath(folder)))
                .isInstanceOf(AssertionError.class);
    }

    private static List<String> breachesOf(ArchRule rule, Planted planted) {
        try (Stream<String> details = rule.evaluate(planted.compiled()).getFailureReport().getDetails().stream()) {
            return details.toList();
        }
    }
}
