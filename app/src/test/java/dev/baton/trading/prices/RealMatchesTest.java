package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.Match;
import dev.baton.catalog.MatchItems;
import dev.baton.catalog.MatchItems.ItemMatch;
import dev.baton.catalog.SkuDefinition;
import dev.baton.catalog.SuggestMatches;
import dev.baton.catalog.SuggestMatches.Wanted;
import dev.baton.catalog.SupplierItem;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Real catalogues whose suppliers' codes say nothing: what is suggested by title alone. A supplier writes more than the
 * merchant, and in another order.
 */
class RealMatchesTest {

    private static final int MANY = 10_000;
    private static final int AT_ONCE = 5_000;

    private final RealShop real = new RealShop();
    private final SupplierId supplier = real.shop.supplier("OTHERS", Netting.GROSS, 500);

    @BeforeEach
    void onlyWhereTheFilesAre() {
        assumeTrue(RealTable.areThere(), "real catalogues are absent");
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private void products(List<SkuDefinition> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            real.baton
                    .bean(DefineSkus.class)
                    .define(real.merchant, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    /** The items of a price list with those titles, by number; nothing of them is an offer. */
    private List<SupplierItem> listed(List<String> titles) throws IOException {
        StringBuilder file = new StringBuilder("item\tname\tcost\n");
        for (int i = 0; i < titles.size(); i++) {
            file.append("OT").append(i).append('\t').append(titles.get(i)).append("\t1.00\n");
        }
        PriceListLookup.FileView view = real.prices(
                supplier,
                "others",
                RealShop.mapping("item", "cost", "name", null),
                file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(view.run().counts().unmatched()).isEqualTo(titles.size());
        List<SupplierItem> items = real.items(supplier);
        assertThat(items).hasSize(titles.size());
        assertThat(items).allSatisfy(item -> assertThat(item.listed()).isNotNull());
        return items;
    }

    private Map<SupplierItem, List<Match>> suggested(List<SupplierItem> items) {
        Map<SupplierItem, List<Match>> matches = new LinkedHashMap<>();
        for (int from = 0; from < items.size(); from += SuggestMatches.MOST) {
            List<SupplierItem> some = items.subList(from, Math.min(items.size(), from + SuggestMatches.MOST));
            List<List<Match>> found = real.baton.in(
                    real.merchant,
                    () -> real.baton
                            .bean(SuggestMatches.class)
                            .suggest(
                                    real.merchant,
                                    some.stream()
                                            .map(item -> new Wanted(item.supplierSku(), item.gtin(), item.title()))
                                            .toList()));
            for (int i = 0; i < some.size(); i++) {
                matches.put(some.get(i), found.get(i));
            }
        }
        return matches;
    }

    @Test
    void everyProductOfNorthwindIsFoundByItsTitleAndConfirmed() throws IOException {
        List<Map<String, String>> rows =
                RealTable.read("northwind/Products.csv").rows();
        products(rows.stream()
                .map(row ->
                        new SkuDefinition("P" + cell(row, "ProductID"), cell(row, "ProductName"), 100, true, List.of()))
                .toList());
        List<SupplierItem> items = listed(rows.stream()
                .map(row -> cell(row, "ProductName") + ", " + cell(row, "QuantityPerUnit"))
                .toList());

        List<ItemMatch> confirmed = new ArrayList<>();
        suggested(items).forEach((item, matches) -> {
            int number = Integer.parseInt(item.supplierSku().substring(2));
            assertThat(matches).as(item.title()).isNotEmpty();
            assertThat(matches.getFirst().code()).as(item.title()).isEqualTo("P" + cell(rows.get(number), "ProductID"));
            assertThat(matches.getFirst().sure()).as("a person says so").isFalse();
            confirmed.add(new ItemMatch(item.id(), matches.getFirst().code()));
        });
        real.baton.bean(MatchItems.class).match(real.merchant, confirmed);

        assertThat(real.items(supplier)).isEmpty();
        assertThat(real.number("select count(*) from offer")).isEqualTo(rows.size());
        assertThat(real.number("select count(*) from offer_cost where source = 'PRICE_LIST' and run_id is not null"))
                .as("each cost says its row")
                .isEqualTo(rows.size());
    }

    /** Titles of a category, a size and a weight, so that nearly every word stands in hundreds of them. */
    @Test
    void tenThousandItemsFindTheirsAmongTenThousandProducts() throws IOException {
        List<Map<String, String>> rows = RealTable.read("olist/olist_products_dataset.csv").rows().stream()
                .filter(row -> !cell(row, "product_weight_g").isEmpty()
                        && !cell(row, "product_category_name").isEmpty())
                .limit(MANY)
                .toList();
        List<SkuDefinition> products = rows.stream()
                .map(row -> new SkuDefinition(cell(row, "product_id"), title(row), 100, true, List.of()))
                .toList();
        products(products);
        List<SupplierItem> items = listed(rows.stream()
                .map(row ->
                        "Produto " + cell(row, "product_weight_g") + " g, " + size(row) + " cm (" + category(row) + ")")
                .toList());

        int right = 0;
        for (Map.Entry<SupplierItem, List<Match>> each : suggested(items).entrySet()) {
            int number = Integer.parseInt(each.getKey().supplierSku().substring(2));
            String wanted = products.get(number).title();
            right += !each.getValue().isEmpty()
                            && each.getValue().getFirst().title().equals(wanted)
                    ? 1
                    : 0;
        }
        assertThat(right).as("found by title alone, of " + MANY).isGreaterThan(MANY * 95 / 100);
    }

    private static String category(Map<String, String> row) {
        return cell(row, "product_category_name").replace('_', ' ');
    }

    private static String size(Map<String, String> row) {
        return cell(row, "product_length_cm") + " x " + cell(row, "product_width_cm") + " x "
                + cell(row, "product_height_cm");
    }

    private static String title(Map<String, String> row) {
        return category(row) + " " + size(row) + " cm, " + cell(row, "product_weight_g") + " g";
    }
}
