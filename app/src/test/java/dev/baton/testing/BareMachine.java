package dev.baton.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A machine with nothing on it but what a test puts there: a checkout with the launcher, a JDK and a Maven that only write
 * down how they were called, and the common programs of a shell.
 *
 * @param root holds all of it
 */
public record BareMachine(Path root) {

    private static final List<String> COMMON = List.of(
            "bash",
            "cat",
            "chmod",
            "dirname",
            "env",
            "find",
            "head",
            "id",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "touch");

    /** Every call is one line; a word of it may hold spaces. */
    private static final String WRITES_DOWN = """
            #!/usr/bin/env bash
            line=%s
            for word in "$@"; do line+=$'\\t'$word; done
            printf '%%s\\n' "$line" >>"$TOLD"
            printf '%%s\\n' "$JAVA_HOME|${BATON_LAUNCHER:-}|${BATON_PROGRAMS:-}|$PWD" >>"$TOLD.around"
            """;

    private static final String JAVA = WRITES_DOWN.formatted("java") + """
            if [ -n "${BATON_WARMING:-}" ] && [ -n "${WARMS_UP:-}" ]; then touch "$BATON_WARMING"; fi
            case " $* " in *" --until-ready "*) exit 0 ;; esac
            if [ -n "${STAYS:-}" ]; then
              trap 'printf "told to stop\\n" >>"$TOLD"; exit 143' TERM
              printf 'up\\n'
              while :; do sleep 0.05; done
            fi
            exit "${ENDS_WITH:-0}"
            """;

    private static final String MAVEN = WRITES_DOWN.formatted("mvn") + """
            sleep "${BUILD_SECONDS:-0}"
            case " $* " in *" package "*)
              [ "${BUILD_ENDS_WITH:-0}" = 0 ] || exit "$BUILD_ENDS_WITH"
              mkdir -p app/target world/target
              touch app/target/baton.jar world/target/world.jar ;;
            esac
            exit "${ENDS_WITH:-0}"
            """;

    /** As if every JDK that is on the machine of the test itself were of that version. */
    private static final String SED = """
            #!/usr/bin/env bash
            case ${!#} in
              "$ROOT"/*) exec %s "$@" ;;
              *) printf '%d\\n' ;;
            esac
            """;

    /**
     * What became of a call.
     *
     * @param code the exit code
     * @param out what it said on standard output
     * @param err what it said on standard error
     */
    public record Said(int code, String out, String err) {}

    /** A machine with JDK 25 and Maven whose checkout was built; for a folder that is empty. */
    public static BareMachine built(Path root) throws IOException {
        BareMachine machine = new BareMachine(root.toRealPath());
        Files.createDirectories(machine.root.resolve("bin"));
        Files.createDirectories(machine.root.resolve("home"));
        for (String name : COMMON) {
            machine.program("bin/" + name, "#!/bin/sh\nexec %s \"$@\"\n".formatted(real(name)));
        }
        machine.program("bin/mvn", MAVEN);
        machine.program("bin/chromium", WRITES_DOWN.formatted("chromium"));
        machine.jdk("jdk", "25.0.1");
        machine.checkOut();
        return machine;
    }

    private void checkOut() throws IOException {
        for (String folder : List.of("app/src/main", "app/target", "world/src/main", "world/target")) {
            Files.createDirectories(house().resolve(folder));
        }
        Files.copy(Repository.root().resolve("baton"), launcher());
        Files.setPosixFilePermissions(launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String file : List.of("pom.xml", "app/pom.xml", "world/pom.xml", "app/src/main/A.java")) {
            Files.createFile(house().resolve(file));
        }
        for (String file : List.of("app/target/baton.jar", "world/target/world.jar", "app/target/built-at")) {
            Files.createFile(house().resolve(file));
        }
        try (Stream<Path> all = Files.walk(house())) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(now().minus(Duration.ofHours(2))));
            }
        }
        Files.setLastModifiedTime(
                house().resolve("app/target/built-at"), FileTime.from(now().minus(Duration.ofHours(1))));
    }

    private static Instant now() {
        return java.time.Clock.systemUTC().instant();
    }

    /** The checkout; its name has a space. */
    public Path house() {
        return root.resolve("the house");
    }

    /** The real launcher in it. */
    public Path launcher() {
        return house().resolve("baton");
    }

    /** Its JDK. */
    public Path jdk() {
        return root.resolve("jdk");
    }

    /** Puts the real programs in, as the tests have them, and the JDK that runs the tests in the place of its own. */
    public void install(String app, String world) throws IOException {
        jar("app/target/baton.jar", app);
        jar("world/target/world.jar", world);
        for (String file : List.of("bin/java", "bin/javac", "release")) {
            Files.deleteIfExists(jdk().resolve(file));
        }
        Path real = Path.of(System.getProperty("java.home"));
        program("jdk/bin/java", "#!/bin/sh\nexec '" + real.resolve("bin/java") + "' \"$@\"\n");
        program("jdk/bin/javac", "#!/bin/sh\nexec '" + real.resolve("bin/javac") + "' \"$@\"\n");
        Files.copy(real.resolve("release"), jdk().resolve("release"));
    }

    /** A jar with nothing in it but the way to all classes except the tests' own. */
    private void jar(String path, String mainClass) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(entry -> entry.toUri().toString())
                .collect(Collectors.joining(" "));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(house().resolve(path)), manifest).close();
    }

    /** Puts a JDK of that version there. */
    public Path jdk(String folder, String version) throws IOException {
        program(folder + "/bin/java", JAVA);
        program(folder + "/bin/javac", JAVA);
        Files.writeString(
                root.resolve(folder).resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return root.resolve(folder);
    }

    /** Makes every JDK outside of this machine one of that version. */
    public void othersAreOf(int version) throws IOException {
        Files.delete(root.resolve("bin/sed"));
        program("bin/sed", SED.formatted(real("sed"), version));
    }

    private void program(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path real(String name) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no program " + name));
    }

    /** Calls the launcher and waits for its end. */
    public Said call(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(root, "out", "");
        Path err = Files.createTempFile(root, "err", "");
        Process process = start(environment, out, err, words);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher hangs: " + Files.readString(out) + Files.readString(err));
        }
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Calls the launcher, whose words go to these files. */
    public Process start(Map<String, String> environment, Path out, Path err, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.resolve("home").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        root.resolve("bin").toString(),
                        "HOME",
                        root.resolve("home").toString(),
                        "JAVA_HOME",
                        jdk().toString(),
                        "ROOT",
                        root.toString(),
                        "TOLD",
                        root.resolve("told").toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Every program that was called so far, in order, with its words. */
    public List<List<String>> calls() throws IOException {
        return lines("told").map(line -> List.of(line.split("\t", -1))).toList();
    }

    /** For each call JAVA_HOME, the launcher and the programs' folder it was told of, and the folder it was in. */
    public List<List<String>> around() throws IOException {
        return lines("told.around").map(line -> List.of(line.split("\\|", -1))).toList();
    }

    private Stream<String> lines(String file) throws IOException {
        Path told = root.resolve(file);
        return Files.exists(told) ? Files.readAllLines(told).stream() : Stream.empty();
    }
}
