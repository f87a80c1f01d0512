package dev.baton.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the {@code package-info.java} of a module says of it, against its migrations and its listeners. */
public final class ModuleWords {

    private static final Pattern CREATED = Pattern.compile("(?m)^create (?:unlogged )?table (?:if not exists )?(\\w+)");
    private static final Pattern HEARD =
            Pattern.compile("@EventListener\\s+(?:@\\w+\\s+)*(?:public )?void \\w+\\(\\s*(?:final )?(\\w+) ");
    private static final Pattern PUBLISHED = Pattern.compile("\\.publishEvent\\(\\s*new (\\w+)\\(");
    /** Where the words of one heading end. */
    private static final String NEXT =
            "(?=News out|Tables|Calls in|Calls out|Calls:|Listens to|Start reading|<p>|\\*/)";

    private ModuleWords() {}

    /**
     * What the words keep silent about: a table that the module's migrations make, news of another module that it hears, news
     * that it publishes or that others hear of it. Words in any package of a module count.
     *
     * @param sources the folder of {@code dev}
     * @param migrations a folder per module
     */
    public static List<String> silences(Path sources, Path migrations) {
        List<String> silences = new ArrayList<>();
        Path modules = sources.resolve("dev/baton");
        for (Path migration : files(migrations, ".sql")) {
            String module = migrations.relativize(migration).getName(0).toString();
            names(CREATED, read(migration)).forEach(table -> expect(modules, module, "Tables", table, silences));
        }
        for (Path source : files(modules, ".java")) {
            String module = modules.relativize(source).getName(0).toString();
            String text = read(source);
            names(PUBLISHED, text).forEach(news -> expect(modules, module, "News out", news, silences));
            for (String news : names(HEARD, text)) {
                Matcher origin = Pattern.compile("import dev\\.baton\\.(\\w+)\\.[\\w.]*\\b" + news + ";")
                        .matcher(text);
                if (origin.find() && !origin.group(1).equals(module)) {
                    expect(modules, module, "Listens to", news, silences);
                    expect(modules, origin.group(1), "News out", news, silences);
                }
            }
        }
        return silences.stream().distinct().sorted().toList();
    }

    private static void expect(Path modules, String module, String heading, String name, List<String> silences) {
        Pattern part = Pattern.compile(heading + ":(.*?)" + NEXT, Pattern.DOTALL);
        String said = files(modules.resolve(module), "package-info.java").stream()
                .flatMap(words -> part.matcher(read(words)).results())
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
        if (!Pattern.compile("\\b" + name + "\\b").matcher(said).find()) {
            silences.add("%s does not name %s under '%s'".formatted(module, name, heading));
        }
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
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
