package dev.baton.channels;

import dev.baton.channels.OrderFacts.Ref;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.shipping.ShipmentsDispatched;
import dev.baton.shipping.ShipmentsDispatched.Dispatched;
import dev.baton.shipping.ShipmentsDispatched.DispatchedPackage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears that goods have left and plans to tell their stores; the telling is done by a worker after commit. */
@Component
class PlanFulfilments {

    private final StoreFulfilments fulfilments;
    private final OrderFacts orders;
    private final MerchantLookup merchants;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    PlanFulfilments(
            StoreFulfilments fulfilments,
            OrderFacts orders,
            MerchantLookup merchants,
            Work work,
            Ids ids,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.merchants = merchants;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void on(ShipmentsDispatched news) {
        Map<SalesOrderId, Ref> refs = orders.refs(
                news.merchant(),
                news.shipments().stream().map(Dispatched::salesOrder).distinct().toList());
        Set<StoreId> telling = telling(news.merchant(), refs.values());
        List<StoreFulfilment> planned = new ArrayList<>();
        Map<UUID, StoreId> stores = new HashMap<>();
        for (Dispatched shipment : news.shipments()) {
            Ref ref = refs.get(shipment.salesOrder());
            if (ref != null) {
                StoreFulfilment fulfilment = planned(shipment, ref, telling.contains(ref.store()));
                planned.add(fulfilment);
                stores.put(fulfilment.id(), ref.store());
            }
        }
        List<NewWork> works = new ArrayList<>();
        for (UUID id : planned.isEmpty() ? List.<UUID>of() : fulfilments.plan(news.merchant(), planned)) {
            StoreId store = stores.get(id);
            if (store != null) {
                works.add(new NewWork(Queues.store(store), StoreFulfilments.WORK, id, clock.instant(), true));
            }
        }
        work.add(news.merchant(), works);
        Crash.at("channels.fulfilment-planned");
    }

    /** Of their stores those that mail the customer themselves, as it is agreed now: for the others a mail is planned beside this. */
    private Set<StoreId> telling(MerchantId merchant, Collection<Ref> refs) {
        return refs.stream()
                .map(Ref::store)
                .distinct()
                .flatMap(store -> merchants.store(merchant, store).stream())
                .filter(store -> store.sender(MessageKind.SHIPPED) == MailSender.STORE)
                .map(Store::id)
                .collect(Collectors.toSet());
    }

    private StoreFulfilment planned(Dispatched shipment, Ref ref, boolean storeTells) {
        return new StoreFulfilment(
                ids.next(),
                shipment.shipment().value(),
                ref.store(),
                shipment.salesOrder(),
                ref.storeOrderId(),
                State.PLANNED,
                shipment.packages().stream().map(PlanFulfilments::parcel).toList(),
                List.of(),
                null,
                storeTells);
    }

    static Parcel parcel(DispatchedPackage dispatched) {
        Map<UUID, Integer> units = new HashMap<>();
        dispatched.lines().forEach(line -> {
            OrderLineId orderLine = line.orderLine();
            units.merge(orderLine.value(), line.quantity(), Integer::sum);
        });
        return new Parcel(
                dispatched.carrierCode(),
                dispatched.carrierSaid(),
                dispatched.trackingNumber(),
                dispatched.trackingUrl(),
                units);
    }
}
