package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.PriceRunView.State;
import dev.baton.platform.Problem;
import dev.baton.platform.ProblemCode;
import dev.baton.suppliers.Netting;
import dev.baton.trading.sources.FetchPlan;
import dev.baton.trading.sources.FileSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a price list is read is stated, and stated anew. */
class DefinePriceListTest {

    private final PriceShop shop = new PriceShop();

    @Test
    void aNewDefinitionIsANewVersionAndOlderFilesKeepTheirs() {
        shop.define("sku,cost");
        PriceFileId first = shop.send("sku,cost\nS-CUP,9\n");

        assertThat(shop.define(new PriceListDefinition("USD", "EAST", PriceShop.mapping("sku,cost"))))
                .isEqualTo(2);

        assertThat(shop.file(first).file().version()).isEqualTo(1);
        assertThat(shop.baton.bean(PriceListLookup.class).lists(shop.merchant, "", 10))
                .extracting(PriceListView::version)
                .containsExactly(2);
        PriceFileId second = shop.read("sku,cost\nS-POT,9\n");
        assertThat(shop.state(second)).isEqualTo(State.APPLIED);
        assertThat(shop.items())
                .extracting(item -> item.supplierSku() + " " + item.shipFrom() + " "
                        + item.cost().currency())
                .containsExactlyInAnyOrder("S-CUP MAIN EUR", "S-POT EAST USD");
    }

    @Test
    void aListOutOfUseTakesNoFilesUntilItIsDefinedAgain() {
        shop.define("sku,cost");
        DefinePriceList define = shop.baton.bean(DefinePriceList.class);
        define.retire(shop.merchant, PriceShop.LIST);

        refusedWith(PriceListProblem.PRICE_LIST_UNKNOWN, () -> shop.send("sku,cost\n"));
        refusedWith(PriceListProblem.PRICE_LIST_UNKNOWN, () -> define.retire(shop.merchant, PriceShop.LIST));
        shop.define("sku,cost");
        assertThat(shop.read("sku,cost\nA,1\n")).isNotNull();
    }

    @Test
    void refusesADefinitionThatCannotBeAndFilesThatAreNotThere() {
        PriceMapping good = PriceShop.mapping("sku,cost");
        DefinePriceList define = shop.baton.bean(DefinePriceList.class);
        PriceListDefinition usual = new PriceListDefinition(null, null, good);
        shop.define("sku,cost");

        assertField("code", () -> define.define(shop.merchant, shop.supplier, "no spaces", usual, null));
        assertField("currency", () -> shop.define(new PriceListDefinition("EURO", null, good)));
        assertField("shipFrom", () -> shop.define(new PriceListDefinition(null, " ", good)));
        assertField(
                "source.kind",
                () -> shop.define(new PriceListDefinition(null, null, good, new FetchPlan(FileSource.REST, 1_440))));
        assertField("mapping.headerRow", () -> shop.define(new PriceListDefinition(null, null, headerRow(-1))));
        assertField(
                "code",
                () -> define.define(
                        shop.merchant, shop.shop.supplier("BOLT", Netting.GROSS, 1), PriceShop.LIST, usual, null));
        PriceFileId none = new PriceFileId(UUID.randomUUID());
        refusedWith(PriceListProblem.PRICE_FILE_UNKNOWN, () -> shop.send(new byte[] {65}, false, none));
        refusedWith(PriceListProblem.PRICE_FILE_UNKNOWN, () -> shop.errors(none));
        refusedWith(
                PriceListProblem.PRICE_FILE_UNKNOWN,
                () -> shop.baton.bean(DecidePriceFile.class).accept(shop.merchant, none));
    }

    private static PriceMapping headerRow(int row) {
        return new PriceMapping(
                "sku", "cost", null, null, null, null, null, null, null, null, null, null, null, null, row, null);
    }

    private static void assertField(String field, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo(field));
    }

    private static void refusedWith(ProblemCode code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
