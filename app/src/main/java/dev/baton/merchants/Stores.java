package dev.baton.merchants;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code store}, written; they are read by {@link MerchantLookup}. Needs an open transaction. */
@Component
class Stores {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Stores(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** False when there is one of that code. */
    boolean insert(MerchantId merchant, StoreDefinition store) {
        return jdbc.sql("""
                insert into store (merchant_id, store_id, code, kind, name, currency, zone, brand, notify_customer, live,
                                   created_at)
                values (:merchant, :id, :code, :kind, :name, :currency, :zone, :brand, :sender, :live, :at)
                on conflict (merchant_id, code) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("id", ids.next())
                        .param("code", store.code())
                        .param("kind", store.kind())
                        .param("name", store.name())
                        .param("currency", store.currency())
                        .param("zone", store.zone().getId())
                        .param("brand", store.brand())
                        .param("sender", store.notifyCustomer().name())
                        .param("live", store.live())
                        .param("at", SqlArrays.instant(clock.instant()))
                        .update()
                == 1;
    }

    /** Who tells of these in particular; whoever {@code notify_customer} says tells of the rest. */
    void tellers(MerchantId merchant, StoreId id, Map<MessageKind, MailSender> senders) {
        jdbc.sql("""
                update store set told_by_baton = :baton, told_by_store = :store
                where merchant_id = :merchant and store_id = :id
                """)
                .param("baton", kinds(senders, MailSender.BATON))
                .param("store", kinds(senders, MailSender.STORE))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
    }

    private static SqlTypeValue kinds(Map<MessageKind, MailSender> senders, MailSender whose) {
        return SqlArrays.texts(senders.entrySet().stream()
                .filter(each -> each.getValue() == whose)
                .map(each -> each.getKey().name())
                .sorted()
                .toList());
    }

    void update(MerchantId merchant, StoreId id, StoreDefinition store) {
        jdbc.sql("""
                update store set name = :name, currency = :currency, zone = :zone, brand = :brand,
                    notify_customer = :sender, live = :live
                where merchant_id = :merchant and store_id = :id
                """)
                .param("name", store.name())
                .param("currency", store.currency())
                .param("zone", store.zone().getId())
                .param("brand", store.brand())
                .param("sender", store.notifyCustomer().name())
                .param("live", store.live())
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
    }
}
