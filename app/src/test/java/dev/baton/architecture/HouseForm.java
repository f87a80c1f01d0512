package dev.baton.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The form of source files: nothing too long to read at once, no name that hides what a type is, no unmarked package. */
public final class HouseForm {

    private static final int LONGEST_FILE_LINES = 400;
    private static final int LONGEST_METHOD_LINES = 60;

    private static final List<String> FORBIDDEN_SUFFIXES =
            List.of("Manager", "Helper", "Util", "Utils", "Impl", "Dto", "DTO", "Entity", "Processor", "Data", "Info");

    private HouseForm() {}

    /** Every breach in the Java files below the folders, each with its file; empty means none. */
    public static List<String> breaches(List<Path> folders) {
        List<Path> files =
                folders.stream().flatMap(folder -> javaFiles(folder).stream()).toList();
        List<String> breaches = new ArrayList<>();
        files.forEach(file -> checkLength(file, breaches));
        checkDeclarations(files, breaches);
        return breaches;
    }

    /** The packages below the folder whose {@code package-info.java} is absent or not {@code @NullMarked}. */
    public static List<String> unmarkedPackages(Path folder) {
        return javaFiles(folder).stream()
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .filter(declaration ->
                        !Files.exists(declaration) || !read(declaration).contains("@NullMarked"))
                .map(declaration -> declaration + " does not say @NullMarked")
                .toList();
    }

    private static void checkLength(Path file, List<String> breaches) {
        long lines = read(file).lines().count();
        if (lines > LONGEST_FILE_LINES) {
            breaches.add("%s has %d lines, more than %d".formatted(file, lines, LONGEST_FILE_LINES));
        }
    }

    private static void checkDeclarations(List<Path> files, List<String> breaches) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager fileManager = compiler.getStandardFileManager(null, null, UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    fileManager,
                    null,
                    List.of("-proc:none"),
                    null,
                    fileManager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Declarations(unit, positions, breaches).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at every type and method of one file. */
    private static final class Declarations extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> breaches;

        Declarations(CompilationUnitTree unit, SourcePositions positions, List<String> breaches) {
            this.unit = unit;
            this.positions = positions;
            this.breaches = breaches;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            String name = type.getSimpleName().toString();
            FORBIDDEN_SUFFIXES.stream()
                    .filter(name::endsWith)
                    .forEach(suffix -> breaches.add("%s: %s ends with %s".formatted(fileName(), name, suffix)));
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            // From brace to brace: a table of cases in an annotation above is not part of what the method does.
            long lines = method.getBody() == null ? 0 : lines(method.getBody());
            if (lines > LONGEST_METHOD_LINES) {
                breaches.add("%s: %s has %d lines, more than %d"
                        .formatted(fileName(), method.getName(), lines, LONGEST_METHOD_LINES));
            }
            return super.visitMethod(method, null);
        }

        private long lines(Tree tree) {
            LineMap map = unit.getLineMap();
            long first = map.getLineNumber(positions.getStartPosition(unit, tree));
            long last = map.getLineNumber(positions.getEndPosition(unit, tree));
            return last - first + 1;
        }

        private String fileName() {
            return unit.getSourceFile().getName();
        }
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList();
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
