package dev.baton.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Source code that breaks a rule on purpose, kept as text so that it never stands on the class path.
 *
 * @param sources folder of the written files
 * @param classes folder of what the compiler made of them
 */
public record Planted(Path sources, Path classes) {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

    /** Writes the sources below the folder, each starting with its package and first type. */
    public static Planted in(Path folder, String... sources) {
        Planted planted = new Planted(folder.resolve("sources"), folder.resolve("classes"));
        try {
            for (String source : sources) {
                Path file = planted.sources.resolve(
                        first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source) + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, source, UTF_8);
            }
            return planted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No " + pattern + " in " + source);
        }
        return matcher.group(1);
    }

    /** Compiles the sources and reads the classes back, as the rules see them. */
    public JavaClasses compiled() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
                var found = Files.walk(sources)) {
            List<Path> java = found.filter(Files::isRegularFile).toList();
            Files.createDirectories(classes);
            List<String> options = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call()) {
                throw new IllegalStateException("The planted sources do not compile");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassFileImporter().importPath(classes);
    }
}
