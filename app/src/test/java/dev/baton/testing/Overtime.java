package dev.baton.testing;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that must not take for ever: when it does, the log says what every thread was doing, and it is interrupted. */
public final class Overtime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Overtime.class);

    private final Thread watch;

    private Overtime(Thread watch) {
        this.watch = watch;
    }

    /** Until it is closed, the thread has that long. */
    public static Overtime of(Thread worker, Duration allowed) {
        return new Overtime(Thread.ofPlatform().daemon().name("overtime").start(() -> interrupt(worker, allowed)));
    }

    private static void interrupt(Thread worker, Duration allowed) {
        try {
            Thread.sleep(allowed);
        } catch (InterruptedException inTime) {
            return;
        }
        LOG.error("{} took more than {}; the threads, virtual ones too:\n{}", worker, allowed, threads());
        worker.interrupt();
    }

    private static String threads() {
        try {
            Path folder = Files.createTempDirectory("threads");
            Path file = folder.resolve("dump.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            String dump = Files.readString(file);
            Files.delete(file);
            Files.delete(folder);
            return dump;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
