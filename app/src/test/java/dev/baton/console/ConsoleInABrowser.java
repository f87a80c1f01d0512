package dev.baton.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.testing.Chromium;
import dev.baton.testing.PagesLookedAt;
import dev.baton.testing.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The console in a real browser, in both widths and themes; pictures lie under {@code target/pictures/console}. */
abstract class ConsoleInABrowser {

    static final int PHONE = 390;
    static final int DESK = 1440;

    /** Looks at pages that are not there, or that refuse what they were asked. */
    private static final Set<String> REFUSED = Set.of("unknown", "welcome-gone", "reset-gone", "trouble");

    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/console");

    private static Chromium chromium;

    final ConsoleShop shop = new ConsoleShop();
    final List<String> troubles = new ArrayList<>();

    private final Map<String, BrowserContext> contexts = new HashMap<>();

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
        contexts.values().forEach(BrowserContext::close);
        shop.close();
    }

    void look(String name, String path) {
        PagesLookedAt.add(path);
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {PHONE, DESK}) {
                BrowserContext context =
                        contexts.computeIfAbsent(width + " " + colours, key -> signedIn(width, colours));
                look(context, name, path, width, colours);
            }
        }
    }

    /** Nothing may overflow, axe may find nothing, and the browser may refuse nothing by our policy. */
    void look(BrowserContext context, String name, String path, int width, ColorScheme colours) {
        String called = name + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        Page page = context.newPage();
        Response answer = open(page, path);
        assertThat(answer.status() < 400 || REFUSED.contains(name))
                .as(called + " is answered " + answer.status())
                .isTrue();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(called + ".png"))
                .setFullPage(true));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(called + " needs no scrolling sideways")
                .isLessThanOrEqualTo(width);
        // each theme once, and each width once: axe is the slow part
        if ((width == DESK) == (colours == ColorScheme.LIGHT)) {
            List<Rule> findings = new AxeBuilder(page).analyze().getViolations();
            assertThat(findings)
                    .as(called)
                    .extracting(Rule::getId, rule -> rule.getNodes().toString())
                    .isEmpty();
        }
        assertThat(troubles).as(called).isEmpty();
        page.close();
    }

    /** The page as it stands, with what was done on it; axe may find nothing. */
    void picture(Page page, String name, int width, ColorScheme colours) {
        String called = name + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(called + ".png"))
                .setCaret(com.microsoft.playwright.options.ScreenshotCaret.INITIAL));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(called + " needs no scrolling sideways")
                .isLessThanOrEqualTo(width);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(called)
                .extracting(Rule::getId, rule -> rule.getNodes().toString())
                .isEmpty();
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
                        .setViewportSize(width, 844)
                        .setColorScheme(colours)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        open(page, path);
        return page;
    }

    private Response open(Page page, String path) {
        page.onConsoleMessage(message -> {
            // a refusal is an answer, too
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        return page.navigate(url(path));
    }

    String url(String path) {
        return shop.baton.baseUrl().resolve(path).toString();
    }
}
