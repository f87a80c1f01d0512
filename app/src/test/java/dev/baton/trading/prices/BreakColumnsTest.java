package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.PriceBreak;
import dev.baton.catalog.PriceRunLookup;
import dev.baton.platform.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Price breaks that stand in columns of a supplier's price list. */
class BreakColumnsTest {

    private final PriceShop shop = new PriceShop();

    @Test
    void readsPriceBreaksFromTheirColumns() {
        shop.offer("CUP", "10.00");
        shop.offer("JAR", "20.00");
        shop.offer("MUG", "10.00");
        PriceMapping columns = PriceShop.mapping("sku,cost");
        shop.define(new PriceListDefinition(
                null,
                null,
                columns.with(List.of(
                        new BreakColumn("Price 10+", 10, null), new BreakColumn("Bulk price", null, "Bulk from")))));

        PriceFileId file = shop.read("""
                sku,cost,Price 10+,Bulk from,Bulk price
                S-CUP,10.00,9.00,50,8.50
                S-JAR,20.00,,,
                S-MUG,10.00,9.00,,8.00
                """);

        assertThat(shop.offer("CUP").priceBreaks())
                .containsExactly(new PriceBreak(10, 9_000_000), new PriceBreak(50, 8_500_000));
        assertThat(shop.offer("JAR").priceBreaks()).isEmpty();
        assertThat(shop.changes(file))
                .containsExactly("2 S-CUP 10.00 → 10.00 APPLIED", "3 S-JAR 20.00 → 20.00 UNCHANGED");
        assertThat(shop.baton
                        .bean(PriceRunLookup.class)
                        .changes(shop.merchant, shop.file(file).run().id(), null, 0, 1)
                        .getFirst()
                        .cost()
                        .breaks())
                .hasSize(2);
        assertThat(shop.baton
                        .bean(PriceRunLookup.class)
                        .faults(shop.merchant, shop.file(file).run().id(), 0, 10))
                .extracting(fault -> fault.row() + ": " + fault.message())
                .containsExactly("4: The cost in Bulk price has no quantity from which it holds: send both.");
    }

    @Test
    void refusesAColumnWithoutAQuantityOrWithTwo() {
        for (BreakColumn column :
                List.of(new BreakColumn("Price 10+", null, null), new BreakColumn("Price 10+", 10, "from"))) {
            PriceMapping columns = PriceShop.mapping("sku,cost").with(List.of(column));

            assertThatThrownBy(() -> shop.define(new PriceListDefinition(null, null, columns)))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            refused -> assertThat(refused.field()).isEqualTo("mapping.priceBreaks[0].quantity"));
        }
    }
}
