package dev.baton.console;

import dev.baton.testing.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every kind of task the product opens, with what its subject is; read from where they are opened. */
final class TaskKinds {

    /** What a subject is where it is only known at run time. */
    static final String ANY = "any";

    private static final Pattern OPENED =
            Pattern.compile("new NewTask\\(\\s*(\"[^\"]+\"|[A-Za-z_.]+),\\s*(\"[^\"]+\"|[A-Za-z_.()]+),");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) =\\s*\"([a-z]+\\.[a-z_-]+)\"");

    private TaskKinds() {}

    /** By kind, in the order of the alphabet. */
    static Map<String, String> all() {
        Map<Path, String> sources = sources();
        Map<String, String> kinds = new TreeMap<>();
        sources.forEach((file, source) -> {
            Matcher opened = OPENED.matcher(source);
            while (opened.find()) {
                String type = opened.group(2).startsWith("\"") ? unquoted(opened.group(2)) : ANY;
                String named = opened.group(1);
                if (Character.isLowerCase(named.charAt(0)) && !named.contains(".")) {
                    constants(source).values().forEach(kind -> kinds.putIfAbsent(kind, type));
                } else {
                    kinds.put(kind(named, file, sources), type);
                }
            }
        });
        return kinds;
    }

    private static String kind(String named, Path file, Map<Path, String> sources) {
        if (named.startsWith("\"")) {
            return unquoted(named);
        }
        int dot = named.lastIndexOf('.');
        String name = named.substring(dot + 1);
        String holder = dot < 0 ? file.getFileName().toString() : named.substring(0, dot) + ".java";
        Path near = Objects.requireNonNull(file.getParent()).resolve(holder);
        String source = sources.containsKey(near)
                ? sources.get(near)
                : sources.entrySet().stream()
                        .filter(each -> each.getKey().endsWith(holder))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(named + " of " + file));
        return Objects.requireNonNull(
                constants(Objects.requireNonNull(source)).get(name), () -> named + " of " + file + " is no kind");
    }

    private static Map<String, String> constants(String source) {
        Map<String, String> constants = new HashMap<>();
        Matcher constant = CONSTANT.matcher(source);
        while (constant.find()) {
            constants.put(constant.group(1), constant.group(2));
        }
        return constants;
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    private static Map<Path, String> sources() {
        try (Stream<Path> files = Files.walk(Repository.root().resolve("app/src/main/java"))) {
            Map<Path, String> sources = new TreeMap<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file));
            }
            return sources;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
