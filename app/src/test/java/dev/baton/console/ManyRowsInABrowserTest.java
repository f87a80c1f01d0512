package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every list with ten thousand rows stays small and turns its pages; at every width a desk and a phone have nothing is cut. */
class ManyRowsInABrowserTest extends ConsoleInABrowser {

    private static final int MANY = 10_000;
    private static final int HEAVIEST_BYTES = 150_000;
    private static final int PAGES_TURNED = 3;

    /** A phone's, and between what the narrow and the wide form of a list are made for. */
    private static final List<Integer> WIDTHS = List.of(1200, 1280, 1366, 1440, PHONE);

    /** Of these there are ten thousand; the others have a few at anybody's. */
    private static final Set<String> LONG = Set.of(
            "orders",
            "exceptions",
            "purchase-orders",
            "parcels",
            "products",
            "stock",
            "variants",
            "supplier-items",
            "stock-alerts",
            "backorders",
            "store-variants",
            "store-drift");

    @BeforeEach
    void tenThousandOfEverything() throws SQLException {
        SuppliersFiles files = new SuppliersFiles(shop);
        files.offers();
        files.feed();
        files.priceList();
        shop.supplier("DEARER");
        shop.shop.goods("LAMP", "Desk lamp with three joints, brass, and a foot of solid marble", shop.acme);
        CustomerFacts ada = new CustomerFacts("عبد الرحمن بن عبد الله الحسيني", "ada@customer.example", null, "ar");
        SalesOrderId sent = shop.shop.place("S1", ada, TestShop.BERLIN, "LAMP×2");
        shop.shop.place("W1", ada, TestShop.BERLIN, "LAMP×1001");
        shop.shop.place("A1", ada, null, "LAMP×1");
        shop.tasks("purchasing.unanswered", 1);
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(sent).stream().allMatch(each -> each.sentAt() != null));
        shop.shop.ship(sent, "UPS", "1Z999AA10123456784", 1);
        try (Connection superuser = shop.baton.database().connectAsSuperuser()) {
            Copies.make(superuser, shop.merchant, MANY);
            LongLists.fill(superuser, shop, MANY);
        }
    }

    @Test
    void everyListStaysSmallTurnsItsPagesAndFitsEveryDesk() {
        Staffer ada = shop.asOwner();
        List<Listing<?>> all = shop.baton.bean(Lists.class).all();
        List<String> few = new ArrayList<>();

        for (Listing<?> list : all) {
            String next = list.called().path();
            int rows = 0;
            for (int page = 0; page < PAGES_TURNED && !next.isEmpty(); page++) {
                String body = ada.get(next).body();
                assertThat(body.getBytes(StandardCharsets.UTF_8).length)
                        .as(next)
                        .isLessThan(HEAVIEST_BYTES);
                Document shown = Jsoup.parse(body);
                assertThat(shown.select("[data-trouble]")).as(next).isEmpty();
                rows += shown.select("[data-row]").size();
                next = shown.select("[data-next]").attr("href");
            }
            if (rows < PAGES_TURNED * 50) {
                few.add(list.called().name());
            }
        }

        List<String> unfits = new ArrayList<>();
        assertThat(few).doesNotContainAnyElementsOf(LONG);
        for (Listing<?> list : all) {
            String name = "many-" + list.called().name();
            Page page = show(name, list.called().path());
            for (int width : WIDTHS) {
                inspected(page, name, width, ColorScheme.LIGHT).ifPresent(unfits::add);
            }
            // what fits in one theme fits in the other: of the dark ones the narrowest is looked at
            inspected(page, name, WIDTHS.getFirst(), ColorScheme.DARK).ifPresent(unfits::add);
        }
        assertThat(unfits).isEmpty();
    }

    private Optional<String> inspected(Page page, String name, int width, ColorScheme colours) {
        try {
            inspect(page, name, width, colours);
            return Optional.empty();
        } catch (AssertionError unfit) {
            return Optional.of(name + " at " + width + ": " + unfit.getMessage());
        }
    }
}
