package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.purchasing.AmendedFact;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.CancellationNotice;
import dev.baton.purchasing.CancellationNotice.AskedLine;
import dev.baton.purchasing.CounterOfferId;
import dev.baton.purchasing.CounterOfferNotice;
import dev.baton.purchasing.LineUnits;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.Recall.RecalledLine;
import dev.baton.purchasing.RecallId;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever reads otherwise in a document to a supplier, or is missing, is found before the document leaves. */
class DocumentBreachTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final PurchaseOrderId ORDER = new PurchaseOrderId(SampleStanding.ANY);

    /** One of each kind of document. */
    enum Sort {
        PURCHASE_ORDER,
        AMENDMENT,
        CANCELLATION,
        PRICE,
        RECALL,
        REMINDER,
        AMENDMENT_REMINDER;

        byte[] document() {
            return switch (this) {
                case PURCHASE_ORDER -> PurchaseOrderDocument.render(facts());
                case AMENDMENT -> AmendmentDocument.render(amendment());
                case CANCELLATION, PRICE, RECALL, REMINDER, AMENDMENT_REMINDER -> NoticeDocument.render(notice());
            };
        }

        Optional<String> differences(byte[] document, SampleStanding stands) {
            return switch (this) {
                case PURCHASE_ORDER -> DocumentCheck.differences(document, facts());
                case AMENDMENT -> AmendmentDocumentCheck.differences(document, amendment(), stands.view());
                case AMENDMENT_REMINDER -> differences(document, stands, TransmissionKind.REMINDER);
                case CANCELLATION, PRICE, RECALL, REMINDER ->
                    differences(document, stands, TransmissionKind.valueOf(name()));
            };
        }

        Optional<String> differences(byte[] document, SampleStanding stands, TransmissionKind planned) {
            return NoticeDocumentCheck.differences(document, notice(), planned, stands.view());
        }

        Notice notice() {
            return switch (this) {
                case CANCELLATION ->
                    new Notice.Cancellation(new CancellationNotice(
                            SampleStanding.CANCELLATION,
                            ORDER,
                            "1001-1",
                            1,
                            List.of(new AskedLine(1, 2), new AskedLine(2, 1)),
                            "moved",
                            SampleStanding.DEADLINE));
                case PRICE ->
                    new Notice.Price(new CounterOfferNotice(
                            new CounterOfferId(new UUID(6, 1)),
                            "1001-1",
                            1,
                            1,
                            3,
                            false,
                            "EUR",
                            12_345_600,
                            13_000_000,
                            "too dear"));
                case RECALL -> new Notice.Recalled("1001-1", 1, recall(), List.of(parcel("1Z5"), parcel("1Z6")));
                case REMINDER -> new Notice.Reminder("1001-1", 1, null, SampleStanding.DEADLINE);
                case AMENDMENT_REMINDER ->
                    new Notice.Reminder("1001-1", 1, SampleStanding.AMENDMENT, SampleStanding.DEADLINE);
                case PURCHASE_ORDER, AMENDMENT -> throw new IllegalStateException(name());
            };
        }
    }

    private static PurchaseOrderFacts facts() {
        return SampleFacts.engraved(
                SampleFacts.of(SampleFacts.address(), "Alles Gute", lines().toArray(PurchaseOrderLine[]::new)),
                Map.of("Gravur", "Für Opa"));
    }

    private static List<PurchaseOrderLine> lines() {
        return new SampleStanding().lines;
    }

    private static AmendmentFacts amendment() {
        PurchaseOrderFacts told = facts();
        ReadyToSend order = told.order();
        ReadyToSend wanted = new ReadyToSend(
                order.id(),
                order.number(),
                2,
                order.salesOrder(),
                order.supplier(),
                order.store(),
                order.storeOrderId(),
                order.storeOrderName(),
                order.customerRecord(),
                order.subject(),
                order.shipFrom(),
                order.shipMethod(),
                order.currency(),
                order.issuedAt(),
                SampleStanding.DEADLINE,
                order.lines(),
                null);
        return new AmendmentFacts(
                new AmendmentNotice(
                        SampleStanding.AMENDMENT, 1, 1, new SampleStanding().changes, SampleStanding.DEADLINE, wanted),
                new PurchaseOrderFacts(
                        wanted,
                        told.supplier(),
                        told.merchantName(),
                        told.store(),
                        told.shipTo(),
                        told.giftMessage(),
                        told.entered()));
    }

    private static Recall recall() {
        return new Recall(
                new RecallId(new UUID(7, 1)),
                ORDER,
                new SupplierId(SampleStanding.ANY),
                new UUID(8, 1),
                1,
                Recall.Status.OPEN,
                SampleStanding.DEADLINE,
                SampleStanding.DEADLINE,
                null,
                null,
                null,
                List.of(new RecalledLine(1, 2, 12_345_600)));
    }

    private static ParcelView parcel(String number) {
        return new ParcelView(
                new PackageId(new UUID(9, 1)), "UPS", "ups", false, number, null, null, null, null, List.of());
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingInADocumentThatSaysWhatWasMeant(Sort sort) {
        assertThat(sort.differences(sort.document(), new SampleStanding())).isEmpty();
    }

    record Planted(Sort sort, String place, String breach, byte[] document) {

        @Override
        public String toString() {
            return sort + " " + place + " " + breach;
        }
    }

    static Stream<Planted> everyValue() {
        return Stream.of(Sort.values()).flatMap(sort -> {
            List<Planted> planted = new ArrayList<>();
            plant(sort, JSON.readTree(sort.document()), "", planted);
            return planted.stream();
        });
    }

    private static void plant(Sort sort, JsonNode node, String at, List<Planted> into) {
        if (node.isObject()) {
            node.propertyStream().forEach(entry -> {
                String place = at + "/" + entry.getKey();
                if (!entry.getValue().isContainer()) {
                    into.add(changed(
                            sort,
                            at,
                            place + " other",
                            parent -> ((ObjectNode) parent).set(entry.getKey(), other(entry.getValue()))));
                }
                into.add(changed(sort, at, place + " lost", parent -> ((ObjectNode) parent).remove(entry.getKey())));
                plant(sort, entry.getValue(), place, into);
            });
        } else if (node.isArray()) {
            into.add(changed(sort, at, "one more", parent -> ((ArrayNode) parent).add(node.path(0))));
            for (int i = 0; i < node.size(); i++) {
                int index = i;
                if (!node.path(i).isContainer()) {
                    into.add(changed(
                            sort,
                            at,
                            i + " other",
                            parent -> ((ArrayNode) parent).set(index, other(node.path(index)))));
                }
                into.add(changed(sort, at, i + " lost", parent -> ((ArrayNode) parent).remove(index)));
                plant(sort, node.path(i), at + "/" + i, into);
            }
        }
    }

    private static Planted changed(Sort sort, String at, String breach, Consumer<JsonNode> change) {
        JsonNode copy = JSON.readTree(sort.document());
        change.accept(copy.at(at));
        return new Planted(sort, at, breach, JSON.writeValueAsBytes(copy));
    }

    private static JsonNode other(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> NODES.numberNode(value.intValue() + 1);
            case BOOLEAN -> NODES.booleanNode(!value.booleanValue());
            case STRING -> NODES.stringNode(value.stringValue() + "0");
            case NULL -> NODES.stringNode("x");
            case ARRAY, BINARY, MISSING, OBJECT, POJO -> throw new IllegalStateException(value.toString());
        };
    }

    @ParameterizedTest
    @MethodSource("everyValue")
    void findsEachValueThatIsOtherOrLost(Planted planted) {
        assertThat(planted.sort().differences(planted.document(), new SampleStanding()))
                .hasValueSatisfying(said -> assertThat(said)
                        .endsWith("reads otherwise than it was meant")
                        .doesNotContain("Juni", "Opa", "Alles Gute"));
    }

    record Kept(Sort sort, String place, Consumer<SampleStanding> change) {

        @Override
        public String toString() {
            return sort + " " + place;
        }
    }

    static Stream<Kept> otherInTheDatabase() {
        return Stream.concat(
                Stream.of(Sort.values())
                        .filter(sort -> sort != Sort.PURCHASE_ORDER)
                        .flatMap(sort -> Stream.of(
                                new Kept(sort, "number", stands -> stands.number = "1001-2"),
                                new Kept(sort, "version", stands -> stands.version = 2))),
                Stream.of(
                        new Kept(Sort.CANCELLATION, "line 1 quantity", stands -> units(stands, 1)),
                        new Kept(Sort.CANCELLATION, "line 1 quantity", DocumentBreachTest::withdraw),
                        new Kept(Sort.CANCELLATION, "line 2 quantity", stands -> stands.lines.removeLast()),
                        new Kept(
                                Sort.CANCELLATION,
                                "cancellationId",
                                stands -> stands.cancelling = Cancellation.Status.AGREED),
                        new Kept(Sort.CANCELLATION, "reason", stands -> stands.reason = "too late"),
                        new Kept(Sort.CANCELLATION, "respondBy", DocumentBreachTest::later),
                        new Kept(Sort.PRICE, "currency", stands -> stands.currency = "USD"),
                        new Kept(Sort.PRICE, "line 1 quantity", stands -> units(stands, 2)),
                        new Kept(Sort.RECALL, "recallId", stands -> stands.id = new PurchaseOrderId(new UUID(0, 2))),
                        new Kept(Sort.RECALL, "line 1 quantity", stands -> units(stands, 1)),
                        new Kept(Sort.REMINDER, "respondBy", DocumentBreachTest::later),
                        new Kept(Sort.AMENDMENT_REMINDER, "respondBy", DocumentBreachTest::later),
                        new Kept(Sort.AMENDMENT, "amendmentId", stands -> stands.amending = Amendment.Status.PLANNED),
                        new Kept(Sort.AMENDMENT, "changes", stands -> stands.changes = Set.of(AmendedFact.SHIP_TO)),
                        new Kept(Sort.AMENDMENT, "shipTo", stands -> stands.customerRecord = new UUID(0, 2)),
                        new Kept(Sort.AMENDMENT, "shipMethod", stands -> stands.shipMethod = null),
                        new Kept(Sort.AMENDMENT, "respondBy", DocumentBreachTest::later),
                        new Kept(Sort.AMENDMENT, "line 1 quantity", stands -> units(stands, 2)),
                        new Kept(
                                Sort.AMENDMENT,
                                "line 1 sku",
                                stands -> stands.lines.set(0, SampleFacts.line(1, "L-101", "Lampe", 3, 12_345_600))),
                        new Kept(Sort.AMENDMENT, "number of lines", DocumentBreachTest::withdraw),
                        new Kept(Sort.AMENDMENT, "number of lines", stands -> units(stands, 0))));
    }

    private static void later(SampleStanding stands) {
        stands.respondBy = stands.respondBy.plus(Duration.ofSeconds(1));
    }

    private static void units(SampleStanding stands, int quantity) {
        stands.lines.set(0, SampleFacts.line(1, "L-100", "Lampe", quantity, 12_345_600));
    }

    private static void withdraw(SampleStanding stands) {
        PurchaseOrderLine line = stands.lines.getFirst();
        stands.lines.set(
                0,
                new PurchaseOrderLine(
                        line.purchaseOrder(),
                        line.line(),
                        line.allocation(),
                        line.orderLine(),
                        line.offer(),
                        line.merchantSku(),
                        line.supplierSku(),
                        line.title(),
                        line.unitCostMicros(),
                        true,
                        new LineUnits(3, 0, 0, 0, null, 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("otherInTheDatabase")
    void findsWhatThePurchaseOrderDoesNotHave(Kept kept) {
        SampleStanding stands = new SampleStanding();
        kept.change().accept(stands);

        assertThat(kept.sort().differences(kept.sort().document(), stands))
                .hasValueSatisfying(said -> assertThat(said).startsWith(kept.place() + " reads otherwise"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PURCHASE_ORDER", "AMENDMENT"})
    void findsADocumentThatWasPlannedAsAnother(Sort sort) {
        assertThat(sort.differences(sort.document(), new SampleStanding(), TransmissionKind.PURCHASE_ORDER))
                .hasValueSatisfying(said -> assertThat(said).startsWith("type reads otherwise"));
    }

    /** A clock tells nanoseconds, the database keeps microseconds. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PURCHASE_ORDER")
    void takesADeadlineForTheSameThatTheDatabaseRounded(Sort sort) {
        SampleStanding stands = new SampleStanding();
        stands.respondBy = stands.respondBy.plusNanos(499);

        assertThat(sort.differences(sort.document(), stands)).isEmpty();
    }
}
