package dev.baton.notifications;

import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.CustomerLookup;
import dev.baton.orders.OrderParty;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Plans mails to customers: a row that names what is told, no words yet. Of what the store tells itself nothing is
 * planned; questions, and what comes after all or turns up, are planned always, for no store tells them. Runs inside the transaction
 * of the news, under the lock of the sales orders.
 *
 * <p>One message tells all that happens to an order within the gather window: the first parcel opens the window, and
 * parcels that leave (or arrive, or units cancelled or put off) before it ends join its message.
 */
@Component
class PlanMessages {

    static final String QUEUE = "customer-mail";

    /** Stock waits for the answer to a question: it leaves before any number of mails that only tell. */
    private static final String QUESTIONS = "customer-questions";

    static final String KIND = "notifications.send";

    private final MerchantLookup merchants;
    private final CustomerLookup customers;
    private final Messages messages;
    private final ToldLosses losses;
    private final Work work;
    private final Ids ids;
    private final Clock clock;
    private final Duration gather;

    PlanMessages(
            MerchantLookup merchants,
            CustomerLookup customers,
            Messages messages,
            ToldLosses losses,
            Work work,
            Ids ids,
            Clock clock,
            @Value("${baton.messages.gather-seconds:120}") long gatherSeconds) {
        this.merchants = merchants;
        this.customers = customers;
        this.messages = messages;
        this.losses = losses;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.gather = Duration.ofSeconds(gatherSeconds);
    }

    void plan(MerchantId merchant, MessageKind kind, List<Happened> happened) {
        Map<SalesOrderId, OrderParty> parties = customers.parties(
                merchant, happened.stream().map(Happened::order).distinct().toList());
        Map<StoreId, Store> ours = storesWeTellFor(merchant, kind, parties);
        List<Happened> ofOurs = happened.stream()
                .filter(each -> store(each.order(), parties, ours).isPresent())
                .toList();
        List<Happened> untold = messages.notToldYet(merchant, kind, ofOurs, parties);
        List<Happened> fresh = kind == MessageKind.FOUND ? losses.told(merchant, untold, parties) : untold;
        if (fresh.isEmpty()) {
            return;
        }
        Map<SalesOrderId, Message> open = gathers(kind)
                ? new HashMap<>(messages.gathering(
                        merchant, kind, fresh.stream().map(Happened::order).toList(), clock.instant()))
                : new HashMap<>();
        List<Messages.Told> told = new ArrayList<>();
        List<Message> all = new ArrayList<>();
        for (Happened each : fresh) {
            OrderParty party = parties.get(each.order());
            Store store = store(each.order(), parties, ours).orElseThrow();
            Message message = gathers(kind) ? open.get(each.order()) : null;
            if (message == null && party != null) {
                message = planned(kind, each.order(), party, store.live());
                all.add(message);
                open.put(each.order(), message);
            }
            if (message != null) {
                told.add(new Messages.Told(message, each));
            }
        }
        messages.insert(merchant, all);
        messages.tell(merchant, told);
        work.add(
                merchant,
                all.stream()
                        .filter(row -> row.state().goesOn())
                        .map(PlanMessages::work)
                        .toList());
        Crash.at("notifications.planned");
    }

    private Map<StoreId, Store> storesWeTellFor(
            MerchantId merchant, MessageKind kind, Map<SalesOrderId, OrderParty> parties) {
        return parties.values().stream()
                .map(OrderParty::store)
                .distinct()
                .flatMap(store -> merchants.store(merchant, store).stream())
                .filter(store -> !kind.isToldByStores() || store.sender(kind) == MailSender.BATON)
                .collect(Collectors.toMap(Store::id, store -> store));
    }

    private static Optional<Store> store(
            SalesOrderId order, Map<SalesOrderId, OrderParty> parties, Map<StoreId, Store> ours) {
        return Optional.ofNullable(parties.get(order)).map(OrderParty::store).map(ours::get);
    }

    private static boolean gathers(MessageKind kind) {
        return switch (kind) {
            case SHIPPED, AFTER_ALL, DELIVERED, LOST, FOUND, CANCELLED, DELAYED -> true;
            case CONFIRMED, REFUNDED, ASKED -> false;
        };
    }

    private Message planned(MessageKind kind, SalesOrderId order, OrderParty party, boolean live) {
        Instant now = clock.instant();
        return new Message(
                new MessageId(ids.next()),
                order,
                party.store(),
                party.subject(),
                kind,
                live ? MessageState.PLANNED : MessageState.WITHHELD,
                now,
                gathers(kind) ? now.plus(gather) : now,
                null,
                null,
                null,
                0,
                null,
                null,
                live ? null : "the store is only watched");
    }

    private static NewWork work(Message row) {
        return work(row, row.sendAfter());
    }

    static NewWork work(Message row, Instant dueAt) {
        String queue = row.kind() == MessageKind.ASKED ? QUESTIONS : QUEUE;
        return new NewWork(queue, KIND, row.id().value(), dueAt, true);
    }
}
