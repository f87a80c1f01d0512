package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.suppliers.SupplierId;
import dev.baton.testing.StatementsHeard;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many purchase orders that leave by mail at once: their sales orders are locked meanwhile. */
class MailedBatchTest extends MailboxOfASupplier {

    private static final int FEW = 2;
    private static final int MANY = 8;

    @Test
    @DisplayName("What the slips of many say is gathered with as many statements as that of a few")
    void gathersManyWithTheStatementsOfAFew() {
        SupplierId acme = road.mailed("ACME", mailbox, "en");

        double few = gathering(acme, 0, FEW);
        double many = gathering(acme, FEW, MANY);

        assertThat(arrived()).hasSize(FEW + MANY);
        assertThat(few).as("statements heard, and beginnings").isPositive().isFinite();
        assertThat(many).isEqualTo(few);
    }

    /**
     * The statements that read links, prices and brands while so many orders leave, for each time their sending begins: on
     * a slow machine not all of them are written in one go.
     */
    private double gathering(SupplierId acme, int placedBefore, int orders) {
        for (int order = placedBefore + 1; order <= placedBefore + orders; order++) {
            // each of other goods, or they would look like one order placed twice
            road.goods("LAMP-" + order, acme);
            road.place(Integer.toString(order), "LAMP-" + order + "×1");
        }
        try (StatementsHeard statements = StatementsHeard.ofThisThread()) {
            road.work();
            List<String> heard = statements.heard();
            return (double) matching(heard, "from (purchase_order_link|sales_order o|store s join brand)")
                    / matching(heard, "set status = 'SENDING', begun_at");
        }
    }

    private static long matching(List<String> statements, String pattern) {
        return statements.stream()
                .filter(sent -> sent.matches("(?s).*" + pattern + ".*"))
                .count();
    }
}
