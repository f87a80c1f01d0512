package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many mails beside each other, as a phone and a desk show them, light and dark: one picture each, so that they are looked
 * at together and cost a browser little.
 */
public final class MailSheet {

    private static final int COLUMNS = 4;

    private MailSheet() {}

    /**
     * Takes the pictures; none of the mails may need scrolling sideways.
     *
     * @param mails HTML by what is written under it
     */
    public static void look(Browser browser, Map<String, String> mails, Path folder, String name) {
        for (int width : new int[] {390, 700}) {
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Page page = browser.newPage(new Browser.NewPageOptions()
                        .setViewportSize(COLUMNS * (width + 16), 900)
                        .setColorScheme(theme))) {
                    page.setContent(
                            "<html style='color-scheme:light dark'><body style='margin:0;display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start'></body></html>");
                    page.evaluate("""
                            ([mails, width]) => Promise.all(Object.entries(mails).map(([kind, html]) => new Promise(done => {
                              const frame = document.createElement('iframe')
                              frame.title = kind
                              frame.width = width
                              frame.style.border = 0
                              frame.onload = () => {
                                frame.height = frame.contentDocument.documentElement.scrollHeight
                                done()
                              }
                              frame.srcdoc = html
                              const figure = document.createElement('div')
                              figure.style.width = width + 'px'
                              figure.append(kind, frame)
                              document.body.append(figure)
                            })))""", List.of(mails, width));
                    page.screenshot(Chromium.picture()
                            .setFullPage(true)
                            .setPath(folder.resolve(
                                    name + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png")));
                    assertThat(page.evaluate(
                                    "w => [...document.querySelectorAll('iframe')].filter(f => "
                                            + "f.contentDocument.documentElement.scrollWidth > w).map(f => f.title)",
                                    width))
                            .as("mails that need scrolling sideways at " + width)
                            .isEqualTo(List.of());
                }
            }
        }
    }
}
