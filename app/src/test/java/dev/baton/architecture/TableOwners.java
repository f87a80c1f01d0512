package dev.baton.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.architecture.StringLiterals.Literal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose tables the SQL of a class names: only those of its own module. What it needs of another's it asks of that module's
 * look-up, or has done by its act.
 */
public final class TableOwners {

    /** By class and table of another module, why it may be so all the same. */
    public static final Map<String, String> EXCEPTIONS = Map.of(
            "postgres.Witness number_block",
            "it runs before any module does, and must not start after a restore with numbers that were printed already");

    private static final Pattern CREATED = Pattern.compile("(?m)^create (?:unlogged )?table (?:if not exists )?(\\w+)");
    private static final Pattern LISTED = Pattern.compile("\\bTables:(.*?)\\.\\s", Pattern.DOTALL);
    private static final Pattern COMMA_JOIN =
            Pattern.compile("(\\b(?:from|using|join)\\s+[a-z_]\\w*(?:\\s+as)?(?:\\s+[a-z_]\\w*)?)\\s*,\\s*");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:from|join|into|update|using|copy|truncate|table)\\s+(?:only\\s+|lateral\\s+)?(\\w+)");

    private TableOwners() {}

    /**
     * Each class that names a table of another module in a literal and is not excepted; also each table two modules list.
     *
     * @param sources the folder of {@code dev}
     * @param migrations a folder per module
     */
    public static List<String> trespasses(Path sources, Path migrations) {
        Path modules = sources.resolve("dev/baton");
        Set<String> trespasses = new TreeSet<>();
        Map<String, String> owners = owners(modules, migrations, trespasses);
        meetings(modules, owners).forEach((meeting, owner) -> {
            if (!EXCEPTIONS.containsKey(meeting)) {
                trespasses.add(meeting + " is a table of " + owner);
            }
        });
        return List.copyOf(trespasses);
    }

    /** Exceptions that nothing makes use of any more. */
    public static List<String> idle(Path sources, Path migrations) {
        Path modules = sources.resolve("dev/baton");
        Map<String, String> owners = owners(modules, migrations, new TreeSet<>());
        Set<String> used = meetings(modules, owners).keySet();
        return EXCEPTIONS.keySet().stream()
                .filter(exception -> !used.contains(exception))
                .sorted()
                .toList();
    }

    /** By table the module whose words list it. */
    private static Map<String, String> owners(Path modules, Path migrations, Set<String> trespasses) {
        Set<String> tables = files(migrations, ".sql").stream()
                .flatMap(migration -> CREATED.matcher(read(migration)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Map<String, String> owners = new HashMap<>();
        for (Path words : files(modules, "package-info.java")) {
            String module = module(modules, words);
            String said = LISTED.matcher(read(words).replace("\n * ", " "))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.joining(" "));
            for (String word : said.split("\\W+", -1)) {
                String before = tables.contains(word) ? owners.putIfAbsent(word, module) : null;
                if (before != null && !before.equals(module)) {
                    trespasses.add(word + " is listed by "
                            + Stream.of(before, module).sorted().toList());
                }
            }
        }
        return owners;
    }

    /** By class and table, where a class names a table that is another module's: whose it is. */
    private static Map<String, String> meetings(Path modules, Map<String, String> owners) {
        Map<String, String> meetings = new HashMap<>();
        for (Path source : files(modules, ".java")) {
            String module = module(modules, source);
            for (String table : named(read(source))) {
                String owner = owners.get(table);
                if (owner != null && !owner.equals(module)) {
                    String type = modules.relativize(source).toString().replace('/', '.');
                    meetings.put(type.substring(0, type.length() - ".java".length()) + " " + table, owner);
                }
            }
        }
        return meetings;
    }

    /** What stands where SQL names a table, in any literal: also in a piece of a statement. */
    private static List<String> named(String source) {
        List<String> named = new ArrayList<>();
        for (Literal literal : StringLiterals.of(source)) {
            Matcher table = NAMED.matcher(withoutCommas(literal.text()));
            while (table.find()) {
                named.add(table.group(1));
            }
        }
        return named;
    }

    private static String withoutCommas(String sql) {
        String text = COMMA_JOIN.matcher(sql).replaceAll("$1 join ");
        return text.equals(sql) ? text : withoutCommas(text);
    }

    /** The folder below {@code dev.baton}; empty for the shell's own classes. */
    private static String module(Path modules, Path file) {
        Path within = modules.relativize(file);
        return within.getNameCount() == 1 ? "" : within.getName(0).toString();
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
