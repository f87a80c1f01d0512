package dev.baton.world.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.world.story.Address;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.story.SupplierSheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A purchase order by mail is read like a person with all its attachments open would read it. */
class MailedOrderReaderTest {

    private static final Playbook PLAYBOOK = Playbook.of(60, 7);

    private final OrderScript script = PLAYBOOK.scripts().values().stream()
            .filter(one -> one.plot() == Plot.PART_SHIPPED && one.store().equals(Playbook.MAIN))
            .findFirst()
            .orElseThrow();
    private final OrderScript.Line line = script.lines().getFirst();
    private final SupplierSheet supplier =
            Objects.requireNonNull(PLAYBOOK.market().suppliers().get("ember"));
    private final String number = script.number() + "-1";
    private final WrittenMail mail = new WrittenMail();

    MailedOrderReaderTest() throws Exception {
        Address to = script.shipTo();
        String sku = "EM-" + line.sku().replace("-", "");
        List<String> facts = new ArrayList<>(List.of(
                number,
                sku,
                line.quantity() + " pieces",
                "1 236,25 USD",
                to.name(),
                to.line1(),
                to.postcode() + " " + to.city(),
                supplier.packaging(),
                supplier.branding(),
                supplier.special()));
        add(facts, to.company());
        add(facts, to.line2());
        add(facts, script.giftMessage());
        mail.headers.put("X-Baton-Document", number + ".v1");
        mail.headers.put("Message-ID", "<" + number + ".v1.abc@lantern-and-pine.example>");
        mail.headers.put("Auto-Submitted", "auto-generated");
        mail.text = String.join("\n", facts) + "\nhttps://baton.example/t/m.t";
        mail.html = "<html><body><table><tr data-line=\"1\"><td data-sku>" + sku
                + "</td><td data-quantity class=\"many\">"
                + line.quantity() + "</td><td data-cost>1\u00a0236,25\u00a0USD</td></tr></table><div data-ship-to>"
                + String.join(" ", facts)
                + "</div><p data-instructions>" + String.join(" ", facts) + "</p><p data-gift>" + script.giftMessage()
                + "</p><a data-action=\"accept\" href=\"https://baton.example/t/m.t#accept\">Accept</a></body></html>";
        mail.files.put(number + ".pdf", WrittenMail.pdf("Purchase order", facts));
        mail.files.put(number + ".csv", csv(sku, Integer.toString(line.quantity())));
        mail.files.put(
                number + "-slip.pdf",
                WrittenMail.pdf(
                        "Packing slip",
                        List.of(
                                script.name(),
                                to.name(),
                                to.line1(),
                                line.quantity() + " Article " + line.sku(),
                                "Lantern & Pine LLC")));
    }

    private static void add(List<String> facts, @Nullable String fact) {
        if (fact != null) {
            facts.add(fact);
        }
    }

    private byte[] csv(String sku, String quantity) {
        Address to = script.shipTo();
        String head =
                "number,version,line,sku,merchant_sku,title,quantity,unit_cost,currency,ship_to_name,ship_to_company,"
                        + "ship_to_line1,ship_to_line2,ship_to_city,ship_to_region,ship_to_postcode,ship_to_country,ship_to_phone,"
                        + "ship_method,ship_carrier,gift_message,packaging,branding,special,properties\r\n";
        List<String> row =
                new ArrayList<>(List.of(number, "1", "1", sku, line.sku(), line.title(), quantity, "1236.25", "USD"));
        for (String value : new String[] {
            to.name(),
            to.company(),
            to.line1(),
            to.line2(),
            to.city(),
            to.regionCode(),
            to.postcode(),
            to.countryCode(),
            "'" + to.phone(),
            "STD-ember",
            "FedEx",
            script.giftMessage(),
            supplier.packaging(),
            supplier.branding(),
            supplier.special(),
            ""
        }) {
            row.add(value == null ? "" : value);
        }
        String values = String.join(
                ",",
                row.stream()
                        .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                        .toList());
        return ("\uFEFF" + head + values + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private MailedOrder read() throws Exception {
        return MailedOrderReader.read(mail.letter(), supplier, script, false);
    }

    private void names(String what, String words) throws Exception {
        assertThat(read().flaws()).anySatisfy(flaw -> {
            assertThat(flaw.what()).isEqualTo(what);
            assertThat(flaw.words()).contains(words);
        });
    }

    @Test
    void readsTheOrderFromTheTableAndFindsNoFault() throws Exception {
        MailedOrder read = read();

        assertThat(read.flaws()).isEmpty();
        assertThat(read.document().number()).isEqualTo(number);
        assertThat(read.document().lines())
                .singleElement()
                .satisfies(one -> assertThat(one.quantity()).isEqualTo(line.quantity()));
        assertThat(read.document().shipTo().phone()).isEqualTo(script.shipTo().phone());
        assertThat(read.links()).containsOnlyKeys("accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit price 19.00", "Total: 12,50", "cost $7"})
    void noticesAPriceOnTheSlip(String words) throws Exception {
        String slip = number + "-slip.pdf";
        mail.files.put(
                slip, WrittenMail.pdf("Packing slip", List.of(script.shipTo().name(), words, "Lantern & Pine")));

        names("slip shows price", "the slip of " + number);
    }

    @Test
    void noticesTheSuppliersNameInTheSlipsMetadata() throws Exception {
        mail.files.put(
                number + "-slip.pdf",
                WrittenMail.pdf("By " + supplier.name().toLowerCase(Locale.ROOT), List.of("Lantern & Pine")));

        names("wrong content", "the supplier's name");
    }

    @Test
    void noticesTheCustomersMailOnTheSlip() throws Exception {
        mail.files.put(
                number + "-slip.pdf",
                WrittenMail.pdf("Slip", List.of("Lantern & Pine", script.buyer().email())));

        names("wrong content", "the customer's mail");
    }

    @Test
    void noticesAnotherBrandOnTheSlip() throws Exception {
        mail.files.put(number + "-slip.pdf", WrittenMail.pdf("Slip", List.of("Tidewater Supply")));

        names("wrong brand", "Tidewater Supply");
    }

    @Test
    void noticesThatTheMailAndTheTableDisagree() throws Exception {
        mail.html = mail.html.replace(">" + line.quantity() + "</td>", ">" + (line.quantity() + 1) + "</td>");

        names("wrong content", "the quantity of line 1");
    }

    @Test
    void noticesAnAmountThatIsNotWrittenAsItsReaderWritesIt() throws Exception {
        mail.html = mail.html.replace("1\u00a0236,25\u00a0USD", "1236.25 USD");

        names("wrong content", "the cost of line 1");
    }

    @Test
    void noticesThatThePrintedOrderHidesSomething() throws Exception {
        mail.files.put(number + ".pdf", WrittenMail.pdf("Purchase order", List.of(number)));

        names("wrong content", "the PDF does not show");
    }

    @Test
    void noticesAQuantityThatDoesNotStandOut() throws Exception {
        mail.html = mail.html.replace(" class=\"many\"", "");

        names("wrong content", "does not stand out");
    }

    @Test
    void readsNothingWithoutATable() {
        mail.files.remove(number + ".csv");

        assertThatThrownBy(this::read).isInstanceOf(IllegalArgumentException.class);
    }
}
