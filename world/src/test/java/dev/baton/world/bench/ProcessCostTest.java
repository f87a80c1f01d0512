package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessCostTest {

    private static final long SELF = ProcessHandle.current().pid();
    private static final long NOBODY = Long.MAX_VALUE;

    @Test
    void knowsTheProcessorTimeOfThisProcess() {
        assertThat(ProcessCost.cpuSeconds(SELF).orElseThrow()).isPositive();
    }

    @Test
    void aTreeCostsNoLessThanItsRoot() {
        double root = ProcessCost.cpuSeconds(SELF).orElseThrow();

        assertThat(ProcessCost.cpuSecondsOfTree(SELF).orElseThrow()).isGreaterThanOrEqualTo(root);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void knowsThePeakOfMemoryOnLinux() {
        assertThat(ProcessCost.peakResidentMiB(SELF).orElseThrow()).isBetween(10L, 100_000L);
    }

    @Test
    void whatCannotBeKnownIsEmpty() {
        assertThat(ProcessCost.cpuSeconds(NOBODY)).isEmpty();
        assertThat(ProcessCost.cpuSecondsOfTree(NOBODY)).isEmpty();
        assertThat(ProcessCost.peakResidentMiB(NOBODY)).isEmpty();
    }
}
