package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files much larger than the heap of who reads them. {@code -Dbaton.test.streamed-bytes=2000000000} sends one of 2 GB; what
 * is usual takes the time of a test.
 */
class StreamedFilesTest {

    private static final long BYTES = Long.getLong("baton.test.streamed-bytes", 200_000_000L);
    private static final long LONGEST_MINUTES = 15;

    @TempDir
    Path folder;

    @Test
    void aFileLargerThanTheHeapIsReadRowByRow() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        StreamedFiles.class.getName(),
                        Long.toString(BYTES))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", classPath());
        Process process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }

        String said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("csv MERGED " + (BYTES + 14) + " rows " + (BYTES / 1_000 + 1) + " stock 7, ")
                .contains("book MERGED rows " + (StreamedFiles.SHEET_ROWS + 1) + " stock 8, ");
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
