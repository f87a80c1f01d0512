package dev.baton.invariants;

import dev.baton.testing.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The points at which the product can be killed, as its sources name them: a new one cannot be forgotten. */
final class CrashPoints {

    private static final Pattern CALL = Pattern.compile("\\bCrash\\.at\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\"([a-z]+\\.[a-z-]+)\"");

    private CrashPoints() {}

    /** Every point of the sources. */
    static Set<String> ofTheSources() {
        Set<String> points = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Repository.root().resolve("app/src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                CALL.matcher(Files.readString(file)).results().forEach(call -> add(points, file, call.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return points;
    }

    private static void add(Set<String> points, Path file, String argument) {
        var name = NAME.matcher(argument);
        if (!name.matches()) {
            throw new IllegalStateException(
                    file + " names a crash point by " + argument + "; give it a literal of the form \"module.step\"");
        }
        if (!points.add(name.group(1))) {
            throw new IllegalStateException(file + " names the crash point " + argument + " a second time");
        }
    }
}
