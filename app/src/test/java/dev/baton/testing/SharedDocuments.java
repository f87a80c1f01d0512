package dev.baton.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real documents kept beside the repository, never in it; tests on them are skipped where they are absent. */
public final class SharedDocuments {

    private SharedDocuments() {}

    /**
     * The file or folder of that name under {@code ../shared/data} of the repository, or under the system property
     * {@code baton.shared-data}; empty where there is none.
     */
    public static Optional<Path> find(String name) {
        String told = System.getProperty("baton.shared-data");
        Path data = told == null ? Repository.root().resolveSibling("shared").resolve("data") : Path.of(told);
        return Optional.of(data.resolve(name)).filter(Files::exists);
    }
}
