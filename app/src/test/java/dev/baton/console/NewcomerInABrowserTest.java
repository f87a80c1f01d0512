package dev.baton.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.baton.RunningBaton;
import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.MerchantId;
import dev.baton.testing.Chromium;
import dev.baton.testing.Repository;
import dev.baton.world.mail.Letter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * From the one-time link to the first shipped order, with nothing but the console, a store, and a supplier's mailbox:
 * only what a newcomer would type is typed. The store's own address is the one thing a test has to say besides.
 */
class NewcomerInABrowserTest {

    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/console");
    private static final Pattern LINK = Pattern.compile("https://baton\\.example(/t/[A-Za-z0-9_.-]+)");

    @Test
    void setsUpAndShipsTheFirstOrder() {
        try (NewcomersWorld world = new NewcomersWorld();
                RunningBaton baton = RunningBaton.atRate(Clock.systemUTC().instant(), 1, world.mail);
                Chromium chromium = Chromium.start();
                BrowserContext desk = context(chromium, 1440);
                BrowserContext phone = context(chromium, 390)) {
            world.lookAt(baton.baseUrl());
            MerchantId merchant = baton.newMerchant();
            String token = baton.bean(JoinMerchant.class).inviteOwner(merchant, world.owner());
            Page page = desk.newPage();
            signIn(page, baton, world, token);

            business(page);
            mail(page, world);
            store(page, world);
            supplier(page, world);
            offers(page);
            firstOrder(page, baton, world);
            goLive(page);
            ship(phone.newPage(), baton, world);

            until(page, () -> world.fulfilled() == 2);
            page.navigate(url(baton, "/console/orders"));
            assertThat(page.locator("[data-row]")).hasCount(1);
            page.locator("a[data-open]").first().click();
            assertThat(page.locator(".axes")).containsText("Shipped");
            picture(page, "newcomer-order");
            page.navigate(url(baton, "/console"));
            assertThat(page.locator("[data-setup]")).hasCount(0);
        }
    }

    private static void signIn(Page page, RunningBaton baton, NewcomersWorld world, String token) {
        page.navigate(url(baton, "/welcome/" + token));
        page.locator("[name=password]").fill(ConsoleShop.PASSWORD);
        page.locator("#welcome button").click();
        page.locator("[name=email]").fill(world.owner());
        page.locator("[name=password]").fill(ConsoleShop.PASSWORD);
        page.locator("#sign-in button").click();
        assertThat(page.locator("h1")).hasText("Today");
        picture(page, "newcomer-today");
        page.locator("[data-setup] a").click();
        assertThat(page.locator("h1")).hasText("Set-up");
    }

    private static void business(Page page) {
        page.locator("#business-form [name=name]").fill("Hollow Oak");
        page.locator("#business-form button").click();
        assertThat(step(page, "business")).hasAttribute("data-state", "DONE");
    }

    private static void mail(Page page, NewcomersWorld world) {
        page.locator("#mail-form button").click();
        done(page, "mail");
        assertThat(world.box(world.owner()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains("Mail arrives", "Hollow Oak"));
        picture(page, "newcomer-mail");
    }

    private static void store(Page page, NewcomersWorld world) {
        open(page, "store");
        page.locator("#shopDomain").fill("acme");
        page.locator("#token").fill(NewcomersWorld.TOKEN);
        page.locator("#secret").fill(NewcomersWorld.SECRET);
        page.locator("#store-form summary").click();
        page.locator("#apiBaseUrl").fill(world.apiAddress());
        page.locator("#store-form button").click();
        done(page, "store");
        assertThat(page.locator("[data-store=acme]")).containsText("Every scope is granted");
        assertThat(page.locator("[data-store=acme]")).containsText("10 webhooks lead here");
        picture(page, "newcomer-store");
        until(page, () -> {
            page.navigate(page.url().replaceAll("\\?.*", "") + "?step=products");
            return page.locator("[data-adopt] button").count() == 1;
        });
        page.locator("[data-adopt] button").click();
        done(page, "products");
    }

    private static void supplier(Page page, NewcomersWorld world) {
        open(page, "supplier");
        page.locator("#supplier-name").fill("Acme Ltd");
        page.locator("#address").fill(world.supplier());
        page.locator("#country").fill("DE");
        page.locator("#shipping").fill("4.90");
        page.locator("#supplier-form > button").click();
        page.locator("[data-supplier] button").click();
        done(page, "supplier");
        assertThat(world.box(world.supplier()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).startsWith("TEST: "));
    }

    private static void offers(Page page) {
        open(page, "offers");
        page.locator("#rows").fill("LAMP\tAC-1\t12.50\t40");
        page.locator("#offers-form button").click();
        done(page, "offers");
        picture(page, "newcomer-nearly");
    }

    /** It comes in while everything is still watched: it is planned, listed, and not sent. */
    private static void firstOrder(Page page, RunningBaton baton, NewcomersWorld world) {
        world.buy();
        until(page, () -> {
            page.navigate(url(baton, "/console/watch"));
            return page.locator("[data-waits]").count() == 1;
        });
        picture(page, "newcomer-watching");
        assertThat(world.box(world.supplier())).as("only the test came").hasSize(1);
        assertThat(world.told).contains("orders/create 200");
    }

    private static void goLive(Page page) {
        page.navigate(page.url().replaceAll("/console/.*", "/console/setup?step=live"));
        page.locator("[data-live=supplier] button").click();
        assertThat(page.locator("[data-live=supplier]")).containsText("Live");
        page.locator("[data-live=store] select").selectOption("all");
        page.locator("[data-live=store] button").click();
        assertThat(step(page, "live")).hasAttribute("data-state", "DONE");
    }

    private static void ship(Page phone, RunningBaton baton, NewcomersWorld world) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> world.box(world.supplier()).size() >= 2);
        Letter order = world.box(world.supplier()).getLast();
        Matcher link = LINK.matcher(order.text());
        assertThat(link.find()).as(order.text()).isTrue();
        phone.navigate(url(baton, link.group(1)));
        phone.locator("#accept button").click();
        phone.locator("[name='parcel.1.carrier']").fill("UPS");
        phone.locator("[name='parcel.1.tracking']").fill("1Z999AA10123456784");
        phone.locator("#ship button.button--main").click();
        picture(phone, "newcomer-supplier");
    }

    private static void open(Page page, String step) {
        page.navigate(page.url().replaceAll("/console/.*", "/console/setup?step=" + step));
    }

    /** The page is loaded again until the step says so: it shows what is true, and asks for nothing by itself. */
    private static void done(Page page, String step) {
        until(page, () -> {
            open(page, step);
            return "DONE".equals(step(page, step).getAttribute("data-state"));
        });
    }

    private static void until(Page page, BooleanSupplier holds) {
        for (int i = 0; i < 120 && !holds.getAsBoolean(); i++) {
            page.waitForTimeout(500);
        }
        assertThat(holds.getAsBoolean()).as(page.locator("body").innerText()).isTrue();
    }

    private static Locator step(Page page, String step) {
        return page.locator("[data-step=" + step + "]");
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                Chromium.picture().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    private static BrowserContext context(Chromium chromium, int width) {
        BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 844));
        context.setDefaultTimeout(20_000);
        return context;
    }

    private static String url(RunningBaton baton, String path) {
        return baton.baseUrl().resolve(path).toString();
    }
}
