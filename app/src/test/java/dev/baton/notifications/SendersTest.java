package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.ChooseSenders;
import dev.baton.merchants.DefineStore;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MessageKind;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreDefinition;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.shipping.PackageId;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestShop;
import dev.baton.tracking.JudgeLost;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.ScanCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One tells a store's customers of each thing: the store or Baton. */
class SendersTest extends MailedOrders {

    private static final List<MessageKind> LIFE = List.of(
            MessageKind.CONFIRMED,
            MessageKind.SHIPPED,
            MessageKind.DELIVERED,
            MessageKind.LOST,
            MessageKind.CANCELLED,
            MessageKind.REFUNDED);

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"CONFIRMED", "SHIPPED", "DELIVERED", "LOST", "CANCELLED", "REFUNDED"})
    void writesNothingOfAKindTheStoreTellsAndOneOfEachOther(MessageKind stores) {
        choose(shop, Map.of(stores, MailSender.STORE));

        SalesOrderId order = life(shop, "k-" + stores.name().toLowerCase(Locale.ROOT));

        assertThat(kinds(order))
                .containsExactlyInAnyOrderElementsOf(
                        LIFE.stream().filter(kind -> kind != stores).toList());
        assertThat(raw("k-" + stores.name().toLowerCase(Locale.ROOT))).hasSize(LIFE.size() - 1);
    }

    @Test
    void tellsOnlyWhatIsItsOwnWhereTheStoreTellsTheRest() {
        CustomersShop quiet = shop("quiet" + tag, "#000000", MailSender.STORE, true);
        choose(quiet, Map.of(MessageKind.SHIPPED, MailSender.BATON, MessageKind.LOST, MailSender.BATON));

        SalesOrderId order = life(quiet, "own");

        assertThat(kinds(order)).containsExactlyInAnyOrder(MessageKind.SHIPPED, MessageKind.LOST);
        assertThat(raw("own")).hasSize(2);
    }

    @Test
    void whatWasPlannedStaysWithWhoseItWas() {
        SalesOrderId order = place("t1", "LAMP×2");
        shop.ship(order, "ups", ONE, 1);
        choose(shop, Map.of(MessageKind.SHIPPED, MailSender.STORE));
        gathered();
        assertThat(raw("t1").getLast()).contains("X-Baton-Message: order.part_shipped");

        shop.ship(order, "ups", TWO, 1);
        gathered();
        assertThat(kinds(order)).containsExactlyInAnyOrder(MessageKind.CONFIRMED, MessageKind.SHIPPED);
    }

    @Test
    void whatIsSaidOfOneKindStandsWhenTheStoreIsStatedAnew() {
        choose(shop, Map.of(MessageKind.SHIPPED, MailSender.STORE));
        Store store = shop.store();

        Store stated = road.baton
                .bean(DefineStore.class)
                .define(
                        road.merchant,
                        new StoreDefinition(
                                store.code(),
                                store.kind(),
                                "Another name",
                                store.currency(),
                                store.zone(),
                                store.brand(),
                                MailSender.BATON,
                                true));

        assertThat(stated.sender(MessageKind.SHIPPED)).isEqualTo(MailSender.STORE);
        assertThat(stated.sender(MessageKind.DELIVERED)).isEqualTo(MailSender.BATON);
        assertThat(choose(shop, Map.of()).sender(MessageKind.SHIPPED)).isEqualTo(MailSender.BATON);
    }

    /** Confirmed, a unit cancelled, one parcel that arrives, one that is lost, some money back. */
    private SalesOrderId life(CustomersShop of, String id) {
        SalesOrderId order = of.place(
                id, new CustomerFacts("Ada Muster", address(id), null, "en"), TestShop.BERLIN, "LAMP×2", "BULB×1");
        of.cancel(order, 1, 1);
        road.work();
        gathered();
        of.ship(order, "ups", ONE, 1);
        PackageId lost = of.ship(order, "ups", TWO, 1);
        gathered();
        of.scan(ONE, ScanCode.DELIVERED, 1, null, null);
        gathered();
        road.baton.bean(JudgeLost.class).lose(road.merchant, lost, Because.CARRIER, null);
        gathered();
        road.baton.clock().advance(Duration.ofMinutes(1));
        of.refund(id, "rf-" + id, 2_50);
        road.work();
        return order;
    }

    private Store choose(CustomersShop of, Map<MessageKind, MailSender> senders) {
        return road.baton
                .bean(ChooseSenders.class)
                .choose(road.merchant, of.store().id(), senders);
    }

    private List<MessageKind> kinds(SalesOrderId order) {
        return messages(order).stream().map(Message::kind).toList();
    }
}
