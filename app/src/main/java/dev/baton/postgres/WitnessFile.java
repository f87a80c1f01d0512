package dev.baton.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.platform.MerchantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A text of lines of which the last of a kind counts: {@code cluster}, {@code epoch} and one {@code block} per merchant
 * and series. A line is added and forced to disk; a start writes the whole anew.
 */
final class WitnessFile implements AutoCloseable {

    private static final String TITLE =
            "# Baton's witness of the numbers it handed out. Keep it: no backup of the" + " database contains it.\n";

    private final FileChannel channel;

    private WitnessFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Whose numbers. */
    record Series(MerchantId merchant, String name) {}

    /** What the file says. */
    record Memory(ClusterMark cluster, int epoch, Map<Series, Long> blocks) {

        Memory {
            blocks = Map.copyOf(blocks);
        }
    }

    /**
     * What was remembered; empty when there is no file. A last line that a crash cut short is passed over.
     *
     * @throws PostgresUnavailable when the file is something else
     */
    static Optional<Memory> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ClusterMark cluster = new ClusterMark("", 0, 0);
        int epoch = 0;
        Map<Series, Long> blocks = new LinkedHashMap<>();
        try {
            String text = Files.readString(file, UTF_8);
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1)) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case "cluster" -> cluster = mark(words);
                    case "epoch" -> epoch = Integer.parseInt(words[1]);
                    case "block" ->
                        blocks.merge(
                                new Series(MerchantId.parse(words[1]), words[2]), Long.valueOf(words[3]), Math::max);
                    case "", "#" -> {}
                    default -> throw new IllegalArgumentException(line);
                }
            }
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw new PostgresUnavailable(
                    "The witness file " + file + " cannot be read (" + unreadable.getMessage()
                            + "). Put it back from a copy, or name another place with --witness (BATON_WITNESS).",
                    unreadable);
        }
        return Optional.of(new Memory(cluster, epoch, blocks));
    }

    private static ClusterMark mark(String[] words) {
        return new ClusterMark(
                words[1].equals("-") ? "" : words[1], Integer.parseInt(words[2]), Long.parseLong(words[3]));
    }

    /** Replaces the file by this memory and goes on from there. */
    static WitnessFile write(Path file, Memory memory) {
        StringBuilder text = new StringBuilder(TITLE);
        text.append("epoch ").append(memory.epoch()).append('\n').append(line(memory.cluster()));
        memory.blocks().forEach((series, end) -> text.append(line(series, end)));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                append(out, text.toString());
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new WitnessFile(FileChannel.open(file, StandardOpenOption.APPEND));
        } catch (IOException cannot) {
            throw new PostgresUnavailable(
                    "The witness file %s cannot be written: %s. Give this account the folder, or name another file with"
                                    .formatted(file, cannot.getMessage())
                            + " --witness (BATON_WITNESS).",
                    cannot);
        }
    }

    synchronized void add(Series series, long end) {
        append(line(series, end));
    }

    synchronized void add(ClusterMark cluster) {
        append(line(cluster));
    }

    private void append(String line) {
        try {
            append(channel, line);
        } catch (IOException cannot) {
            throw new UncheckedIOException("The witness file cannot be written", cannot);
        }
    }

    private static void append(FileChannel out, String text) throws IOException {
        var bytes = UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        out.force(true);
    }

    private static String line(ClusterMark cluster) {
        String id = cluster.systemId().isEmpty() ? "-" : cluster.systemId();
        return "cluster %s %d %d\n".formatted(id, cluster.timeline(), cluster.position());
    }

    private static String line(Series series, long end) {
        return "block %s %s %d\n".formatted(series.merchant(), series.name(), end);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException("The witness file cannot be closed", cannot);
        }
    }
}
