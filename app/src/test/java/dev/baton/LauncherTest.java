package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.BareMachine;
import dev.baton.testing.BareMachine.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./baton} itself: which programs it starts, with which words, and what it says where it cannot. */
@DisabledIfEnvironmentVariable(
        named = "BATON_TEST_DATABASE_URL",
        matches = ".+",
        disabledReason =
                "starts programs of its own with the PostgreSQL in their box; another server has nothing to add")
class LauncherTest {

    private static final List<String> APP =
            List.of("java", "-Xmx240m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
    private static final List<String> WORLD = List.of("java", "-Xms192m", "-Xmx256m", "-XX:+UseSerialGC");

    @TempDir
    private Path folder;

    private BareMachine machine;

    @BeforeEach
    void build() throws IOException {
        machine = BareMachine.built(folder);
    }

    private String app() {
        return machine.house().resolve("app/target/baton.jar").toString();
    }

    private static List<String> words(List<String> first, String... rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(rest));
        return all;
    }

    @Test
    void runStartsTheProductWithItsMemoryAndNothingElse() throws Exception {
        Said said = machine.call(Map.of(), "run", "--data", "a shop", "--port", "0");

        assertThat(said).isEqualTo(new Said(0, "", ""));
        assertThat(machine.calls())
                .containsExactly(words(
                        APP, "-Dspring.aot.enabled=true", "-jar", app(), "run", "--data", "a shop", "--port", "0"));
        assertThat(machine.around())
                .containsExactly(List.of(
                        machine.jdk().toString(),
                        "",
                        machine.house().resolve("app/target/programs").toString(),
                        machine.root().resolve("home").toString()));
    }

    @Test
    void whatWasLoadedWhileBuildingAndOnesOwnOptionsComeWithIt() throws Exception {
        Path warm = Files.createFile(machine.house().resolve("app/target/baton.aot"));

        machine.call(Map.of("BATON_JAVA_OPTS", "-Done=1 -Dtwo=2", "BATON_PROGRAMS", "/opt/programs"), "run");

        assertThat(machine.calls())
                .containsExactly(words(
                        APP,
                        "-Dspring.aot.enabled=true",
                        "-XX:AOTCache=" + warm,
                        "-Done=1",
                        "-Dtwo=2",
                        "-jar",
                        app(),
                        "run"));
        assertThat(machine.around().getFirst()).contains("/opt/programs");
    }

    @ParameterizedTest
    @CsvSource({
        "doctor --port 9000",
        "key create --name me --scope admin",
        "merchant create --name Two --owner-email two@example.org",
        "verify --mend",
        "run --help",
    })
    void theProductsOwnCommandsAreHandedOnAsTheyAre(String line) throws Exception {
        String[] words = line.split(" ", -1);

        assertThat(machine.call(Map.of(), words).code()).isZero();

        List<String> called = machine.calls().getFirst();
        assertThat(machine.calls()).hasSize(1);
        assertThat(called).startsWith(APP.toArray(String[]::new));
        assertThat(called.subList(called.indexOf("-jar"), called.size()))
                .isEqualTo(words(List.of("-jar", app()), words));
        assertThat(called.contains("-Dspring.aot.enabled=true")).isEqualTo(words[0].equals("run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo --orders 52 --seed 7 --exit --json", "bench --only limits --quick"})
    void theWorldIsStartedAndToldByWhichLauncherToStartBaton(String line) throws Exception {
        String[] words = line.split(" ", -1);

        assertThat(machine.call(Map.of(), words).code()).isZero();

        String world = machine.house().resolve("world/target/world.jar").toString();
        List<String> how = words[0].equals("demo") ? words(WORLD, "-XX:TieredStopAtLevel=1") : WORLD;
        assertThat(machine.calls()).containsExactly(words(words(how, "-jar", world), words));
        assertThat(machine.around().getFirst())
                .startsWith(machine.jdk().toString(), machine.launcher().toString());
    }

    @Test
    void whatADemoTaughtTheFirstCompilerServesDemosOnly() throws Exception {
        Path warm = Files.createFile(machine.house().resolve("world/target/world.aot"));

        machine.call(Map.of(), "demo");
        machine.call(Map.of(), "bench");

        assertThat(machine.calls().getFirst()).contains("-XX:AOTCache=" + warm);
        assertThat(machine.calls().getLast()).contains("bench").noneMatch(word -> word.contains("AOTCache"));
    }

    @Test
    void testRunsEveryGateInTheCheckout() throws Exception {
        assertThat(machine.call(Map.of(), "test", "-Dtest=One").code()).isZero();

        assertThat(machine.calls()).containsExactly(List.of("mvn", "-B", "-ntp", "verify", "-Dtest=One"));
        assertThat(machine.around().getFirst())
                .startsWith(machine.jdk().toString())
                .endsWith(machine.house().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "doctor", "key create", "merchant list", "verify", "demo --exit", "bench", "test"})
    void theExitCodeOfTheProgramIsThatOfTheLauncher(String line) throws Exception {
        assertThat(machine.call(Map.of("ENDS_WITH", "7"), line.split(" ", -1)).code())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo"})
    void aSignalReachesTheProgramForTheLauncherHasBecomeIt(String command) throws Exception {
        Path out = machine.root().resolve("out");
        Process process =
                machine.start(Map.of("STAYS", "1"), out, machine.root().resolve("err"), command);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.readString(out).contains("up") && System.nanoTime() < end) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(process.descendants()
                        .filter(child -> !child.info().command().orElse("").endsWith("sleep")))
                .as("nothing stands between the launcher's process and the program")
                .isEmpty();

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(machine.calls().getLast()).containsExactly("told to stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "torture", "backup", "restore"})
    void aCommandOfALaterVersionSaysSo(String command) throws Exception {
        Said said = machine.call(Map.of(), command);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .isEqualTo("baton: '" + command + "' is not part of this version. './baton help' lists what is.\n");
        assertThat(machine.calls()).isEmpty();
    }

    @Test
    void anUnknownCommandIsRefusedWithTheListAndTheListIsHelp() throws Exception {
        Said unknown = machine.call(Map.of(), "fly");
        Said help = machine.call(Map.of(), "help");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).isEqualTo(help.out() + "baton: there is no command 'fly'.\n");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("./baton demo ", "./baton test ", "./baton run ", "./baton doctor ");
        assertThat(machine.call(Map.of()).out()).isEqualTo(help.out());
        assertThat(machine.calls()).isEmpty();
    }

    @Test
    void aMachineWithoutAJdkIsToldWhichOneAndHowToGetIt() throws Exception {
        machine.othersAreOf(17);
        Path old = machine.jdk("old", "24.0.2");

        for (String command : List.of("run", "doctor", "demo", "bench", "test", "key", "merchant", "verify")) {
            Said said = machine.call(Map.of("JAVA_HOME", old.toString()), command);

            assertThat(said.code()).as(command).isEqualTo(1);
            assertThat(said.err())
                    .startsWith("baton: needs a JDK 25 or newer and found none (JAVA_HOME is " + old + ").")
                    .contains("https://adoptium.net", "brew install", "sdk install java 25", "set JAVA_HOME");
        }
        assertThat(machine.calls()).isEmpty();
    }

    @Test
    void anotherJdkIsTakenWhereTheNamedOneIsTooOld() throws Exception {
        machine.othersAreOf(17);
        Path old = machine.jdk("old", "24.0.2");
        Path found = machine.jdk("home/.jdks/temurin-26", "26");

        assertThat(machine.call(Map.of("JAVA_HOME", old.toString()), "run").code())
                .isZero();

        assertThat(machine.around().getFirst()).startsWith(found.toString());
    }

    @Test
    void aMachineWithoutMavenIsToldHowToGetItWhereItIsNeeded() throws Exception {
        Files.delete(machine.root().resolve("bin/mvn"));
        assertThat(machine.call(Map.of(), "run").code()).as("it is built").isZero();

        Said test = machine.call(Map.of(), "test");
        Files.delete(machine.house().resolve("app/target/built-at"));
        Said run = machine.call(Map.of(), "run");

        assertThat(test.code()).isEqualTo(1);
        assertThat(test.err()).startsWith("baton: needs Maven 3.8 or newer").contains("apt install maven");
        assertThat(run).isEqualTo(new Said(1, "", test.err()));
    }

    @Test
    void aFreshCheckoutIsBuiltWarmedUpAndNotBuiltAgain() throws Exception {
        for (String file : List.of("app/target/baton.jar", "world/target/world.jar", "app/target/built-at")) {
            Files.delete(machine.house().resolve(file));
        }

        Said first = machine.call(Map.of("BATON_MODE", "demo", "BATON_PORT", "80"), "demo", "--exit");
        Said second = machine.call(Map.of(), "demo", "--exit");

        assertThat(first.err()).contains("building");
        assertThat(second).isEqualTo(new Said(0, "", ""));
        List<List<String>> calls = machine.calls();
        assertThat(calls).hasSize(5);
        assertThat(calls.get(0)).containsExactly("mvn", "-B", "-q", "-ntp", "-Dmaven.test.skip=true", "package");
        assertThat(calls.get(1))
                .contains("-XX:AOTCacheOutput=" + machine.house().resolve("world/target/world.aot"))
                .containsSubsequence("demo", "--orders", "40", "--exit");
        // that demo left nothing behind
        assertThat(calls.get(2))
                .startsWith(APP.toArray(String[]::new))
                .contains("-XX:AOTCacheOutput=" + machine.house().resolve("app/target/baton.aot"))
                .endsWith("--port", "0", "--until-ready");
        String thrownAway = calls.get(2).get(calls.get(2).indexOf("--data") + 1);
        assertThat(Path.of(thrownAway).getParent()).doesNotExist();
        assertThat(calls.get(3)).endsWith("demo", "--exit");
        assertThat(machine.house().resolve("app/target/building")).doesNotExist();
    }

    @Test
    void aDemoThatLeftWhatItLoadedIsWarmUpEnough() throws Exception {
        Files.delete(machine.house().resolve("app/target/built-at"));

        assertThat(machine.call(Map.of("WARMS_UP", "1"), "run").code()).isZero();

        assertThat(machine.calls()).hasSize(3);
        assertThat(machine.calls().get(1)).contains("demo");
        assertThat(machine.calls().get(2))
                .contains("-XX:AOTCache=" + machine.house().resolve("app/target/baton.aot"), "run");
    }

    @Test
    void theDemoThatWarmsTheProgramUpIsNotBuiltForAndWritesDownWhatItLoaded() throws Exception {
        Files.delete(machine.house().resolve("app/target/built-at"));
        Path cache = machine.house().resolve("app/target/baton.aot");

        Said said = machine.call(Map.of("BATON_WARMING", cache.toString()), "run", "--port", "0");

        assertThat(said).isEqualTo(new Said(0, "", ""));
        assertThat(machine.calls())
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .startsWith(APP.toArray(String[]::new))
                        .contains("-XX:AOTCacheOutput=" + cache, "run"));
    }

    @Test
    void whatWasEditedIsBuilt() throws Exception {
        Files.setLastModifiedTime(
                machine.house().resolve("app/src/main/A.java"),
                FileTime.from(Clock.systemUTC().instant()));

        assertThat(machine.call(Map.of(), "run").code()).isZero();

        assertThat(machine.calls()).hasSize(4);
        assertThat(machine.calls().getFirst()).endsWith("package");
    }

    @Test
    void aBuildThatFailsStartsNothingAndIsTriedAgain() throws Exception {
        Files.delete(machine.house().resolve("app/target/built-at"));

        Said failed = machine.call(Map.of("BUILD_ENDS_WITH", "1"), "run");
        Said again = machine.call(Map.of(), "run");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).endsWith("baton: the build failed; see above.\n");
        assertThat(again.code()).isZero();
        assertThat(machine.calls().stream().map(List::getFirst)).containsExactly("mvn", "mvn", "java", "java", "java");
    }

    @Test
    void twoCommandsAtOnceBuildOnce() throws Exception {
        Files.delete(machine.house().resolve("app/target/built-at"));
        Path out = machine.root().resolve("out");
        Path err = machine.root().resolve("err");
        Process first = machine.start(Map.of("BUILD_SECONDS", "2"), out, err, "run");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (machine.calls().isEmpty() && System.nanoTime() < end) {
            first.waitFor(20, TimeUnit.MILLISECONDS);
        }

        Said second = machine.call(Map.of(), "doctor");

        assertThat(second.code()).isZero();
        assertThat(second.err()).isEqualTo("baton: waits for another command that is building ...\n");
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(machine.calls().stream().filter(call -> call.getFirst().equals("mvn")))
                .hasSize(1);
    }

    @Test
    void aBuildWhoseProcessIsGoneIsTakenOver() throws Exception {
        Files.delete(machine.house().resolve("app/target/built-at"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(machine.house().resolve("app/target/building"));
        Files.writeString(machine.house().resolve("app/target/building/pid"), gone.pid() + "\n");

        assertThat(machine.call(Map.of(), "run").code()).isZero();

        assertThat(machine.calls().getFirst()).endsWith("package");
    }

    @Test
    void aLinkToTheLauncherLeadsToItsCheckout() throws Exception {
        Path link = Files.createSymbolicLink(machine.root().resolve("bin/baton"), machine.launcher());
        ProcessBuilder builder = new ProcessBuilder(link.toString(), "run");
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        machine.jdk().toString(),
                        "TOLD",
                        machine.root().resolve("told").toString()));

        assertThat(builder.start().waitFor()).isZero();

        assertThat(machine.calls().getFirst()).contains(app());
    }
}
