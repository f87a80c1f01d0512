package dev.baton.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tenancy;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.testing.TestShop;
import dev.baton.tracking.JudgeLost;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.ScanCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The console in a real browser: the way in, the keyboard, and every page in both widths and themes. */
class ConsoleInABrowserTest extends ConsoleInABrowser {

    @Test
    void theFirstOwnerJoinsSignsInInvitesAndGoesOut() {
        String token = shop.baton.bean(JoinMerchant.class).inviteOwner(shop.merchant, "first-" + shop.owner);
        try (BrowserContext context = context(DESK, ColorScheme.LIGHT)) {
            Page page = open(context, "/welcome/" + token);
            page.locator("[name=password]").fill(ConsoleShop.PASSWORD);
            page.locator("#welcome button").click();
            assertThat(page.locator("[role=status]")).containsText("You have joined");

            page.locator("[name=email]").fill("first-" + shop.owner);
            page.locator("[name=password]").fill("wrong horse battery");
            page.locator("#sign-in button").click();
            assertThat(page.locator("[role=alert]")).containsText("do not belong together");
            page.locator("[name=password]").fill(ConsoleShop.PASSWORD);
            page.locator("#sign-in button").click();
            assertThat(page.locator("h1")).hasText("Today");

            page.locator("a:has-text('People')").click();
            page.locator("#invite [name=email]").fill("ben-" + shop.owner);
            page.locator("#invite button").click();
            assertThat(page.locator("#invitation-link")).containsText("/welcome/");
            assertThat(page.locator("[data-invited]")).hasCount(1);

            page.locator("text=Sign out").click();
            assertThat(page.locator("h1")).hasText("Sign in");
            page.navigate(url("/console"));
            assertThat(page.locator("h1")).hasText("Sign in");
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void theKeyboardGoesEverywhere() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        shop.shop.place("1", customer("Ada Muster"), TestShop.BERLIN, "LAMP×1");
        shop.shop.place("2", customer("Ben Muster"), TestShop.BERLIN, "LAMP×2");
        try (BrowserContext context = signedIn(DESK, ColorScheme.LIGHT)) {
            Page page = open(context, "/console");
            page.keyboard().press("g");
            page.keyboard().press("o");
            assertThat(page.locator("h1")).hasText("Orders");
            page.keyboard().press("j");
            assertThat(page.locator("a[data-open]:focus")).hasText("#2");
            page.keyboard().press("j");
            assertThat(page.locator("a[data-open]:focus")).hasText("#1");
            page.keyboard().press("k");
            assertThat(page.locator("a[data-open]:focus")).hasText("#2");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Order #2");
            page.keyboard().press("/");
            page.keyboard().type("1");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Order #1");
            page.locator("h1").click();
            page.keyboard().press("?");
            assertThat(page.locator("dialog#keys")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog#keys")).isHidden();

            page.navigate(url("/console/style"));
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("[data-select]:checked")).hasCount(1);
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void everyPageIsSoundWithNothingOnIt() {
        look("empty-today", "/console");
        look("empty-orders", "/console/orders");
        look("empty-holds", "/console/exceptions?of=hold");
        look("empty-tasks", "/console/exceptions?of=task");
        look("empty-stock", "/console/stock");
        look("empty-backorders", "/console/backorders");
        look("empty-purchase-orders", "/console/purchase-orders");
        look("empty-parcels", "/console/parcels");
        look("unasked-suppliers", "/console/suppliers");
        look("unasked-supplier", "/console/suppliers/" + shop.acme.value());
        look("stores", "/console/stores");
        look("empty-store-variants", "/console/stores/variants");
        look("unfound", "/console/orders?q=nothing");
        look("trouble", "/console/purchase-orders?day=yesterday");
    }

    @Test
    void everyPageIsSoundWithAFewOfEverything() {
        SalesOrderId order = fill();
        shop.colleague(Role.SUPPORT);
        String open = shop.baton
                .bean(dev.baton.merchants.People.class)
                .invite(shop.merchant, "somebody-with-a-very-long-address-" + shop.owner, Role.VIEWER);
        look("today", "/console");
        look("orders", "/console/orders");
        look("order", "/console/orders/" + order.value());
        look("orders-narrowed", "/console/orders?hold=any&payment=paid");
        look("holds", "/console/exceptions?of=hold");
        look("tasks", "/console/exceptions?of=task");
        look("stock", "/console/stock");
        look("stock-why", "/console/stock/why?sku=LAMP");
        look("stock-then", "/console/stock/why?sku=LAMP&at=2020-01-01T09:30");
        look("backorders", "/console/backorders");
        look("backorder", "/console/backorders/line?sku=SHADE&rehearse=yes");
        look("purchase-orders", "/console/purchase-orders");
        look(
                "purchase-order",
                "/console/purchase-orders/"
                        + shop.shop.purchaseOrders(order).getFirst().id().value());
        look("parcels", "/console/parcels");
        look("parcels-lost", "/console/parcels?state=lost");
        look("parcel", link("/console/parcels", "[data-row] th a"));
        look("suppliers", "/console/suppliers");
        shop.contacts();
        look("supplier", "/console/suppliers/" + shop.acme.value());
        look("supplier-new", "/console/suppliers/new");
        look("store", link("/console/stores", "[data-row] th a"));
        look("store-mails", link("/console/stores", "[data-row] th a") + "/mails");
        look("people", "/console/people");
        look("account", "/console/account");
        look("merchants", "/console/merchants");
        look("style", "/console/style");
        look("unknown", "/console/nothing");
        look("welcome", "/welcome/" + open);
        look("welcome-gone", "/welcome/nothing");
    }

    @Test
    void whatIsLateIsLoudOnEveryPageThatShowsIt() {
        shop.shop.goods("VASE", "Vase", shop.acme);
        shop.endpoint.answers(422, "unknown sku");
        SalesOrderId order = shop.shop.place(
                "late", new CustomerFacts("Ada Muster", "ada@customer.example", null, "en"), TestShop.BERLIN, "VASE×2");
        shop.baton.clock().advance(Duration.ofMinutes(20));
        look("late-today", "/console");
        look("late-purchase-orders", "/console/purchase-orders?sending=late");
        look(
                "late-purchase-order",
                "/console/purchase-orders/"
                        + shop.shop.purchaseOrders(order).getFirst().id().value());
        look("late-order", "/console/orders/" + order.value());
    }

    private String link(String path, String selector) {
        return shop.asOwner().page(path).select(selector).attr("href");
    }

    @Test
    void manyRowsAreChosenShownDoneAndUndone() {
        shop.heldOrders(3);
        for (int width : new int[] {PHONE, DESK}) {
            ColorScheme colours = width == DESK ? ColorScheme.LIGHT : ColorScheme.DARK;
            try (BrowserContext context = signedIn(width, colours)) {
                Page page = open(context, "/console/orders");
                assertThat(page.locator("[data-bulk]")).isHidden();
                page.locator("[data-row] a[data-open]").first().focus();
                page.keyboard().press("x");
                assertThat(page.locator("[data-bulk]")).isVisible();
                assertThat(page.locator("[data-selected]")).hasText("1");
                if (width == DESK) {
                    page.locator("[data-select-all]").click();
                } else {
                    page.locator("[data-select]").nth(1).click();
                    page.locator("[data-select]").nth(2).click();
                }
                assertThat(page.locator("[data-selected]")).hasText("3");
                picture(page, "chosen", width, colours);
                page.locator("[data-bulk] button:has-text('Stop')").click();
                assertThat(page.locator("h1")).hasText("Stop 3 orders?");
                picture(page, "preview", width, colours);
                page.locator("[name=reason]").fill("the warehouse counts its stock");
                page.locator("#preview .button--main").click();
                assertThat(page.locator("[data-notice]")).containsText("3 orders are stopped.");
                picture(page, "done", width, colours);
                page.locator("[data-undo]").click();
                assertThat(page.locator("[data-notice]")).hasText("3 undone.");
                for (String menu : new String[] {"Filter", "Columns", "Views", "Export"}) {
                    page.locator("summary:text-is('" + menu + "')").click();
                    picture(page, "menu-" + menu.toLowerCase(java.util.Locale.ROOT), width, colours);
                }
                page.keyboard().press("Escape");
                assertThat(page.locator("details[open]")).hasCount(0);
                assertThat(troubles).isEmpty();
            }
        }
    }

    @Test
    void everyRowThatMatchesIsDoneWithoutLosingThePage() {
        shop.heldOrders(60);
        for (int width : new int[] {PHONE, DESK}) {
            ColorScheme colours = width == DESK ? ColorScheme.LIGHT : ColorScheme.DARK;
            try (BrowserContext context = signedIn(width, colours)) {
                Page page = open(context, "/console/orders");
                page.locator("[data-select]").first().click();
                page.locator("[data-all]").click();
                assertThat(page.locator("[data-selected]")).hasText("50");
                page.locator("[data-select]").nth(1).click();
                assertThat(page.locator("[data-all]")).not().isChecked();
                page.locator("[data-all]").click();
                picture(page, "all-chosen", width, colours);
                page.locator("[data-bulk] button:has-text('Stop')").click();
                assertThat(page.locator("h1")).hasText("Stop 60 orders?");
                picture(page, "all-preview", width, colours);
                page.locator("[name=reason]").fill("the warehouse counts its stock");
                page.locator("#go .button--main").click();
                // nobody reloads: the page asks how far it is, and reads itself anew at the end
                assertThat(page.locator("h1")).hasText("60 orders are stopped");
                picture(page, "all-done", width, colours);
                page.locator("[data-undo]").click();
                assertThat(page.locator("h1")).hasText("60 rows undone");
                assertThat(page.locator("[data-undo]")).hasCount(0);
                assertThat(troubles).isEmpty();
            }
        }
    }

    @Test
    void theSignInPageIsSound() {
        lookAsAStranger("sign-in", "/console/sign-in");
    }

    private SalesOrderId fill() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        SalesOrderId order = shop.shop.place(
                "1001",
                new CustomerFacts("ليلى مثال", "layla@customer.example", "+97141234567", "ar"),
                TestShop.BERLIN,
                "LAMP|Handmade desk lamp with a very long name, 60 characters now×3");
        shop.shop.place("1002", customer("Ada Muster"), null, "LAMP×1");
        shop.shop.place("1003", customer("Somebody With A Really Remarkably Long Name"), TestShop.BERLIN, "NOTHING×2");
        shop.shop.place("1004", customer("Ben Muster"), TestShop.BERLIN, "LAMP×4");
        shop.shop.goods("SHADE", "Lampshade of hand-blown glass, sixty characters in its name", shop.acme);
        shop.shop.place("1005", customer("Carla Muster"), TestShop.BERLIN, "SHADE×1001");
        shop.tasks("purchasing.unanswered", 3);
        shop.tasks("trading.stuck", 1);
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(order).stream().allMatch(each -> each.sentAt() != null));
        shop.shop.ship(order, "UPS", "1Z999AA10123456784", 2);
        shop.shop.scan("1Z999AA10123456784", ScanCode.IN_TRANSIT, 0, "Departed facility", "Köln, DE");
        shop.baton.bean(JudgeLost.class).lose(shop.merchant, shop.shop.ship(order, CODED), Because.SILENCE, null);
        asked();
        return order;
    }

    /** As if customers had been asked about every hold there is, the first of them a day ago. */
    private void asked() {
        shop.baton
                .bean(Tenancy.class)
                .run(
                        shop.merchant,
                        () -> shop.baton
                                .bean(JdbcClient.class)
                                .sql("""
                                        insert into customer_question (merchant_id, hold_id, sales_order_id, repeats, asked_at,
                                                                       asked_by_kind, asked_by, answer_by)
                                        select merchant_id, hold_id, sales_order_id, '#1000', opened_at - interval '2 days', 'person', 'ada',
                                               opened_at + (row_number() over (order by hold_id) - 1.5) * interval '1 day'
                                        from hold where merchant_id = :merchant
                                        """)
                                .param("merchant", shop.merchant.value())
                                .update());
    }

    private static final NewPackage CODED =
            new NewPackage("DHL", "00340434161094042557", 750, "106141412345678908", List.of(new PackageLine(1, 1)));

    private static CustomerFacts customer(String name) {
        return new CustomerFacts(name, "people@customer.example", null, "en");
    }
}
