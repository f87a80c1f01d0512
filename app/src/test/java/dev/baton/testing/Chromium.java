package dev.baton.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, driven by Playwright; nothing is downloaded. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/homebrew/bin");

    private static final String NONE = "none";

    /** Milliseconds a picture of a long page may take on a machine that does much else; nothing is judged by it. */
    private static final double FOR_A_PICTURE = 180_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; the test is skipped, saying why, where there is none, or where none is wanted. */
    public static Chromium start() {
        Assumptions.assumeTrue(isWanted(), "BATON_TEST_CHROMIUM says that no browser is wanted");
        Optional<Path> found = find();
        Assumptions.assumeTrue(
                found.isPresent(),
                "no Chromium on this machine: the browser tests did not run. Debian: apt install chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found.get())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
        return new Chromium(playwright, browser);
    }

    /** Whether the browser tests are to run, where there is a browser. */
    public static boolean isWanted() {
        return !NONE.equals(System.getenv("BATON_TEST_CHROMIUM"));
    }

    private static Optional<Path> find() {
        String given = System.getenv("BATON_TEST_CHROMIUM");
        return Stream.concat(
                        Stream.ofNullable(given).map(Path::of),
                        FOLDERS.stream().flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How a picture of a page is taken. */
    public static Page.ScreenshotOptions picture() {
        return new Page.ScreenshotOptions().setTimeout(FOR_A_PICTURE);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
