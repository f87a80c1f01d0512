package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.testing.Axe;
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
    private static final int HEIGHT = 844;
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

    /** As below, of a page as it comes. */
    void look(BrowserContext context, String path, String name) {
        look(context, path, name, page -> {});
    }

    /** As below, in a browser of its own. */
    void look(String path, String name, Before before) {
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            look(context, path, name, before);
        }
    }

    /**
     * Everything folded and unfolded, as whoever looks for trouble would, in both widths and themes. The page is sent once,
     * for it is the style sheet that makes them differ.
     */
    void look(BrowserContext context, String path, String name, Before before) {
        List<String> troubles = new ArrayList<>();
        Page page = open(context, path, troubles);
        before.on(page);
        boolean folded = page.locator("details:not([open])").count() > 0;
        if (folded) {
            inEveryWidthAndTheme(page, (width, colours) -> picture(page, name + place(width, colours)));
        }
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        inEveryWidthAndTheme(page, (width, colours) -> {
            String called = name + place(width, colours);
            picture(page, called + (folded ? "-unfolded" : ""));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(called + " needs no scrolling sideways")
                    .isEqualTo(true);
            // each theme once, and each width once: axe is the slow part
            if ((width == DESK) == (colours == ColorScheme.LIGHT)) {
                assertThat(Axe.findings(page)).as(called).isEmpty();
            }
        });
        assertThat(troubles).as(name).isEmpty();
        page.close();
    }

    /** What is done in every width and theme. */
    private interface Look {
        void at(int width, ColorScheme colours);
    }

    private static void inEveryWidthAndTheme(Page page, Look look) {
        for (int width : new int[] {PHONE, DESK}) {
            page.setViewportSize(width, HEIGHT);
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                look.at(width, colours);
            }
        }
    }

    private static String place(int width, ColorScheme colours) {
        return (width == PHONE ? "-phone-" : "-desk-") + colours.name().toLowerCase(Locale.ROOT);
    }

    BrowserContext context(int width, ColorScheme colours, boolean javaScript) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
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
        page.screenshot(
                Chromium.picture().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }
}
