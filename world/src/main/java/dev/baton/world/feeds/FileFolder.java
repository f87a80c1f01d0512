package dev.baton.world.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The folder of a supplier's file server, its last files in it. */
public final class FileFolder implements FilePlace {

    /** Pieces a half-written file comes in. */
    private static final int PIECES = 4;

    private final Path folder;
    private @Nullable Path newest;
    private @Nullable Path before;
    private byte[] rest = new byte[0];
    private int piece;

    private FileFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder, which is there and empty; what is half-written grows with every visit to the server. */
    public static FileFolder of(Path folder, FileServer server) {
        FileFolder files = new FileFolder(folder);
        server.beforeEachVisit(files::grow);
        return files;
    }

    @Override
    public synchronized void lay(String name, byte[] content) {
        finish();
        put(name, content);
    }

    @Override
    public synchronized void write(String name, byte[] content) {
        finish();
        piece = Math.max(1, content.length / PIECES);
        put(name, Arrays.copyOf(content, piece));
        rest = Arrays.copyOfRange(content, piece, content.length);
    }

    @Override
    public synchronized void again() {
        Path file = newest;
        if (file == null) {
            throw new IllegalStateException("nothing was laid yet");
        }
        finish();
        try {
            FileTime time = Files.getLastModifiedTime(file);
            Files.write(file, Files.readAllBytes(file));
            Files.setLastModifiedTime(file, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized byte[] newest() {
        Path file = newest;
        if (file == null) {
            throw new IllegalStateException("nothing was laid yet");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void grow() {
        if (rest.length > 0) {
            append(Math.min(piece, rest.length));
        }
    }

    private void finish() {
        if (rest.length > 0) {
            append(rest.length);
        }
    }

    private void append(int bytes) {
        Path file = newest;
        if (file == null) {
            throw new IllegalStateException("nothing is half-written");
        }
        try {
            Files.write(file, Arrays.copyOf(rest, bytes), StandardOpenOption.APPEND);
            rest = Arrays.copyOfRange(rest, bytes, rest.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The two last files are kept: one may just be fetched. */
    private void put(String name, byte[] content) {
        try {
            Path hidden = folder.resolve(name + ".part");
            Files.write(hidden, content);
            Path file = Files.move(hidden, folder.resolve(name));
            if (before != null) {
                Files.deleteIfExists(before);
            }
            before = newest;
            newest = file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
