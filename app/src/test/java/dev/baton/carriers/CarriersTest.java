package dev.baton.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.facts.FactFile;
import dev.baton.platform.facts.FactRow;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarriersTest {

    @ParameterizedTest
    @CsvSource({
        "ups, ups",
        "UPS Ground, ups",
        "united parcel, ups",
        "United Parcel Service, ups",
        "UPSN, ups",
        "UPS® Next Day Air®, ups",
        "UPS Mail Innovations, ups",
        "FedEx Home Delivery, fedex",
        "Fed-Ex, fedex",
        "FDEG, fedex",
        "USPS Priority, usps",
        "USPS Priority Mail 2-Day, usps",
        "U.S. Postal Service, usps",
        "US Mail, usps",
        "DHL, dhl",
        "DHL Express, dhl_express",
        "DHLExpress, dhl_express",
        "dhl-ecommerce, dhl_ecommerce",
        "DHL Express Worldwide (WPX), dhl_express",
        "DHL eCommerce Asia, dhl_ecommerce_asia",
        "Canada Post Priority Mail, canada_post",
        "Postes Canada, canada_post",
        "Colis Prive, colis_prive",
        "Österreichische Post, austrian_post",
        "Royal Mail Tracked 48, royal_mail",
        "YunExpress Global Direct line, yunexpress",
        "云途物流专线, yunexpress",
        "ヤマト運輸, yamato",
        "4px, fourpx",
        "R+L Carriers, rl_carriers",
        "Purolator Inc., purolator",
        "Sent with Hermes UK, evri",
        "Afghan Post, post_af",
        "post_af, post_af",
        "J&T Express, jt_express"
    })
    void findsTheCarrierBehindTheSuppliersWords(String words, String code) {
        assertThat(Carriers.find(words))
                .hasValueSatisfying(carrier -> assertThat(carrier.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Bob's Van", "upside down", "---", "standard shipping", "SF bay couriers"})
    void findsNoCarrierInOtherWords(String words) {
        assertThat(Carriers.find(words)).isEmpty();
    }

    @Test
    void findsNoCarrierInNothing() {
        assertThat(Carriers.find(null)).isEmpty();
    }

    @Test
    void everyCodeNameAndAliasLeadsBackToItsCarrier() {
        Map<String, FactRow> rows = new HashMap<>();
        FactFile.read(Carriers.class, "carriers.tsv", 6).forEach(row -> rows.put(row.text(0), row));

        for (Carrier carrier : Carriers.all()) {
            assertThat(Carriers.find(carrier.code())).hasValue(carrier);
            assertThat(Carriers.find(carrier.name())).hasValue(carrier);
        }
        rows.forEach((code, row) -> row.words(5)
                .forEach(alias -> assertThat(Carriers.find(alias))
                        .as(alias)
                        .hasValueSatisfying(
                                carrier -> assertThat(carrier.code()).isEqualTo(code))));
    }

    @Test
    void everyFamilyIsACarrierOrAGroupWithMembers() {
        for (Carrier carrier : Carriers.all()) {
            assertThat(Carriers.find(carrier.family()))
                    .hasValueSatisfying(head -> assertThat(head.family()).isEqualTo(head.code()));
        }
    }

    @Test
    void buildsTheTrackingLinkAndEscapesTheNumber() {
        var ups = Carriers.find("ups").orElseThrow();

        assertThat(ups.trackingUrl("1Z999AA10123456784"))
                .hasValue("https://www.ups.com/track?tracknum=1Z999AA10123456784");
        assertThat(ups.trackingUrl("1&x=/#")).hasValue("https://www.ups.com/track?tracknum=1%26x%3D%2F%23");
        assertThat(Carriers.find("s10").orElseThrow().trackingUrl("RR123456785GB"))
                .isEmpty();
    }

    @Test
    void givesShopifysNameOrTheCarriersOwn() {
        assertThat(Carriers.find("lasership").orElseThrow().shopifyCompany()).isEqualTo("Lasership");
        assertThat(Carriers.find("japan post").orElseThrow().shopifyCompany()).isEqualTo("Japan Post (EN)");
        assertThat(Carriers.find("posti").orElseThrow().shopifyCompany()).isEqualTo("Posti");
    }
}
