package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags and environment: what is understood, and what is refused with the word to write instead. */
class RunSettingsTest {

    private static CommandLine line(Map<String, String> environment, String... args) {
        return CommandLine.parse(args, environment);
    }

    private static RunSettings settings(Map<String, String> environment, String... args) {
        return RunSettings.of(line(environment, args));
    }

    @Test
    void runsOnThisMachineOnlyUnlessTold() {
        RunSettings settings = settings(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.dataFolder()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.mode()).isEqualTo(RunSettings.Mode.RUN);
        assertThat(settings.clock().isSystem()).isTrue();
        assertThat(settings.allowPrivate()).isFalse();
    }

    @Test
    void takesEachSettingFromTheEnvironmentAndAFlagBeforeIt() {
        Map<String, String> environment = Map.of(
                "BATON_PORT", "9001",
                "BATON_BIND", "0.0.0.0",
                "BATON_DATA", "/tmp/one",
                "BATON_PUBLIC_URL", "https://baton.example.org/",
                "BATON_DATABASE_URL", "postgresql://u:p@db/postgres");

        RunSettings settings = settings(environment, "run", "--data=/tmp/two", "--bind", "::1");

        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.bind()).isEqualTo("::1");
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/tmp/two"));
        assertThat(settings.publicUrl()).contains("https://baton.example.org");
        assertThat(settings.databaseUrl()).contains("postgresql://u:p@db/postgres");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --frobnicate                  | no option --frobnicate
            --port                        | --port needs a value
            --port 99999                  | from 0 to 65535
            --port http                   | from 0 to 65535
            --public-url baton            | such as https://
            --clock-rate 60               | real time
            --clock-origin 2026-01-01T00:00:00Z | real time
            --bootstrap-key-file key.json | ./baton key create
            --smtp-url smtp://relay       | needs --mail-from
            --smtp-url http://relay --mail-from a@b.example | smtp://user:password@host:587
            --mail-from nobody            | orders@example.org
            --bounces-url pop3://box      | imaps://user:password@host/INBOX
            --trusted-proxies proxy.example | such as 10.0.0.1 or 10.0.0.0/8
            --page-keep-days 7            | from 61 to 3650
            run fast                      | 'fast' is none
            doctor now                    | 'now' is none
            fly                           | no command 'fly'
            merchant open                 | ./baton merchant create --name NAME --owner-email ADDRESS
            merchant create --owner-email a@b.example | --name is missing
            merchant create --name Two    | --owner-email is missing
            merchant create --name Two --owner-email two | --owner-email: Give an e-mail address such as
            merchant create --name Two --owner-email a@b.example --currency EURO | ISO 4217 code such as EUR, not 'EURO'
            merchant create --name Two --owner-email a@b.example --zone Berlin | such as Europe/Berlin, not 'Berlin'
            --witness data/witness        | outside of the data folder
            """)
    void refusesWhatItDoesNotUnderstandAndSaysWhatToWrite(String words, String said) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Baton.call(
                words.split(" ", -1),
                Map.of(),
                new PrintStream(ByteArrayOutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("baton: ").contains(said);
    }

    @ParameterizedTest
    @CsvSource({"demo", "bench", "torture", "DEMO"})
    void letsTheClockGoFasterInAWorldOfItsOwnOnly(String mode) {
        String[] words = {"run", "--clock-rate", "60", "--clock-origin", "2026-01-01T00:00:00Z"};

        assertThat(settings(Map.of("BATON_MODE", mode), words).clock().rate()).isEqualTo(60);
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> settings(Map.of("BATON_MODE", "run"), words))
                .withMessageContaining("real time");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN", "Infinity", "100001", "fast"})
    void refusesARateThatIsNone(String rate) {
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> settings(
                        Map.of("BATON_MODE", "demo"), "--clock-rate", rate, "--clock-origin", "2026-01-01T00:00:00Z"))
                .withMessageContaining("--clock-rate takes a number");
    }

    @Test
    void refusesAModeItDoesNotKnow() {
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> settings(Map.of("BATON_MODE", "fast")))
                .withMessageContaining("demo, bench or torture");
    }

    @Test
    void keepsTheWitnessBesideTheDataFolderAndNoneInADemo() {
        CommandLine run = line(Map.of(), "--data", "/srv/shop");
        CommandLine demo = line(Map.of("BATON_MODE", "demo"), "--data", "/srv/shop");
        CommandLine told = line(Map.of("BATON_WITNESS", "/var/lib/shop.witness"), "--data", "/srv/shop");

        assertThat(RunSettings.witness(run, RunSettings.of(run))).contains(Path.of("/srv/shop.witness"));
        assertThat(RunSettings.witness(demo, RunSettings.of(demo))).isEqualTo(Optional.empty());
        assertThat(RunSettings.witness(told, RunSettings.of(told))).contains(Path.of("/var/lib/shop.witness"));
    }
}
