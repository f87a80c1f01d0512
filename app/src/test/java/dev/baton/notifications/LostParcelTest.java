package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.notifications.CustomerOrder.ParcelState;
import dev.baton.orders.Bucket;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Problem;
import dev.baton.shipping.PackageId;
import dev.baton.tracking.JudgeLost;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.ScanCode;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parcel that is taken to be lost: where its units stand, what its customer reads, and what follows when it turns up. */
@DisplayName("7. Two parcels, one lost")
class LostParcelTest extends MailedOrders {

    private JudgeLost judge() {
        return road.baton.bean(JudgeLost.class);
    }

    private int units(SalesOrderId order, Bucket bucket) {
        return shop.order(order).lines().stream()
                .mapToInt(line -> line.units().getOrDefault(bucket, 0))
                .sum();
    }

    @Test
    @DisplayName("the mail names only the missing items, once")
    void theMailNamesOnlyWhatIsMissing() {
        SalesOrderId order = place("l1", "LAMP×1", "BULB×2");
        shop.ship(order, "ups", ONE, 1);
        PackageId gone = shop.ship(order, "ups", TWO, 0, 2);
        gathered();

        judge().lose(road.merchant, gone, Because.CARRIER, "claim 4711");
        judge().lose(road.merchant, gone, Because.CUSTOMER, null);
        gathered();
        gathered();

        assertThat(units(order, Bucket.LOST)).isEqualTo(2);
        assertThat(units(order, Bucket.SHIPPED)).isEqualTo(1);
        assertThat(raw("l1").getLast()).contains("X-Baton-Message: order.lost");
        assertThat(last("l1").text())
                .contains("Missing:\n  2 × Title of BULB")
                .doesNotContain("LAMP")
                .doesNotContain("4711");
        assertThat(raw("l1").stream().filter(mail -> mail.contains("X-Baton-Message: order.lost")))
                .hasSize(1);
        assertThat(road.taskKinds()).contains("tracking.lost");
    }

    @Test
    @DisplayName("it turns up: its units are on their way again, the task closes; lost once more is told once more")
    void itTurnsUp() {
        SalesOrderId order = place("l2", "LAMP×1");
        PackageId gone = shop.ship(order, "ups", ONE, 1);
        gathered();
        judge().lose(road.merchant, gone, Because.SILENCE, null);
        gathered();

        judge().find(road.merchant, gone);
        judge().find(road.merchant, gone);

        assertThat(units(order, Bucket.SHIPPED)).isEqualTo(1);
        assertThat(road.taskKinds()).doesNotContain("tracking.lost");
        judge().lose(road.merchant, gone, Because.CARRIER, null);
        gathered();
        assertThat(units(order, Bucket.LOST)).isEqualTo(1);
        assertThat(raw("l2").stream().filter(mail -> mail.contains("X-Baton-Message: order.lost")))
                .hasSize(2);
    }

    @Test
    @DisplayName("the carrier delivers it after all: delivered counts, and the customer is told")
    void theCarrierDeliversIt() {
        SalesOrderId order = place("l3", "LAMP×1", "BULB×1");
        shop.ship(order, "ups", ONE, 1);
        PackageId gone = shop.ship(order, "ups", TWO, 0, 1);
        gathered();
        judge().lose(road.merchant, gone, Because.SILENCE, null);
        gathered();

        shop.scan(TWO, ScanCode.DELIVERED, 1, null, null);
        road.work();
        gathered();

        assertThat(units(order, Bucket.DELIVERED)).isEqualTo(1);
        assertThat(units(order, Bucket.LOST)).isZero();
        assertThat(units(order, Bucket.SHIPPED)).isEqualTo(1);
        assertThat(raw("l3").getLast()).contains("X-Baton-Message: order.delivered");
        assertThat(last("l3").text()).contains("Delivered:\n  1 × Title of BULB");
        assertThat(road.taskKinds()).doesNotContain("tracking.lost");
        assertThatThrownBy(() -> judge().lose(road.merchant, gone, Because.CUSTOMER, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("delivered");
    }

    @ParameterizedTest
    @DisplayName("who was told of a loss is told, once, that it turned up; the page says so too")
    @CsvSource({
        "en,Missing,On its way again",
        "de,Es fehlt,Wieder unterwegs",
        "es,Faltan,De nuevo en camino",
        "fr,Il manque,De nouveau en route"
    })
    void everyLanguageHasTheWords(String language, String missing, String found) {
        String id = "l-" + language;
        SalesOrderId order = place(shop, id, language, "LAMP×1");
        PackageId gone = shop.ship(order, "ups", ONE, 1);
        gathered();

        judge().lose(road.merchant, gone, Because.CUSTOMER, null);
        gathered();
        assertThat(last(id).text()).contains(missing + ":\n  1 × Title of LAMP");
        int before = raw(id).size();
        judge().find(road.merchant, gone);
        judge().find(road.merchant, gone);
        gathered();
        gathered();

        assertThat(raw(id)).hasSize(before + 1);
        assertThat(raw(id).getLast()).contains("X-Baton-Message: order.found\r\n");
        assertThat(last(id).text()).contains(found + ":\n  1 × Title of LAMP", ONE, "https://baton.example/o/");
        assertThat(state(order)).isEqualTo(ParcelState.FOUND);
    }

    @Test
    @DisplayName("what was never told to be lost is not told to be found, nor is the loss of what turned up meanwhile")
    void nobodyIsToldOfWhatTheyNeverHeard() {
        SalesOrderId order = place("l5", "LAMP×1");
        PackageId gone = shop.ship(order, "ups", ONE, 1);
        gathered();
        int before = raw("l5").size();

        judge().lose(road.merchant, gone, Because.CUSTOMER, null);
        judge().find(road.merchant, gone);
        gathered();
        gathered();

        assertThat(raw("l5")).hasSize(before);
    }

    @Test
    @DisplayName("the carrier has it again but takes it back to its sender: the mail promises no arrival")
    void itTurnsUpOnItsWayBack() {
        SalesOrderId order = place("l6", "LAMP×1");
        shop.ship(order, "ups", ONE, 1);
        gathered();
        shop.scan(ONE, ScanCode.LOST, 1, null, null);
        road.work();
        gathered();
        assertThat(raw("l6").getLast()).contains("X-Baton-Message: order.lost");

        shop.scan(ONE, ScanCode.RETURNED, 3, null, null);
        road.work();
        gathered();

        assertThat(raw("l6").getLast()).contains("X-Baton-Message: order.found_back");
        assertThat(last("l6").text())
                .contains("On its way back:\n  1 × Title of LAMP", ONE)
                .doesNotContain("On its way again");
        assertThat(state(order)).isEqualTo(ParcelState.GOING_BACK);
    }

    private ParcelState state(SalesOrderId order) {
        return road.baton
                .in(
                        road.merchant,
                        () -> road.baton
                                .bean(CustomerOrderLookup.class)
                                .find(road.merchant, order)
                                .orElseThrow())
                .parcels()
                .getFirst()
                .state();
    }

    @Test
    void refusesAParcelThereIsNotAndANoteTooLong() {
        assertThatThrownBy(() -> judge().lose(road.merchant, new PackageId(UUID.randomUUID()), Because.CARRIER, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no parcel");
        assertThatThrownBy(() -> judge().find(road.merchant, new PackageId(UUID.randomUUID())))
                .isInstanceOf(Problem.class);
        SalesOrderId order = place("l4", "LAMP×1");
        PackageId parcel = shop.ship(order, "ups", ONE, 1);
        assertThatThrownBy(() -> judge().lose(road.merchant, parcel, Because.CARRIER, "x".repeat(1_001)))
                .isInstanceOf(Problem.class);
    }
}
