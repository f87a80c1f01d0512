package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.MailChannel;
import dev.baton.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What follows a purchase order by mail, one of each sort, of goods with long names and numbers. */
public final class MailSamples {

    private static final String LONG = "Schreibtischlampe aus geräucherter Eiche mit Messingfuß, XXL";

    private static final Map<String, String> SORTS = Map.of(
            "cancellation",
            """
            "lines": [{"line": 1, "quantity": 12}, {"line": 2, "quantity": 1}],
            "reason": "Der Kunde hat es sich anders überlegt", "respondBy": "2026-03-02T13:10:03Z\"""",
            "amendment",
            """
            "shipTo": {"name": "Zoë Müller-Øst", "line1": "Straße des 17. Juni 135", "city": "Berlin",
                       "postcode": "10623", "countryCode": "DE", "phone": "+49 30 1234567"},
            "shipMethod": {"code": "EXPRESS", "carrier": "DHL Express"}, "giftMessage": "Alles Gute zum Geburtstag",
            "lines": [{"line": 1, "quantity": 12, "properties": {"Gravur": "Für Ada, in Liebe"}}],
            "respondBy": "2026-03-02T13:10:03Z\"""",
            "reminder",
            "\"respondBy\": \"2026-03-02T13:10:03Z\"",
            "reminder of an amendment",
            "\"amendmentId\": \"019cadd8\", \"respondBy\": \"2026-03-02T13:10:03Z\"",
            "price accepted",
            """
            "accepted": true, "lines": [{"line": 1, "quantity": 12}], "currency": "EUR", "unitCost": "1234.5025",
            "namedUnitCost": "1234.5025", "reason": null""",
            "price refused",
            """
            "accepted": false, "lines": [{"line": 1, "quantity": 12}], "currency": "EUR", "unitCost": "1120.00",
            "namedUnitCost": "1234.5025", "reason": "Zu teuer\"""",
            "recall",
            """
            "lines": [{"line": 1, "quantity": 2}], "respondBy": "2026-03-02T13:10:03Z",
            "parcels": [{"carrier": "ups", "trackingNumber": "1Z999AA10123456784"},
                        {"carrier": "dhl", "trackingNumber": "00340434161094021501"}]""");

    private MailSamples() {}

    /** The HTML of each by what it is. */
    public static Map<String, String> of(Pages pages, Brand brand, String language) {
        MailAddress own = MailAddress.read("post@baton.example").orElseThrow();
        Envelope envelope = new Envelope(
                new MerchantId(new UUID(0, 1)),
                "A2026-1048-12.v1",
                brand,
                own,
                new MailChannel("orders@acme.example", null),
                TestClock.START);
        Map<String, String> html = new LinkedHashMap<>();
        SORTS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(sort -> {
            String kind = sort.getKey().replaceAll(" .*", "");
            byte[] document = ("{\"type\": \"purchase_order." + kind
                            + "\", \"number\": \"A2026-1048-12\", \"version\": 1, " + sort.getValue() + "}")
                    .getBytes(StandardCharsets.UTF_8);
            NoticeMail mail = NoticeMails.of(new NoticeMails.Facts(
                    new PurchaseOrderId(new UUID(0, 1)),
                    document,
                    SampleFacts.supplier(language),
                    IntStream.of(1, 2)
                            .mapToObj(line -> SampleFacts.line(line, "LAMP-OAK-01" + line, LONG, 12, 1_120_000_000))
                            .toList(),
                    envelope,
                    "https://baton.example/t/x",
                    kind.equals("amendment")
                            ? List.of(
                                    new Attachment("A2026-1048-12-proposed.pdf", "application/pdf", new byte[0]),
                                    new Attachment("A2026-1048-12-slip-proposed.pdf", "application/pdf", new byte[0]))
                            : List.of()));
            html.put(sort.getKey(), pages.render("trading/notice.jte", mail));
        });
        return html;
    }
}
