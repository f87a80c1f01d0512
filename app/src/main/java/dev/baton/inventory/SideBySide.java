package dev.baton.inventory;

import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the planner walk a long staged file and the supplier's stock side by side, in the order of the offers. It knows
 * nothing of rows that were staged a moment ago, takes them for one, and would look up the stock of each.
 */
@Component
final class SideBySide {

    private final JdbcClient jdbc;
    private final int from;

    /**
     * A chooser.
     *
     * @param from from so many figures on a walk through the stock of one supplier costs less than look-ups
     */
    SideBySide(JdbcClient jdbc, @Value("${baton.inventory.side-by-side-from:50000}") int from) {
        this.jdbc = jdbc;
        this.from = from;
    }

    /**
     * Runs one statement that reads the two, and nothing besides: what follows is planned as ever. Needs an open transaction.
     *
     * @param figures how many figures the file has
     */
    <T> T read(int figures, Supplier<T> reading) {
        if (figures < from) {
            return reading.get();
        }
        choose("off");
        T result = reading.get();
        choose("on");
        return result;
    }

    private void choose(String lookUps) {
        jdbc.sql("set local enable_nestloop = " + lookUps).update();
        jdbc.sql("set local enable_hashjoin = " + lookUps).update();
    }
}
