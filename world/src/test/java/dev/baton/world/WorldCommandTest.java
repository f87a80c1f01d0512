package dev.baton.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags of {@code ./baton demo} and {@code ./baton bench}: what is wrong is refused before anything is started. */
class WorldCommandTest {

    /** Whatever is started by it fails, and not with 2. */
    private static final String LAUNCHER = "/nowhere/baton";

    @TempDir
    private Path folder;

    private record Said(int code, String err) {}

    private static Said call(@Nullable String launcher, List<String> words) throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = World.call(words, launcher, new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(code, err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bench --frobnicate            | not known: --frobnicate
            bench fast                    | not known: fast
            bench --orders 5              | not known: --orders
            bench --quick=yes             | not known: --quick=yes
            bench --only                  | --only needs a value
            bench --only roads            | --only takes limits, road, feed and pages, with commas between, not roads
            bench --only=limits,fast      | not limits,fast
            bench --only limits,          | not limits,
            bench --json                  | --json needs a value
            bench --json /nowhere/x.json  | --json takes a file in a folder that is there, not '/nowhere/x.json'
            bench --json /                | --json takes a file
            demo --frobnicate             | unknown option --frobnicate; --help lists them
            demo fast                     | unknown option fast
            demo --exit=yes               | --exit takes no value
            demo --orders                 | --orders needs a value
            demo --orders many            | --orders must be a whole number, not many
            demo --orders -1              | --orders must be a whole number from 0 on, not -1
            demo --seed seven             | --seed must be a whole number, not seven
            demo --page-port 65536        | --page-port must be a whole number from 0 to 65535, not 65536
            demo --smtp-port=-1           | --smtp-port must be a whole number from 0 to 65535
            demo --place-seconds -2       | --place-seconds must be
            demo --deadline-seconds soon  | --deadline-seconds must be a whole number
            demo --time-rate 0            | --time-rate must be a number above 0, at most 100000, not 0
            demo --time-rate NaN          | --time-rate must be a number
            demo --time-rate Infinity     | --time-rate must be a number
            demo --time-rate=100001       | --time-rate must be a number
            demo --clock-origin today     | --clock-origin must be an instant such as 2026-03-02T08:00:00Z, not today
            demo --sabotage everything    | everything
            demo --base-url http://127.0.0.1:1 | --admin-key is needed
            demo --base-url= --admin-key k | --base-url is needed
            fly                           | not known: fly
            """)
    void whatIsNotUnderstoodIsNamedAndNothingIsStarted(String words, String said) throws Exception {
        Said refused = call(LAUNCHER, List.of(words.split(" ", -1)));

        assertThat(refused.err()).contains(said);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.code()).isEqualTo(2);
    }

    @Test
    void noCommandAtAllIsRefusedWithTheTwoThereAre() throws Exception {
        assertThat(call(LAUNCHER, List.of()))
                .isEqualTo(new Said(2, "usage: demo [options] or bench [options]; --help lists them\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench --quick", "demo --exit", "demo"})
    void aBatonOfItsOwnNeedsTheLauncher(String words) throws Exception {
        Said refused = call(null, List.of(words.split(" ", -1)));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("./baton " + words.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench --help", "demo --help", "demo --orders 5 -h", "bench --frobnicate --help"})
    void helpIsNoMistake(String words) throws Exception {
        assertThat(call(null, List.of(words.split(" ", -1)))).isEqualTo(new Said(0, ""));
    }

    @Test
    void valuesMayFollowAnEqualsSign() {
        assertThat(CommandLine.checked(List.of(
                        "demo", "--page-port=8123", "--base-url=http://127.0.0.1:9", "--admin-key", "k=1", "--exit")))
                .containsExactly(
                        "demo",
                        "--page-port",
                        "8123",
                        "--base-url",
                        "http://127.0.0.1:9",
                        "--admin-key",
                        "k=1",
                        "--exit");
    }

    @Test
    void aFileForTheFiguresMayBeNewInAFolderThatIsThere() throws Exception {
        String file = folder.resolve("figures.json").toString();

        assertThat(call(null, List.of("bench", "--only=limits,limits", "--json=" + file))
                        .err())
                .as("all of it is understood")
                .isEqualTo("start it with ./baton bench\n");
    }
}
