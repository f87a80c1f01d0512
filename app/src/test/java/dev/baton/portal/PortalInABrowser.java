package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.testing.Chromium;
import dev.baton.testing.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The supplier's pages in a real browser: on a phone and on a desk, in light and dark, with and without JavaScript. */
abstract class PortalInABrowser {

    static final int PHONE = 390;
    static final int DESK = 1440;
    static final Path PICTURES = Repository.root().resolve("app/target/pictures");

    private static Chromium chromium;

    final PortalShop shop = new PortalShop("en");

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** What stands on a page before it is looked at. */
    interface Before {
        void on(Page page);
    }

    /** Everything folded and unfolded, as whoever looks for trouble would. */
    void look(BrowserContext context, String path, String name) {
        look(context, path, name, page -> {});
    }

    void look(BrowserContext context, String path, String name, Before before) {
        List<String> troubles = new ArrayList<>();
        Page page = open(context, path, troubles);
        before.on(page);
        picture(page, name);
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        picture(page, name + "-unfolded");
        List<Rule> findings = new AxeBuilder(page).analyze().getViolations();
        assertThat(findings).as(name).extracting(Rule::getId, Rule::getNodes).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " needs no scrolling sideways")
                .isEqualTo(true);
        assertThat(troubles).as(name).isEmpty();
        page.close();
    }

    /** As above in both widths. */
    void look(ColorScheme colours, String path, String name, Before before) {
        for (int width : new int[] {PHONE, DESK}) {
            try (BrowserContext context = context(width, colours, true)) {
                look(context, path, name + place(width, colours), before);
            }
        }
    }

    static String place(int width, ColorScheme colours) {
        return (width == PHONE ? "-phone-" : "-desk-") + colours.name().toLowerCase(Locale.ROOT);
    }

    BrowserContext context(int width, ColorScheme colours, boolean javaScript) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 844)
                        .setColorScheme(colours)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(javaScript));
    }

    Page open(BrowserContext context, String path, List<String> troubles) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // a page that is not there is an answer, too
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        page.navigate(shop.baton.baseUrl().resolve(path).toString());
        return page;
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
