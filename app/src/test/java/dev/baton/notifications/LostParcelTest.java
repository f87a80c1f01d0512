package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    @CsvSource({"en,Missing", "de,Es fehlt", "es,Faltan", "fr,Il manque"})
    void everyLanguageHasTheWords(String language, String missing) {
        SalesOrderId order = place(shop, "l-" + language, language, "LAMP×1");
        PackageId gone = shop.ship(order, "ups", ONE, 1);
        gathered();

        judge().lose(road.merchant, gone, Because.CARRIER, null);
        gathered();

        assertThat(last("l-" + language).text()).contains(missing + ":\n  1 × Title of LAMP");
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
