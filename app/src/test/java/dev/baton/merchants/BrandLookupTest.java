package dev.baton.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BrandLookupTest {

    private final TestBaton baton = TestBaton.shared();
    private final BrandLookup lookup = baton.bean(BrandLookup.class);
    private final MerchantId merchant = baton.newMerchant();

    @Test
    void everyMerchantHasADefaultBrandInNeutralColours() {
        Store store = store(Brand.DEFAULT);

        Brand brand = baton.in(merchant, () -> lookup.ofStore(merchant, store.id()));

        assertThat(brand.name()).isEqualTo("Test merchant");
        assertThat(brand.id().value()).isEqualTo(merchant.value());
        assertThat(brand.logo()).isNull();
    }

    @Test
    void aStoreShowsTheBrandItNamesWithItsLogo() throws IOException {
        baton.bean(DefineBrand.class).define(merchant, sample("nord"));
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 10, BufferedImage.TYPE_INT_RGB), "jpeg", picture);
        baton.bean(DefineBrand.class).logo(merchant, "nord", picture.toByteArray());
        Store store = store("nord");

        Brand brand = baton.in(merchant, () -> lookup.ofStore(merchant, store.id()));
        Logo logo = baton.in(merchant, () -> lookup.logo(merchant, brand)).orElseThrow();

        assertThat(brand.senderAddress()).isEqualTo("orders@nord.example");
        assertThat(logo.bytes()).isEqualTo(picture.toByteArray());
        assertThat(logo.mediaType()).isEqualTo("image/jpeg");
        assertThat(logo.width()).isEqualTo(30);
        assertThat(logo.height()).isEqualTo(10);
    }

    private Store store(String brand) {
        return baton.bean(DefineStore.class)
                .define(
                        merchant,
                        new StoreDefinition(
                                "main",
                                "api",
                                "Main",
                                "EUR",
                                ZoneId.of("Europe/Berlin"),
                                brand,
                                MailSender.STORE,
                                true));
    }

    private static BrandDefinition sample(String code) {
        return new BrandDefinition(
                code, "Nord", "Nord", "orders@nord.example", null, null, null, "#003366", "#ffffff", "de", null, null);
    }
}
