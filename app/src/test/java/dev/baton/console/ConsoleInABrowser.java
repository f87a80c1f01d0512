package dev.baton.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.testing.Axe;
import dev.baton.testing.Chromium;
import dev.baton.testing.PagesLookedAt;
import dev.baton.testing.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The console in a real browser, in both widths and themes; pictures lie under {@code target/pictures/console}. */
abstract class ConsoleInABrowser {

    static final int PHONE = 390;
    static final int DESK = 1440;

    private static final int HEIGHT = 844;

    /** Looks at pages that are not there, or that refuse what they were asked. */
    private static final Set<String> REFUSED = Set.of("unknown", "welcome-gone", "reset-gone", "trouble");

    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/console");

    private static Chromium chromium;

    final ConsoleShop shop = new ConsoleShop();
    final List<String> troubles = new ArrayList<>();

    /** Where pages are looked at, in every width and theme; null = nothing was looked at yet. */
    private @Nullable Page stage;

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

    @AfterEach
    void close() {
        if (stage != null) {
            stage.context().close();
        }
        shop.close();
    }

    /** The page in both widths and themes: it is sent once, for it is the style sheet that makes them differ. */
    void look(String name, String path) {
        inEveryWidthAndTheme(show(name, path), name);
    }

    /** The page, to be looked at by whoever is signed in. */
    Page show(String name, String path) {
        PagesLookedAt.add(path);
        if (stage == null) {
            stage = open(signedIn(PHONE, ColorScheme.LIGHT));
        }
        navigate(stage, name, path);
        return stage;
    }

    /** As above, of the page of somebody who is not signed in. */
    void lookAsAStranger(String name, String path) {
        PagesLookedAt.add(path);
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT)) {
            Page page = open(context);
            navigate(page, name, path);
            inEveryWidthAndTheme(page, name);
        }
    }

    /** The page as it stands, with what was done on it, in both widths and themes. */
    void inEveryWidthAndTheme(Page page, String name) {
        for (int width : new int[] {PHONE, DESK}) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                inspect(page, name, width, colours);
            }
        }
    }

    private void navigate(Page page, String name, String path) {
        Response answer = page.navigate(url(path));
        assertThat(answer.status() < 400 || REFUSED.contains(name))
                .as(name + " is answered " + answer.status())
                .isTrue();
    }

    /** Nothing may overflow, axe may find nothing, and the browser may refuse nothing by our policy. */
    void inspect(Page page, String name, int width, ColorScheme colours) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        String called = name + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        page.screenshot(
                Chromium.picture().setPath(PICTURES.resolve(called + ".png")).setFullPage(true));
        fits(page, called, width);
        assertThat((List<?>) page.evaluate(SPILLING))
                .as(called + " has panels whose contents run out of them")
                .isEmpty();
        // each theme once, and each width once: axe is the slow part
        if ((width == DESK) == (colours == ColorScheme.LIGHT)) {
            assertThat(Axe.findings(page)).as(called).isEmpty();
        }
        assertThat(troubles).as(called).isEmpty();
    }

    /** Headings of panels that are lower than what stands in them. */
    private static final String SPILLING = """
            [...document.querySelectorAll('.panel')]
                .filter(panel => getComputedStyle(panel).overflowY === 'visible'
                    && panel.scrollHeight > panel.clientHeight + 4)
                .map(panel => panel.innerText.slice(0, 60))""";

    private static void fits(Page page, String called, int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(called + " needs no scrolling sideways")
                .isLessThanOrEqualTo(width);
    }

    /** The page as it stands, with what was done on it; axe may find nothing. */
    void picture(Page page, String name, int width, ColorScheme colours) {
        String called = name + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        page.screenshot(Chromium.picture()
                .setPath(PICTURES.resolve(called + ".png"))
                .setCaret(com.microsoft.playwright.options.ScreenshotCaret.INITIAL));
        fits(page, called, width);
        assertThat(Axe.findings(page)).as(called).isEmpty();
    }

    BrowserContext signedIn(int width, ColorScheme colours) {
        BrowserContext context = context(width, colours);
        Page page = open(context, "/console/sign-in");
        page.locator("[name=email]").fill(shop.owner);
        page.locator("[name=password]").fill(ConsoleShop.PASSWORD);
        page.locator("#sign-in button").click();
        assertThat(page.locator("h1")).hasText("Today");
        page.close();
        return context;
    }

    BrowserContext context(int width, ColorScheme colours) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(colours)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    Page open(BrowserContext context, String path) {
        Page page = open(context);
        page.navigate(url(path));
        return page;
    }

    /** An empty page, whose troubles are noted. */
    private Page open(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // a refusal is an answer, too
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        return page;
    }

    String url(String path) {
        return shop.baton.baseUrl().resolve(path).toString();
    }
}
