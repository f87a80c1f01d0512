package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.Axe;
import dev.baton.testing.Chromium;
import dev.baton.testing.MailSheet;
import dev.baton.testing.Repository;
import dev.baton.trading.TestRoad;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails that let a supplier in, as its reader's programme shows them. */
class LettersInABrowserTest {

    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/letters");

    private static final MailAddress INSTALLATION =
            MailAddress.read("post@baton.example").orElseThrow();

    private final TestRoad road = new TestRoad();

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void areReadableOnAPhoneAndADesk() {
        Map<String, String> letters = new LinkedHashMap<>();
        for (String language : List.of("de", "fr")) {
            String code = "MAILED-" + language;
            SupplierId supplier = road.mailed(code, "lager-" + UUID.randomUUID() + "@look.example", language);
            road.goods("LAMP-" + language, supplier);
            PurchaseOrderView order = road.purchaseOrder(road.place(language + "1", "LAMP-" + language + "×1"));
            road.place(language + "2", "LAMP-" + language + "×2");
            road.work();
            road.work();
            for (Letters.Kind kind : Letters.Kind.values()) {
                // a stock file's question needs a file, and looks as the one about stock does
                if (kind != Letters.Kind.STOCK_FILE) {
                    letters.put(kind + " " + language, html(kind, supplier, order));
                }
            }
        }

        try (Chromium chromium = Chromium.start()) {
            MailSheet.look(chromium.browser(), letters, PICTURES, "letters");
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Page page = chromium.browser().newPage(new Browser.NewPageOptions().setColorScheme(theme))) {
                    letters.forEach((name, html) -> {
                        page.setContent(html);
                        assertThat(Axe.findings(page, "region", "landmark-one-main"))
                                .as(name + " " + theme)
                                .isEmpty();
                    });
                }
            }
        }
        assertThat(letters.get("DIGEST fr")).contains("<a href=").doesNotContain(">https://baton.example/t/");
    }

    private String html(Letters.Kind kind, SupplierId supplier, PurchaseOrderView order) {
        return road.baton.in(road.merchant, () -> {
            UUID id = UUID.randomUUID();
            Instant now = road.baton.clock().instant();
            byte[] sealed = road.baton
                    .bean(MerchantKeys.class)
                    .of(road.merchant)
                    .seal("482915".getBytes(StandardCharsets.US_ASCII), MerchantKeys.bytes(id));
            Letters.Row row =
                    new Letters.Row(id, kind, supplier, order.id(), sealed, null, now, now.plus(Duration.ofDays(1)));
            Letter letter = road.baton
                    .bean(LetterText.class)
                    .write(road.merchant, row, INSTALLATION)
                    .orElseThrow();
            return Objects.requireNonNull(letter.html());
        });
    }
}
