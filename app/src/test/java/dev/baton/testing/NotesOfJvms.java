package dev.baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the JVMs of one run of tests write down for a question asked after the last of them: one file a JVM. */
public final class NotesOfJvms {

    /** The build gives every JVM a name that is the same in the next run, so that a file is overwritten. */
    private static final String THIS_JVM = System.getProperty("baton.test.jvm", "only");

    private final Path folder;

    NotesOfJvms(String name) {
        this.folder = Repository.root().resolve("app/target").resolve(name);
    }

    /** Writes the lines of this JVM, sorted; nothing for none. */
    void write(Collection<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(THIS_JVM + ".txt"), new TreeSet<>(lines));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The lines of all JVMs; empty when none wrote any. */
    public List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        }
        return lines;
    }
}
