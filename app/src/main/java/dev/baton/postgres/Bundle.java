package dev.baton.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs (initdb, pg_ctl, postgres) for this machine, unpacked once from the class path. */
record Bundle(Path home) {

    /** The major version of the bundle; a cluster belongs to exactly one. */
    static final int MAJOR_VERSION = 18;

    private static final int OWNER_MAY_EXECUTE = 0100;

    /**
     * Unpacks the programs below {@code folder} unless they are there. Another process doing the same is harmless: the
     * first finished copy stays.
     */
    static Bundle unpackedBelow(Path folder) {
        URL archive = archiveOfThisMachine();
        try {
            Path home = folder.resolve(MAJOR_VERSION + "-" + fingerprint(archive));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(folder);
                unpack(archive, home);
            }
            return new Bundle(home);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder + "; is the disk full?", e);
        }
    }

    private static URL archiveOfThisMachine() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        String name = "/postgres-%s-%s.txz".formatted(system, processor);
        URL archive = Bundle.class.getResource(name);
        if (archive == null) {
            throw new PostgresUnavailable(
                    "This build carries no PostgreSQL for %s on %s. Build Baton on this machine, or"
                                    .formatted(system, processor)
                            + " install PostgreSQL 15 or newer and name it: BATON_DATABASE_URL=jdbc:postgresql://host/baton");
        }
        return archive;
    }

    /** Changes when the archive does, at no cost: the checksum the jar already holds. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(home.toAbsolutePath().getParent(), "unpacking-");
        // Readable by all: as root, PostgreSQL runs under another account.
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream raw = archive.openStream();
                var entries = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(entry, entries, unfinished);
            }
        }
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // "directory not empty" has no exception of its own here
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.delete(unfinished);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** The program of that name. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
