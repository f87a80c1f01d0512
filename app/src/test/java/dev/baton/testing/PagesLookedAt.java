package dev.baton.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers every page a browser test looked at in both themes, and writes the paths down when this JVM ends. */
public final class PagesLookedAt {

    /** What the JVMs of the last run of tests looked at, one path a line, without what follows a question mark. */
    public static final NotesOfJvms NOTES = new NotesOfJvms("pages-looked-at");

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> NOTES.write(SEEN)));
    }

    private PagesLookedAt() {}

    /** Remembers the page. */
    public static void add(String path) {
        SEEN.add(path.replaceFirst("\\?.*", ""));
    }
}
