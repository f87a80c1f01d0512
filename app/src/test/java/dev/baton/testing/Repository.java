package dev.baton.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are, whichever folder the tests were started in. */
public final class Repository {

    private Repository() {}

    /**
     * The repository's root: the nearest folder upwards that holds the launcher {@code baton} and {@code pom.xml}.
     *
     * @throws IllegalStateException outside of a repository
     */
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("baton")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above " + start + " holds baton and pom.xml");
    }
}
