package dev.baton.notifications;

import dev.baton.notifications.CustomerOrder.ParcelState;
import dev.baton.orders.OrderParty;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which losses of parcels customers were told of: only they are told that a parcel turned up. What turned up goes by the
 * key of its loss. Every method needs an open transaction of the merchant.
 */
@Component
class ToldLosses {

    private final JdbcClient jdbc;

    ToldLosses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what turned up, that of which the loss is told, or may be before its mail is worded. */
    List<Happened> told(MerchantId merchant, List<Happened> found, Map<SalesOrderId, OrderParty> parties) {
        Set<String> told = new HashSet<>();
        if (!found.isEmpty()) {
            jdbc.sql("""
                    select e.event_key
                    from customer_message_event e
                    join customer_message m on m.merchant_id = e.merchant_id and m.message_id = e.message_id
                    where e.merchant_id = :merchant and m.merchant_id = :merchant and e.kind = 'LOST'
                      and e.subject_id = any(:subjects::uuid[]) and e.event_key = any(:keys::text[])
                      and m.state <> 'WITHHELD'
                    """)
                    .param("merchant", merchant.value())
                    .param(
                            "subjects",
                            SqlArrays.uuids(parties.values().stream()
                                    .map(party -> party.subject().value())
                                    .toList()))
                    .param(
                            "keys",
                            SqlArrays.texts(found.stream().map(Happened::key).toList()))
                    .query(row -> {
                        told.add(row.getString("event_key"));
                    });
        }
        return found.stream().filter(each -> told.contains(each.key())).toList();
    }

    /** Of what a message is to tell, what is true still: a parcel may have turned up, or got lost again, meanwhile. */
    List<EventFacts> standing(MerchantId merchant, Message message, List<EventFacts> facts, CustomerOrder order) {
        return switch (message.kind()) {
            case LOST -> once(facts, order, state -> state == ParcelState.LOST);
            case FOUND ->
                once(
                        facts(merchant, message.id()),
                        order,
                        state -> state != ParcelState.LOST && state != ParcelState.DELIVERED);
            case CONFIRMED, CANCELLED, DELAYED, SHIPPED, AFTER_ALL, DELIVERED, REFUNDED, ASKED -> facts;
        };
    }

    private static List<EventFacts> once(List<EventFacts> facts, CustomerOrder order, Predicate<ParcelState> holds) {
        Map<UUID, EventFacts> parcels = new LinkedHashMap<>();
        for (EventFacts each : facts) {
            order.parcels().stream()
                    .filter(parcel -> parcel.id().value().equals(each.parcel()) && holds.test(parcel.state()))
                    .forEach(parcel -> parcels.put(parcel.id().value(), each));
        }
        return List.copyOf(parcels.values());
    }

    /** What a message tells to have turned up, as far as a mail of its loss left, or may have. */
    private List<EventFacts> facts(MerchantId merchant, MessageId message) {
        return jdbc.sql("""
                select f.facts
                from customer_message_event f
                join customer_message_event e on e.merchant_id = f.merchant_id and e.subject_id = f.subject_id
                  and e.event_key = f.event_key
                join customer_message m on m.merchant_id = e.merchant_id and m.message_id = e.message_id
                where f.merchant_id = :merchant and e.merchant_id = :merchant and m.merchant_id = :merchant
                  and f.message_id = :message and e.kind = 'LOST' and m.state in ('SENDING', 'SENT', 'UNKNOWN')
                order by f.event_key
                limit 1000
                """)
                .param("merchant", merchant.value())
                .param("message", message.value())
                .query((row, number) -> EventFacts.read(row.getString("facts")))
                .list();
    }
}
