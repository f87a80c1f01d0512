package dev.baton.console;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** How the pages look on which what stores sell and suppliers list becomes known; what they do is CatalogScreensTest. */
class CatalogInABrowserTest extends ConsoleInABrowser {

    private static final String LONG = "Handmade desk lamp with a very long name, 60 characters now";
    private static final int MANY = 60;

    private final CatalogShop catalog = new CatalogShop(shop);

    @Test
    void listsOfWhatIsNotKnownAreSound() {
        look("variants-none", "/console/products/variants");
        look("items-none", "/console/products/items");
        catalog.product("LAMP", LONG, "4006381333931");
        catalog.sells("0", "long lamp, as the store has it", LONG + " in brass", null);
        catalog.lists("AC-4711", "Desk lamp, handmade, with a very long name", "4006381333931");
        look("variants-one", "/console/products/variants?state=unmatched");
        look("items-one", "/console/products/items");
        String[] colours = {"red", "green", "blue", "white"};
        for (int i = 0; i < MANY; i++) {
            String title = "Cotton shirt " + colours[i % 4] + " size " + (36 + i / 4);
            catalog.product("SHIRT-" + i, title, null);
            catalog.sells("s" + i, i % 7 == 0 ? null : "shop-" + i, title.replace("Cotton", "Cotton summer"), null);
            catalog.lists("T" + i, title + ", pack of six", null);
        }
        look("variants-many", "/console/products/variants");
        look("items-many", "/console/products/items");
        look("products-unoffered", "/console/products?offers=none");
    }

    @Test
    void thePageOfAMappingIsSound() {
        shop.shop.goods("LAMP", LONG, shop.acme);
        shop.shop.goods("BULB-E27", "Bulb E27", shop.acme);
        catalog.sells("1", "SIX-BULBS", "Six bulbs and a lamp", null);
        new HeldOrder(shop, "1001").of("SIX-BULBS").comesIn();
        String mapping = "/console/products/mapping?store=main&store-sku=SIX-BULBS";
        look("mapping-new", "/console/products/mapping?sku-1=LAMP&quantity-1=1");
        look("mapping-open", mapping);
        String stated = mapping + "&sku-1=LAMP&quantity-1=1&sku-2=BULB-E27&quantity-2=6";
        look("mapping-preview", stated + "&see=yes");
        look("mapping-wrong", mapping + "&sku-1=NOWHERE&quantity-1=1&see=yes");
        Staffer ada = shop.asOwner();
        ada.send(ada.page(stated + "&see=yes"), "[data-preview] form", java.util.Map.of());
        String british = mapping + "&country=GB&sku-1=LAMP&quantity-1=2&see=yes";
        ada.send(ada.page(british), "[data-preview] form", java.util.Map.of());
        look("mapping-mapped", mapping);
        look("mapping-more", mapping + "&more=yes&sku-1=LAMP&quantity-1=1");
        look("mapping-remove", mapping + "&country=GB&remove=yes");
        look("product-mapped", "/console/products/sku?code=LAMP");
    }

    @Test
    void thePagesOfAnItemAndOfABundleAreSound() {
        catalog.product("LAMP", LONG, "4006381333931");
        catalog.lists("AC-4711", "Desk lamp, handmade, with a very long name", "4006381333931");
        catalog.lists("AC-4712", "Coffee grinder", null);
        String item = "/console/products/items/one?item=";
        look("item", item + catalog.item("AC-4711"));
        look("item-preview", item + catalog.item("AC-4711") + "&sku=LAMP");
        look("item-nothing", item + catalog.item("AC-4712"));
        look("item-wrong", item + catalog.item("AC-4712") + "&sku=NOWHERE");
        look("bundle-new", "/console/products/bundle");
        String bundle = "/console/products/bundle?code=SET-1&title=Two+lamps&sku-1=LAMP&quantity-1=2&see=yes";
        look("bundle-preview", bundle);
        Staffer ada = shop.asOwner();
        ada.send(ada.page(bundle), "[data-preview] form", java.util.Map.of());
        look("bundle", "/console/products/bundle?code=SET-1");
        look("product-bundle", "/console/products/sku?code=SET-1");
        ada.send(ada.page(item + catalog.item("AC-4711") + "&sku=LAMP"), "[data-preview] form", java.util.Map.of());
        look("product-offer", "/console/products/sku?code=LAMP");
    }

    @Test
    void theFormOfAnOfferIsSoundAndWorksByKeyboard() {
        catalog.product("LAMP", LONG, "4006381333931");
        String fresh = "/console/products/offer?sku=LAMP&supplier=" + shop.acme.value();
        look("offer-new", "/console/products/offer?sku=LAMP");
        Page wrong = typed(
                fresh,
                "supplierSku",
                "A-1",
                "cost",
                "12.50 EUR",
                "from-1",
                "1",
                "from-2",
                "50",
                "cost-2",
                "99",
                "countries",
                "XX");
        wrong.locator("#cost-wrong").waitFor();
        inEveryWidthAndTheme(wrong, "offer-wrong");
        Page free = confirmed("offer-preview", fresh, "supplierSku", "A-1", "cost", "0", "countries", "DE AT");
        inEveryWidthAndTheme(free, "offer-product");
        String path = free.locator("[data-change]").getAttribute("href");
        look("offer-no-breaks", path);
        String[] breaks = new String[22];
        breaks[20] = "cost";
        breaks[21] = "12.50";
        for (int i = 0; i < 10; i++) {
            breaks[2 * i] = "from-" + (i + 1);
            breaks[2 * i + 1] = String.valueOf((i + 1) * 10);
        }
        Page half = typed(path, breaks);
        half.locator("#cost-10-wrong").waitFor();
        inEveryWidthAndTheme(half, "offer-half-breaks");
        confirmed("offer-jump", path, "cost", "12.50", "from-1", "10", "cost-1", "11.50");
        look("offer-one-break", path);
        Page many = show("offer-many", path);
        many.locator("summary:has-text('More lines')").press("Enter");
        for (int i = 1; i <= 10; i++) {
            many.locator("#from-" + i).fill(String.valueOf(i * 10));
            many.locator("#cost-" + i).fill("11." + (50 - i));
        }
        many.locator("#cost-10").press("Enter");
        many.locator("[data-notice]").waitFor();
        look("offer-many-breaks", path);
        look("offer-supplier", "/console/suppliers/" + shop.acme.value());
        look("offer-end-wrong", path + "&end=yes&until=2001-01-01");
        look("offer-end", path + "&end=yes&why=too+slow");
        Page end = show("offer-end-pressed", path + "&end=yes");
        end.locator("[data-preview] button").press("Enter");
        end.locator("[data-notice]").waitFor();
        inEveryWidthAndTheme(end, "offer-ended-product");
        look("offer-ended", path);
    }

    /** The form with that typed into its fields, and sent from the last of them by the keyboard. */
    private Page typed(String path, String... fields) {
        Page page = show("offer-form", path);
        for (int i = 0; i < fields.length; i += 2) {
            if (!page.locator("#" + fields[i]).isVisible()) {
                page.locator("summary:has-text('More lines')").press("Enter");
            }
            page.locator("#" + fields[i]).fill(fields[i + 1]);
        }
        page.locator("#" + fields[fields.length - 2]).press("Enter");
        return page;
    }

    /** The same after a look at what it does; the page that says it is done. */
    private Page confirmed(String name, String path, String... fields) {
        Page seen = typed(path, fields);
        seen.locator("[data-preview]").waitFor();
        inEveryWidthAndTheme(seen, name);
        // axe leaves marks on what it looked at
        Page page = typed(path, fields);
        page.locator("[data-preview] button").press("Enter");
        page.locator("[data-notice]").waitFor();
        return page;
    }
}
