package dev.baton.world.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Body;
import dev.baton.world.http.Caller;
import dev.baton.world.http.Json;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.links.LinkPages;
import dev.baton.world.mail.Envelope;
import dev.baton.world.mail.Letter;
import dev.baton.world.story.Goods;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.time.Agenda;
import dev.baton.world.time.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A supplier that reads strictly: a document is exactly what was agreed, or it is refused and written down. */
class SupplierDeskTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final WorldClock clock = WorldClock.of(START, 600);
    private final Ledger ledger = new Ledger(clock);
    private final BlockingQueue<Request> told = new LinkedBlockingQueue<>();
    private final MiniServer baton = MiniServer.start(0, request -> {
        told.add(request);
        return Reply.json(200, Json.object());
    });
    private final Caller caller = new Caller();
    private final Agenda agenda = new Agenda(clock, fault -> {
        throw fault;
    });
    private final Playbook playbook = Playbook.of(Playbook.fewest(), 7);
    private final OrderScript script = playbook.scripts().values().stream()
            .filter(one -> one.plot() == Plot.PART_SHIPPED)
            .filter(one -> Fault.of(one.id(), 7) == Fault.NONE)
            .findFirst()
            .orElseThrow();
    private final OrderScript.Line line = script.lines().getFirst();
    private final String supplier =
            line.parts().getFirst().suppliers().iterator().next();
    private final Suppliers suppliers = new Suppliers(
            playbook.market(),
            new SupplierWorld(
                    clock,
                    agenda,
                    ledger,
                    playbook::find,
                    new TrackingNumbers(7),
                    new BatonApi(caller, baton.url(), "", Duration.ofSeconds(5)),
                    7,
                    ""),
            new MailRoad(new LinkPages(caller, baton.url(), Duration.ZERO), playbook::numbered, "1801-1"::equals),
            Map.of(),
            Map.of());

    @AfterEach
    void close() {
        agenda.close();
        caller.close();
        baton.close();
    }

    private ObjectNode document() {
        Goods goods = Objects.requireNonNull(playbook.market().goods().get(line.sku()));
        String supplierSku = goods.offers().stream()
                .filter(offer -> offer.supplier().equals(supplier))
                .findFirst()
                .orElseThrow()
                .supplierSku();
        ObjectNode json = Json.object();
        json.put("type", "purchase_order").put("schemaVersion", 1).put("number", "1001-1");
        json.put("version", 1);
        json.put("issuedAt", "2026-03-02T09:00:00Z").put("respondBy", "2026-03-02T13:00:00Z");
        json.putObject("merchant").put("name", "Lantern & Pine");
        json.putObject("storeOrder")
                .put("id", script.id())
                .put("name", script.name())
                .put("store", "main");
        json.putObject("supplier").put("code", supplier).put("name", supplier);
        json.put("shipFrom", "MAIN").put("currency", "USD");
        json.putObject("shipTo")
                .put("name", script.shipTo().name())
                .put("line1", script.shipTo().line1())
                .put("city", script.shipTo().city())
                .put("countryCode", script.shipTo().countryCode());
        ArrayNode lines = json.putArray("lines");
        lines.addObject()
                .put("line", 1)
                .put("sku", supplierSku)
                .put("merchantSku", line.sku())
                .put("title", line.title())
                .put("quantity", line.quantity())
                .put("unitCost", "6.25")
                .putObject("properties")
                .put("Engraving", "For Ada");
        return json;
    }

    private Reply send(ObjectNode json, String secretOf) {
        Body body = Body.of(json);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        String signature =
                StandardWebhook.of(StandardWebhook.secretFor(secretOf)).sign("m-1", timestamp, body);
        return suppliers.handle(new Request(
                "POST",
                Suppliers.path(supplier),
                "",
                Map.of(
                        "webhook-id", List.of("m-1"),
                        "webhook-timestamp", List.of(timestamp),
                        "webhook-signature", List.of(signature),
                        "idempotency-key", List.of(Json.text(json, "number") + ".v1")),
                body));
    }

    private Letter reminderOf(String purchaseOrder) {
        String text = """
                From: mail@baton.example
                To: orders@loom.example
                Subject: Reminder
                X-Baton-Document: %s.v1.reminder
                Content-Type: text/html

                <p>Please answer.</p>
                """.formatted(purchaseOrder).replace("\n", "\r\n");
        return Letter.read(
                1,
                clock.instant(),
                new Envelope("mail@baton.example", List.of("orders@loom.example"), Body.of(text)),
                "orders@loom.example");
    }

    @Test
    void aReminderOfAnOrderThatCameBackIsNoFlawAndOneOfAnOrderThatNeverLeftIs() {
        suppliers.read("loom", reminderOf("1801-1"));
        assertThat(ledger.facts(Fact.MailFlaw.class)).isEmpty();

        suppliers.read("loom", reminderOf("1802-1"));
        assertThat(ledger.facts(Fact.MailFlaw.class))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.toString()).contains("1802-1.v1.reminder"));
    }

    private int status(ObjectNode json) {
        return ((Reply.Answer) send(json, supplier)).status();
    }

    private List<Fact.PurchaseOrderTaken> taken() {
        return ledger.facts(Fact.PurchaseOrderTaken.class);
    }

    @Test
    void takesAPurchaseOrderAndAcknowledgesIt() throws InterruptedException {
        assertThat(status(document())).isEqualTo(200);

        Request answer = Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS), "no acknowledgement");
        assertThat(answer.path()).endsWith("/purchase-orders/1001-1/acknowledgement");
        assertThat(Json.read(answer.body().bytes()).at("/lines/0/action").asString())
                .isEqualTo("accept");
        assertThat(taken())
                .singleElement()
                .satisfies(fact -> assertThat(fact.repeat()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown field",
                "unknown field of a line",
                "no quantity",
                "zero units",
                "line twice",
                "another supplier",
                "another schema",
                "unknown type",
                "nobody's order",
                "another number form"
            })
    void refusesWhatWasNotAgreed(String fault) {
        ObjectNode json = document();
        spoil(fault).accept(json);

        assertThat(status(json)).isEqualTo(422);

        assertThat(taken()).isEmpty();
        assertThat(ledger.facts(Fact.DocumentRefused.class)).hasSize(1);
    }

    private static Consumer<ObjectNode> spoil(String fault) {
        return json -> {
            ArrayNode lines = (ArrayNode) json.path("lines");
            ObjectNode line = (ObjectNode) lines.get(0);
            switch (fault) {
                case "unknown field" -> json.put("margin", "0.40");
                case "unknown field of a line" -> line.put("customerPrice", "20.00");
                case "no quantity" -> line.remove("quantity");
                case "zero units" -> line.put("quantity", 0);
                case "line twice" -> lines.add(line.deepCopy());
                case "another supplier" -> ((ObjectNode) json.path("supplier")).put("code", "somebody");
                case "another schema" -> json.put("schemaVersion", 2);
                case "unknown type" -> json.put("type", "quote");
                case "nobody's order" -> ((ObjectNode) json.path("storeOrder")).put("id", "1");
                case "another number form" -> json.put("number", "PO 17");
                default -> throw new IllegalArgumentException(fault);
            }
        };
    }

    @Test
    void trustsOnlyItsOwnSecret() {
        assertThat(((Reply.Answer) send(document(), "somebody else")).status()).isEqualTo(401);
        assertThat(taken()).isEmpty();
    }

    @Test
    void takesTheSameBytesAgainAsARepeatAndReactsOnce() {
        assertThat(status(document())).isEqualTo(200);
        assertThat(status(document())).isEqualTo(200);

        assertThat(taken()).extracting(Fact.PurchaseOrderTaken::repeat).containsExactly(false, true);
        assertThat(agenda.open()).as("answers planned").isOne();
    }

    @Test
    void writesDownOtherBytesUnderTheSameKeyAsNoRepeat() {
        ObjectNode other = document();
        ((ObjectNode) other.path("lines").get(0)).put("quantity", line.quantity() + 1);

        assertThat(status(document())).isEqualTo(200);
        assertThat(status(other)).isEqualTo(200);

        assertThat(taken()).extracting(Fact.PurchaseOrderTaken::repeat).containsExactly(false, false);
        assertThat(taken()).extracting(Fact.PurchaseOrderTaken::sha256).doesNotHaveDuplicates();
    }

    @Test
    void knowsNothingOfWhatItNeverGot() {
        ObjectNode reminder = Json.object();
        reminder.put("type", "purchase_order.reminder").put("schemaVersion", 1).put("number", "1001-1");
        reminder.put("version", 1).put("respondBy", "2026-03-02T13:00:00Z");

        assertThat(status(reminder)).isEqualTo(404);
        assertThat(ledger.facts(Fact.DocumentRefused.class)).hasSize(1);
        assertThat(ledger.facts(Fact.ReminderReceived.class)).isEmpty();
    }
}
