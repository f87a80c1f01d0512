package dev.baton.orders;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.Repository;
import dev.baton.trading.TestRoad;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of changes in docs/store-changes.md, cell by cell: the store changes one field of an order that is not
 * sent, sent, or shipped, and what can be seen then is what the cell says. A cell that says something else fails, and
 * so does a field without a row or a row without an edit.
 */
class StoreChangesTableTest {

    private static final List<String> STAGES = List.of("before the send", "after the send", "after shipping");

    private final TestRoad road = new TestRoad();
    private final StoreEdits edits = new StoreEdits(road.shop);
    private SupplierId acme;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("VASE", acme);
        road.goods("BOWL", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    /** One cell of the table. */
    record Cell(String field, String stage, String effect) {

        @Override
        public String toString() {
            return field + " " + stage + ": " + effect;
        }
    }

    static Stream<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (String[] row : rows()) {
            for (int i = 0; i < STAGES.size(); i++) {
                cells.add(new Cell(row[0], STAGES.get(i), row[i + 1]));
            }
        }
        return cells.stream();
    }

    private static List<String[]> rows() throws IOException {
        return Files.readString(Repository.root().resolve("docs/store-changes.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| field |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.split("\\|", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toArray(String[]::new))
                .toList();
    }

    @Test
    void theTableHasEveryFieldOnce() throws IOException {
        assertThat(rows().stream().map(row -> row[0]))
                .containsExactlyElementsOf(edits.all().keySet());
        assertThat(rows()).allSatisfy(row -> assertThat(row).hasSize(STAGES.size() + 1));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatCanBeSeenIsWhatTheTableSays(Cell cell) {
        SalesOrderId order = at(cell.stage());
        SeenEffects before = SeenEffects.now(road, order);

        road.baton.clock().advance(Duration.ofSeconds(1));
        place(edits.edited(cell.field()).updatedAt(road.baton.clock().instant()).build());

        SeenEffects after = SeenEffects.now(road, order);
        assertThat(after.since(before)).isEqualTo(cell.effect());
        assertThat(after.newTasks(before))
                .allSatisfy(task -> assertThat(task.title()).contains("#1", "ACME GmbH"));
    }

    private SalesOrderId at(String stage) {
        SalesOrderId order = place(edits.placed().build());
        switch (stage) {
            case "before the send" -> {}
            case "after the send" -> road.work();
            case "after shipping" -> {
                road.work();
                ship(road.purchaseOrder(order));
            }
            default -> throw new IllegalArgumentException(stage);
        }
        return order;
    }

    private void ship(PurchaseOrderView of) {
        road.acknowledge(of, "A1", accept(1, 2), accept(2, 1));
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                of.number(),
                                "S1",
                                road.baton.clock().instant(),
                                List.of(new NewPackage(
                                        "ups",
                                        "1Z999AA10123456784",
                                        null,
                                        List.of(new PackageLine(1, 2), new PackageLine(2, 1)))))));
    }

    private SalesOrderId place(StoreOrder order) {
        return road.baton
                .bean(PlaceOrders.class)
                .place(road.merchant, List.of(order))
                .getFirst()
                .order();
    }
}
