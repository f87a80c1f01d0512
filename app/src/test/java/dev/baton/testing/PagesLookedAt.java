package dev.baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers every page a browser test looked at in both themes, and writes the paths down when this JVM ends. */
public final class PagesLookedAt {

    /** What the last JVM of tests looked at, one path a line, without what follows a question mark. */
    public static final Path FILE = Repository.root().resolve("app/target/pages-looked-at.txt");

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PagesLookedAt::write));
    }

    private PagesLookedAt() {}

    /** Remembers the page. */
    public static void add(String path) {
        SEEN.add(path.replaceFirst("\\?.*", ""));
    }

    private static void write() {
        if (SEEN.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, new TreeSet<>(SEEN));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
