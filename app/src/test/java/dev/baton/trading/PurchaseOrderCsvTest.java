package dev.baton.trading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.address.PostalAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PurchaseOrderCsvTest {

    private static final String HEAD = "number,version,line,sku,merchant_sku,title,quantity,unit_cost,currency,"
            + "ship_to_name,ship_to_company,ship_to_line1,ship_to_line2,ship_to_city,ship_to_region,ship_to_postcode,"
            + "ship_to_country,ship_to_phone,ship_method,ship_carrier,gift_message,packaging,branding,special,properties,insert,label";

    private static PurchaseOrderFacts facts() {
        return SampleFacts.engraved(
                SampleFacts.of(
                        SampleFacts.address(),
                        "Alles Gute, \"Opa\"!\nZoë",
                        SampleFacts.line(1, "L-100", "Lampe „Mond“, 40 W", 2, 12_345_600),
                        SampleFacts.line(3, "1E5", "Schirm", 1, 5_000_000)),
                Map.of("Gravur", "Für Opa"));
    }

    @Test
    void writesOneRowALine() {
        String table = new String(PurchaseOrderCsv.render(facts()), UTF_8);

        assertThat(table).startsWith("\uFEFF" + HEAD + "\r\n");
        assertThat(table)
                .contains("1001-1,1,1,L-100,M-L-100,\"Lampe „Mond“, 40 W\",2,12.3456,EUR,Zoë Müller-Øst,,"
                        + "Straße des 17. Juni 135,\"c/o \"\"Nachbar\"\" \\ 2. OG\",Berlin,Berlin,10623,DE,"
                        + "'+49 30 1234567,EXP1,dhl_express,\"Alles Gute, \"\"Opa\"\"!\nZoë\",Plain box,"
                        + "\"Flyer \"\"Spring\"\"\",,Gravur: Für Opa,\"Card \"\"Danke\"\"\",Fragile sticker\r\n")
                .contains("1001-1,1,3,1E5,M-1E5,Schirm,1,5.00,EUR,");
        assertThat(PurchaseOrderCsvCheck.differences(PurchaseOrderCsv.render(facts()), facts()))
                .isEmpty();
    }

    @Test
    void letsNoSpreadsheetRunWhatACustomerWrote() {
        PurchaseOrderFacts hostile = SampleFacts.of(
                new PostalAddress(
                        "=HYPERLINK(\"https://evil.example\")",
                        "@SUM(A1)",
                        "-1+1",
                        "\tx",
                        "+1",
                        "'tis",
                        null,
                        "=1",
                        "DE",
                        "+1"),
                "=cmd|' /C calc'!A0",
                SampleFacts.line(1, "=1+1", "+2", 1, 1));

        byte[] table = PurchaseOrderCsv.render(hostile);

        assertThat(new String(table, UTF_8).lines().skip(1).findFirst().orElseThrow())
                .startsWith(
                        "1001-1,1,1,'=1+1,M-=1+1,'+2,1,0.000001,EUR,\"'=HYPERLINK(\"\"https://evil.example\"\")\",'@SUM(A1),")
                .contains(",'-1+1,'\tx,'+1,'tis,'=1,DE,'+1,");
        assertThat(PurchaseOrderCsvCheck.differences(table, hostile)).isEmpty();
        byte[] unguarded = new String(table, UTF_8).replace(",'@SUM", ",@SUM").getBytes(UTF_8);
        assertThat(PurchaseOrderCsvCheck.differences(unguarded, hostile))
                .hasValue("shipTo.company reads otherwise than it was meant");
    }

    @Test
    void noticesWhatReadsOtherwise() {
        String table = new String(PurchaseOrderCsv.render(facts()), UTF_8);

        assertThat(differences(table.replace(",2,12.3456", ",3,12.3456"))).contains("line 1 quantity");
        assertThat(differences(table.replace("10623", "10624"))).contains("shipTo.postcode");
        assertThat(differences(table.replace("Zoë\"", "Zoe\""))).contains("giftMessage");
        assertThat(differences(table.replace("1E5", "100000"))).contains("line 3 sku");
        assertThat(differences(table.substring(0, table.lastIndexOf("1001-1")))).contains("number of lines");
        assertThat(differences(table.replace("ship_to_city", "city"))).contains("head row");
        assertThat(differences(table.substring(1))).contains("byte order mark");
        assertThat(differences(table + "\"open")).isNotEmpty();
    }

    private static String differences(String table) {
        return PurchaseOrderCsvCheck.differences(table.getBytes(UTF_8), facts()).orElse("");
    }
}
