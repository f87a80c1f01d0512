package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.CreateMerchant;
import dev.baton.merchants.MerchantSettings;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.feeds.FeedShop;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The mail that asks a supplier whether a stock file is right. */
class AskAboutStockTest {

    @Test
    void asksOnceAFileInTheSuppliersLanguageWithALinkToTwoButtons() throws Exception {
        FeedShop shop = new FeedShop(SampleSupplier.coded("acme").mail("lager@acme.example", null, "de"));
        open(shop);
        shop.define();
        shop.offers(12);
        shop.send(FeedShop.all(12, 7));
        shop.work();
        int before = to("lager@acme.example", shop).size();

        FeedFileId zeros = shop.send(FeedShop.all(12, 0));
        shop.work();
        shop.work();

        assertThat(shop.state(zeros)).isEqualTo("QUARANTINED");
        assertThat(shop.file(zeros).file().askedAt()).isNotNull();
        List<MimeMessage> asked = to("lager@acme.example", shop);
        assertThat(asked).hasSize(before + 1);
        assertThat(asked.getLast().getSubject()).isEqualTo("Ihre Bestandsdatei: 12 von 12 sind 0 – richtig?");
        assertThat(text(asked.getLast().getContent())).contains("stock.csv").contains("https://baton.example/f/");
    }

    @Test
    void asksAboutAFirstFileThatHasNextToNothing() throws Exception {
        FeedShop shop = new FeedShop(SampleSupplier.coded("acme").mail("first@acme.example", null, "en"));
        open(shop);
        shop.define();
        shop.offers(12);

        FeedFileId first = shop.send(FeedShop.all(2, 7));
        shop.work();

        assertThat(shop.state(first)).isEqualTo("QUARANTINED");
        assertThat(to("first@acme.example", shop).getLast().getSubject())
                .contains("it is your first one and has 2 items in stock");
    }

    @Test
    void asksNobodyWithoutAnAddressAndLeavesItToTheMerchantsTask() {
        FeedShop shop = new FeedShop(SampleSupplier.coded("acme"));
        shop.define();
        shop.offers(12);
        shop.send(FeedShop.all(12, 7));
        shop.work();
        int before = shop.baton.relay().messages().size();

        FeedFileId zeros = shop.send(FeedShop.all(12, 0));
        shop.work();

        assertThat(shop.state(zeros)).isEqualTo("QUARANTINED");
        assertThat(shop.baton.relay().messages()).hasSize(before);
    }

    private static String text(Object content) throws MessagingException, IOException {
        return content instanceof Multipart parts ? text(parts.getBodyPart(0).getContent()) : content.toString();
    }

    private static void open(FeedShop shop) {
        shop.baton
                .bean(CreateMerchant.class)
                .create(
                        shop.merchant,
                        new MerchantSettings(
                                "Corner shop",
                                "EUR",
                                ZoneId.of("Europe/Berlin"),
                                0,
                                true,
                                0,
                                3,
                                24,
                                24,
                                0,
                                Set.of(),
                                true,
                                true,
                                null));
    }

    private static List<MimeMessage> to(String address, FeedShop shop) {
        return shop.baton.relay().messages().stream()
                .filter(message -> message.contains(address))
                .map(AskAboutStockTest::read)
                .toList();
    }

    private static MimeMessage read(String message) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(new IOException(unreadable));
        }
    }
}
