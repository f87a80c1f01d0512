package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.address.PostalAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PurchaseOrderDocumentTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void saysWhatTheGoldenFileSays() throws IOException {
        PurchaseOrderFacts facts = SampleFacts.of(
                SampleFacts.address(),
                "Alles Gute, Opa! \uD83C\uDF82",
                SampleFacts.line(1, "L-100", "Lampe „Mond“ 40 W", 2, 12_345_600),
                SampleFacts.line(3, "L-200", "Schirm", 1, 5_000_000));

        byte[] rendered = PurchaseOrderDocument.render(facts);

        assertThat(pretty(rendered)).isEqualTo(golden("purchase-order.json"));
    }

    @Test
    void writesMissingFactsAsNullAndNeverInventsAny() {
        PostalAddress sparse = new PostalAddress("A. B.", null, "Main St 1", null, null, null, null, null, "IE", null);

        JsonNode read = JSON.readTree(
                PurchaseOrderDocument.render(SampleFacts.of(sparse, null, SampleFacts.line(1, "X", "X", 1, 0))));

        assertThat(read.at("/shipTo/postcode").isNull()).isTrue();
        assertThat(read.at("/shipTo/city").isNull()).isTrue();
        assertThat(read.path("giftMessage").isNull()).isTrue();
        assertThat(read.at("/instructions/special").isNull()).isTrue();
        assertThat(read.at("/lines/0/unitCost").stringValue()).isEqualTo("0.00");
    }

    @Test
    void readsBackAsItWasMeant() {
        PurchaseOrderFacts facts =
                SampleFacts.of(SampleFacts.address(), "x", SampleFacts.line(1, "L-100", "Lampe", 2, 1));

        assertThat(DocumentCheck.differences(PurchaseOrderDocument.render(facts), facts))
                .isEmpty();
    }

    @Test
    void saysWhatTheCustomerEnteredAndNoticesWhenItIsLost() {
        PurchaseOrderFacts plain =
                SampleFacts.of(SampleFacts.address(), null, SampleFacts.line(1, "L-100", "Lampe", 2, 1));
        PurchaseOrderFacts engraved = SampleFacts.engraved(plain, java.util.Map.of("Gravur", "Für Opa"));
        byte[] rendered = PurchaseOrderDocument.render(engraved);

        assertThat(JSON.readTree(rendered).at("/lines/0/properties/Gravur").stringValue())
                .isEqualTo("Für Opa");
        assertThat(DocumentCheck.differences(rendered, engraved)).isEmpty();
        assertThat(DocumentCheck.differences(PurchaseOrderDocument.render(plain), engraved))
                .hasValueSatisfying(said -> assertThat(said).contains("line 1 properties"));
    }

    @Test
    void noticesAWrongQuantityBeforeItLeaves() {
        PurchaseOrderFacts meant =
                SampleFacts.of(SampleFacts.address(), null, SampleFacts.line(1, "L-100", "Lampe", 2, 1));
        ObjectNode changed = (ObjectNode) JSON.readTree(PurchaseOrderDocument.render(meant));
        ((ObjectNode) changed.at("/lines/0")).put("quantity", 3);

        assertThat(DocumentCheck.differences(JSON.writeValueAsBytes(changed), meant))
                .hasValueSatisfying(said -> assertThat(said).contains("line 1 quantity"));
    }

    @Test
    void noticesALineThatWasLost() {
        PurchaseOrderFacts both = SampleFacts.of(
                SampleFacts.address(),
                null,
                SampleFacts.line(1, "L-100", "Lampe", 2, 1),
                SampleFacts.line(2, "L-200", "Schirm", 1, 1));
        PurchaseOrderFacts one =
                SampleFacts.of(SampleFacts.address(), null, SampleFacts.line(1, "L-100", "Lampe", 2, 1));

        assertThat(DocumentCheck.differences(PurchaseOrderDocument.render(one), both))
                .hasValueSatisfying(said -> assertThat(said).contains("number of lines"));
    }

    @Test
    void namesThePlaceOfADifferenceAndNoPersonalData() {
        PurchaseOrderFacts meant = SampleFacts.of(SampleFacts.address(), null, SampleFacts.line(1, "X", "X", 1, 1));
        ObjectNode changed = (ObjectNode) JSON.readTree(PurchaseOrderDocument.render(meant));
        ((ObjectNode) changed.path("shipTo")).put("line1", "Elsewhere 9");

        assertThat(DocumentCheck.differences(JSON.writeValueAsBytes(changed), meant))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("shipTo.line1").doesNotContain("Juni"));
    }

    private static String pretty(byte[] json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n";
    }

    private static String golden(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PurchaseOrderDocumentTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
