package dev.baton.carriers;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Real documents kept beside the repository, not in it; tests on them are skipped where they are absent. */
final class SharedDocuments {

    private SharedDocuments() {}

    /**
     * The folder of that name under {@code ../shared/data} of the repository, or under the system property {@code
     * baton.shared-data}; null where there is none.
     */
    static @Nullable Path folder(String name) {
        String told = System.getProperty("baton.shared-data");
        if (told != null) {
            return existing(Path.of(told, name));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("pom.xml")) && Files.exists(at.resolve("baton")) && at.getParent() != null) {
                return existing(at.resolveSibling("shared").resolve("data").resolve(name));
            }
        }
        return null;
    }

    private static @Nullable Path existing(Path path) {
        return Files.isDirectory(path) ? path : null;
    }
}
