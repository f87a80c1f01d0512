package dev.baton.console;

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
}
