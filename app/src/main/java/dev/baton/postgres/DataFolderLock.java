package dev.baton.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a data folder for one process. The operating system gives the lock back when the process ends, however it ends.
 */
public final class DataFolderLock implements AutoCloseable {

    /**
     * Folders locked by this JVM. Needed because POSIX drops a process's lock as soon as it closes <em>any</em> handle
     * of the file: a second attempt must be refused before it opens one.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private DataFolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder, creating it (readable by its owner only) if absent.
     *
     * @throws PostgresUnavailable if another process, or this one, holds it; the message names the process
     */
    public static DataFolderLock acquire(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder);
            Path folder = dataFolder.toRealPath();
            if (!HELD_HERE.add(folder)) {
                throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new DataFolderLock(folder, lockedChannel(folder));
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data folder " + dataFolder, e);
        }
    }

    private static FileChannel lockedChannel(Path folder) throws IOException {
        Path file = folder.resolve("baton.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse(folder, Files.readString(file, UTF_8).strip());
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
        return channel;
    }

    private static PostgresUnavailable inUse(Path folder, String process) {
        return new PostgresUnavailable(("Another Baton (process %s) is using the data folder %s. Stop it first, with"
                        + " Ctrl-C or `kill %s`, or give this one a folder of its own: BATON_DATA=/some/folder.")
                .formatted(process, folder, process));
    }

    /** The locked folder, absolute and without links. */
    public Path folder() {
        return folder;
    }

    /** Gives the folder back. The lock file stays: deleting it would let two processes lock two files of one name. */
    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the data folder " + folder, e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
