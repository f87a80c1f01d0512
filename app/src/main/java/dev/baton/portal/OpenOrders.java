package dev.baton.portal;

import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import dev.baton.portal.DoorPages.Orders;
import dev.baton.portal.DoorPages.Row;
import dev.baton.portal.DoorPages.TableTold;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a supplier's open orders on a page, each with a link of its own. Reads only. */
@Component
class OpenOrders {

    private static final int MOST = 200;
    private static final int MOST_LINES = 3;

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final SupplierLookup suppliers;
    private final PurchaseOrderLookup purchaseOrders;
    private final PurchaseOrderLinks links;
    private final Assets assets;
    private final Pages pages;

    OpenOrders(
            Tenancy tenancy,
            MerchantLookup merchants,
            SupplierLookup suppliers,
            PurchaseOrderLookup purchaseOrders,
            PurchaseOrderLinks links,
            Assets assets,
            Pages pages) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.links = links;
        this.assets = assets;
        this.pages = pages;
    }

    /** In which words these suppliers are addressed. */
    Words words(MerchantId merchant, List<SupplierId> whose, Words browser) {
        return tenancy.inTransaction(
                merchant,
                () -> suppliers.terms(merchant, whose).values().stream()
                        .reduce(browser, (words, supplier) -> words(supplier, browser), (first, second) -> second));
    }

    private static Words words(SupplierTerms supplier, Words browser) {
        return Words.of(List.of(supplier.language(), browser.language()));
    }

    /** The page; {@code told} is what became of a table that was just sent, null = none was. */
    String html(MerchantId merchant, List<SupplierId> whose, Words browser, @Nullable TableTold told) {
        return tenancy.inTransaction(merchant, () -> {
            List<Row> rows = new ArrayList<>();
            Words words = browser;
            for (SupplierTerms supplier : suppliers.terms(merchant, whose).values()) {
                words = words(supplier, browser);
                for (PurchaseOrderView order :
                        purchaseOrders.pageOfSupplier(merchant, supplier.id(), true, null, MOST)) {
                    rows.add(row(merchant, supplier, order, words));
                }
            }
            String title = words.say("orders.title");
            return pages.render(
                    "portal/orders.jte",
                    new Orders(
                            assets.shell(words.language(), title),
                            words,
                            merchants.settings(merchant).name(),
                            TableDoor.path(merchant),
                            told,
                            rows));
        });
    }

    private Row row(MerchantId merchant, SupplierTerms supplier, PurchaseOrderView order, Words words) {
        return new Row(
                links.make(merchant, order.id(), PurchaseOrderLinks.ALL).path(),
                order.number(),
                supplier.name(),
                words.say("state." + order.status().name().toLowerCase(Locale.ROOT)),
                ShowOrder.mood(order.status()),
                order.answeredAt() != null || order.respondBy() == null
                        ? null
                        : words.at(order.respondBy(), supplier.zone()),
                goods(order, words));
    }

    /** The first lines that are still owed, and how many more there are. */
    private static List<String> goods(PurchaseOrderView order, Words words) {
        List<PurchaseOrderLine> owed = order.lines().stream()
                .filter(line -> !line.withdrawn() && line.units().owed() > 0)
                .toList();
        List<String> goods = new ArrayList<>(owed.stream()
                .limit(MOST_LINES)
                .map(line -> line.units().owed() + " × " + line.title())
                .toList());
        if (owed.size() > MOST_LINES) {
            goods.add(words.say("orders.more", owed.size() - MOST_LINES));
        }
        return goods;
    }
}
