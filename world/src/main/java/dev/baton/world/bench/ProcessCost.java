package dev.baton.world.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a process has cost so far. From {@code /proc} where there is one (Linux); elsewhere processor time as the JDK
 * knows it and no memory. Never fails: what cannot be known is empty.
 */
public final class ProcessCost {

    /** Linux reports times to programs in hundredths of a second on every architecture (USER_HZ). */
    private static final double TICKS_PER_SECOND = 100;

    private static final Path PROC = Path.of("/proc");
    private static final int UTIME = 14;
    private static final int STIME = 15;
    private static final int CUTIME = 16;
    private static final int CSTIME = 17;
    private static final long KIB_PER_MIB = 1_024;

    private ProcessCost() {}

    /** Seconds of processor time of the process itself, without those it started. */
    public static OptionalDouble cpuSeconds(long pid) {
        var ticks = ticks(pid, UTIME, STIME);
        if (ticks.isPresent()) {
            return OptionalDouble.of(ticks.getAsLong() / TICKS_PER_SECOND);
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(ProcessCost::seconds)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    /**
     * Seconds of processor time of a process and all below it, as for PostgreSQL's postmaster and its backends. On
     * Linux those that have ended count too.
     */
    public static OptionalDouble cpuSecondsOfTree(long rootPid) {
        var root = ProcessHandle.of(rootPid);
        if (root.isEmpty()) {
            return OptionalDouble.empty();
        }
        return Stream.concat(root.stream(), root.get().descendants())
                .map(ProcessCost::cpuWithEndedChildren)
                .flatMap(Optional::stream)
                .reduce(Double::sum)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    private static Optional<Double> cpuWithEndedChildren(ProcessHandle process) {
        var ticks = ticks(process.pid(), UTIME, STIME, CUTIME, CSTIME);
        return ticks.isPresent()
                ? Optional.of(ticks.getAsLong() / TICKS_PER_SECOND)
                : process.info().totalCpuDuration().map(ProcessCost::seconds);
    }

    /** The most memory the process ever had resident, in MiB. */
    public static OptionalLong peakResidentMiB(long pid) {
        return read(pid, "status").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIB_PER_MIB)
                .findFirst();
    }

    private static OptionalLong ticks(long pid, int... fieldNumbers) {
        var stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return OptionalLong.empty();
        }
        // The second field is the name in brackets and may hold blanks: counting starts behind it.
        var fields = stat.get().substring(stat.get().lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int number : fieldNumbers) {
            ticks += Long.parseLong(fields[number - 3]);
        }
        return OptionalLong.of(ticks);
    }

    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(
                    Files.readString(PROC.resolve(String.valueOf(pid)).resolve(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
