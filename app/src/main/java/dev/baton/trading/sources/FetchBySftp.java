package dev.baton.trading.sources;

import dev.baton.platform.sftp.SftpDoor;
import dev.baton.platform.sftp.SftpEntry;
import dev.baton.platform.sftp.SftpFolder;
import dev.baton.platform.sftp.SftpTarget;
import dev.baton.platform.sftp.WrongHostKey;
import dev.baton.trading.sources.FileSources.Seen;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.sshd.common.SshException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches files from a file server, one a look. A file is taken only when two looks saw it the same, so that a half-written one
 * never is; the very same file is not taken twice, and one that changes while it is read is not kept.
 */
@Component
final class FetchBySftp {

    private static final int PORT = 22;

    /** Names under which programs write before they rename. */
    private static final Pattern UNFINISHED = Pattern.compile(".*(\\.(part|tmp|temp|filepart|partial|writing)|~)");

    private static final Comparator<SftpEntry> AGE =
            Comparator.comparing(SftpEntry::changedAt).thenComparing(SftpEntry::name);

    private final SftpDoor door;

    FetchBySftp(SftpDoor door) {
        this.door = door;
    }

    /** Where the files are: {@code name} may have one star. */
    private record Place(String folder, String name) {}

    Fetched fetch(FileSource source, @Nullable String secret, Seen seen, TakeFile take) {
        URI uri = uri(Objects.requireNonNull(source.url()));
        return visit(target(source, secret, uri, seen), folder -> take(source, place(uri), folder, seen, take));
    }

    /** Looks into the newest file that fits, whether it was taken before or still grows, and leaves it where it is. */
    Fetched peek(FileSource source, @Nullable String secret, Seen seen, TakeFile take) {
        URI uri = uri(Objects.requireNonNull(source.url()));
        Place place = place(uri);
        return visit(target(source, secret, uri, seen), folder -> {
            List<SftpEntry> fitting = fitting(folder.list(place.folder()), place.name());
            if (fitting.isEmpty()) {
                return missing(place);
            }
            SftpEntry file = fitting.getLast();
            try (InputStream bytes = folder.read(place.folder(), file.name())) {
                take.take(file.name(), "application/octet-stream", bytes);
            }
            return new Fetched.Taken(mark(file), null, null, folder.hostKey(), null);
        });
    }

    private Fetched visit(SftpTarget target, SftpDoor.Visit<Fetched> visit) {
        try {
            return door.visit(target, visit);
        } catch (WrongHostKey other) {
            return new Fetched.Trouble(String.valueOf(other.getMessage()), true);
        } catch (SshException refused) {
            boolean signIn = String.valueOf(refused.getMessage())
                    .toLowerCase(Locale.ROOT)
                    .contains("auth");
            return new Fetched.Trouble(
                    target.host() + (signIn ? " refuses the sign-in" : " breaks off: " + refused.getMessage()), signIn);
        } catch (IOException failed) {
            return new Fetched.Trouble(target.host() + " cannot be read: " + failed.getMessage(), false);
        }
    }

    private static URI uri(String url) {
        try {
            return new URI(url.replace("*", "%2A"));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a source's address was checked", impossible);
        }
    }

    private static Place place(URI uri) {
        String path = uri.getPath();
        int slash = path.lastIndexOf('/');
        return new Place(slash == 0 ? "/" : path.substring(0, slash), path.substring(slash + 1));
    }

    private static SftpTarget target(FileSource source, @Nullable String secret, URI uri, Seen seen) {
        return new SftpTarget(
                uri.getHost(),
                uri.getPort() < 0 ? PORT : uri.getPort(),
                source.user() == null ? "" : source.user(),
                secret == null ? "" : secret,
                source.hostKey() == null ? seen.hostKey() : source.hostKey());
    }

    private static Fetched take(FileSource source, Place place, SftpFolder folder, Seen seen, TakeFile take)
            throws IOException {
        List<SftpEntry> fitting = fitting(folder.list(place.folder()), place.name());
        if (fitting.isEmpty()) {
            return missing(place);
        }
        List<SftpEntry> waiting = waiting(fitting, place.name(), seen.takenMark());
        if (waiting.isEmpty()) {
            return new Fetched.Nothing();
        }
        SftpEntry file = waiting.getFirst();
        String mark = mark(file);
        if (!mark.equals(seen.seenMark())) {
            return new Fetched.Unsettled(mark, folder.hostKey());
        }
        try (InputStream bytes = new Whole(folder.read(place.folder(), file.name()), folder, place, file)) {
            take.take(file.name(), "application/octet-stream", bytes);
        }
        putAway(source, place, file, folder);
        @Nullable String next = waiting.size() == 1 ? null : mark(waiting.get(1));
        return new Fetched.Taken(mark, null, null, folder.hostKey(), next);
    }

    private static Fetched missing(Place place) {
        return new Fetched.Trouble("there is no file " + place.name() + " in " + place.folder(), false);
    }

    /** Those of the name, the oldest first. */
    private static List<SftpEntry> fitting(List<SftpEntry> files, String name) {
        Pattern wanted = Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
        return files.stream()
                .filter(file -> wanted.matcher(file.name()).matches())
                .filter(file -> !name.contains("*")
                        || !UNFINISHED
                                .matcher(file.name().toLowerCase(Locale.ROOT))
                                .matches())
                .sorted(AGE)
                .toList();
    }

    /**
     * Of several names each file behind the one that was taken last, in their order: none is passed over, for it may say
     * only what changed, and none that is older comes after it. Nobody wants the past of before the first look.
     */
    private static List<SftpEntry> waiting(List<SftpEntry> fitting, String name, @Nullable String takenMark) {
        SftpEntry newest = fitting.getLast();
        if (takenMark == null) {
            return List.of(newest);
        }
        if (!name.contains("*")) {
            return mark(newest).equals(takenMark) ? List.of() : List.of(newest);
        }
        SftpEntry taken = ofMark(takenMark);
        return fitting.stream()
                .filter(file -> AGE.compare(file, taken) > 0
                        || (AGE.compare(file, taken) == 0 && file.bytes() != taken.bytes()))
                .toList();
    }

    /** The file as it looked when it got the mark. */
    private static SftpEntry ofMark(String mark) {
        int at = mark.lastIndexOf('|');
        int bytes = mark.lastIndexOf('|', at - 1);
        return new SftpEntry(
                mark.substring(0, bytes),
                Long.parseLong(mark.substring(bytes + 1, at)),
                Instant.parse(mark.substring(at + 1)));
    }

    private static String mark(SftpEntry file) {
        return file.name() + "|" + file.bytes() + "|" + file.changedAt();
    }

    /** It is kept by now: where it cannot be moved, the mark still keeps it from being taken again. */
    private static void putAway(FileSource source, Place place, SftpEntry file, SftpFolder folder) {
        @Nullable String renameTo = source.renameTo();
        if (renameTo == null) {
            return;
        }
        try {
            folder.move(place.folder(), file.name(), renameTo, file.changedAt().getEpochSecond() + "-" + file.name());
        } catch (IOException refused) {
            // the supplier's folder may be read-only; taking the file is what mattered
        }
    }

    /** Ends with a failure when the file is not the one that was looked at any more. */
    private static final class Whole extends FilterInputStream {

        private final SftpFolder folder;
        private final Place place;
        private final SftpEntry file;
        private long read;

        Whole(InputStream in, SftpFolder folder, Place place, SftpEntry file) {
            super(in);
            this.folder = folder;
            this.place = place;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return counted(one < 0 ? -1 : 1) < 0 ? -1 : one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return counted(super.read(bytes, offset, length));
        }

        private int counted(int many) throws IOException {
            if (many >= 0) {
                read += many;
            } else if (read != file.bytes()
                    || !folder.look(place.folder(), file.name()).equals(file)) {
                throw new IOException("the file " + file.name() + " changed while it was read");
            }
            return many;
        }
    }
}
