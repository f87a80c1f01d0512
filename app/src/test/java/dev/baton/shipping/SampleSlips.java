package dev.baton.shipping;

import dev.baton.platform.address.PostalAddress;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Made-up facts of packing slips. */
final class SampleSlips {

    static final PostalAddress GERMAN = new PostalAddress(
            "Zoë Müller-Øst", null, "Straße des 17. Juni 135", "2. OG", "Berlin", null, null, "10623", "DE", "+49301");
    static final PostalAddress ARABIC = new PostalAddress(
            "محمد علي حسن", null, "12 شارع النيل، الدقي", "شقة 5", "القاهرة", null, null, "11511", "EG", null);
    static final PostalAddress CHINESE =
            new PostalAddress("王小明", "上海灯具有限公司", "南京东路100号", "3楼", "上海", "上海市", "SH", "200001", "CN", null);

    static final SlipSecrets SECRETS = new SlipSecrets(
            "Acme GmbH",
            "ACME",
            Set.of("L-100"),
            Set.of("12.3456", "24.69"),
            // as many euros as there are pieces, and as the number of a house
            new ShopPrices("EUR", "de", Set.of(100L, 200L, 1_200L, 13_500L, 2_999L), Set.of(1, 2, 12)),
            "zoe@customer.example",
            "+49301");

    private SampleSlips() {}

    static SlipFacts of(PostalAddress shipTo, String language, @Nullable String gift, SlipFacts.Item... items) {
        return new SlipFacts(
                brand(null),
                "1001-1",
                "#1042",
                shipTo,
                List.of(items),
                gift,
                language,
                Instant.parse("2026-03-02T09:00:00Z"),
                null);
    }

    static SlipFacts in(SlipFacts facts, SlipFacts.Parcel parcel) {
        return new SlipFacts(
                facts.brand(),
                facts.purchaseOrder(),
                facts.orderName(),
                facts.shipTo(),
                facts.items(),
                facts.giftMessage(),
                facts.language(),
                facts.dated(),
                facts.mark(),
                parcel);
    }

    static SlipFacts with(SlipFacts facts, SlipBrand brand) {
        return new SlipFacts(
                brand,
                facts.purchaseOrder(),
                facts.orderName(),
                facts.shipTo(),
                facts.items(),
                facts.giftMessage(),
                facts.language(),
                facts.dated(),
                facts.mark());
    }

    static SlipBrand brand(byte @Nullable [] logo) {
        return new SlipBrand(
                "Mondlicht",
                "#7c3aed",
                logo,
                "Send it back within 30 days. Write to help@mondlicht.example and we send you a label.",
                "Mondlicht GmbH · Berlin · HRB 0000");
    }

    static SlipFacts.Item item(String title, String sku, int quantity, Map<String, String> entered) {
        return new SlipFacts.Item(title, sku, quantity, new TreeMap<>(entered));
    }

    static byte[] logo() {
        BufferedImage drawn = new BufferedImage(600, 180, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setColor(new Color(0x7c3aed));
        canvas.fillOval(10, 10, 160, 160);
        canvas.setColor(Color.WHITE);
        canvas.fillOval(60, 5, 140, 140);
        canvas.setColor(new Color(0x222222));
        canvas.fillRect(230, 70, 340, 40);
        canvas.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(drawn, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
