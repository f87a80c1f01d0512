package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.PurchaseOrderId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of forms that were sent: each showing of a page names its forms, and a form has one effect however often
 * it is sent. Needs an open transaction of the merchant, in which the effect happens too.
 */
@Component
class Taps {

    private final JdbcClient jdbc;
    private final Forgetting forgetting;
    private final Clock clock;

    Taps(JdbcClient jdbc, Forgetting forgetting, Clock clock) {
        this.jdbc = jdbc;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** True for the first; a second one waits for it to end and is told apart. */
    boolean isFirst(MerchantId merchant, PurchaseOrderId of, String act, String once) {
        forgetting.begin(merchant);
        return jdbc.sql("""
                insert into portal_tap (merchant_id, purchase_order_id, act, once, at)
                values (:merchant, :purchaseOrder, :act, :once, :at)
                on conflict (merchant_id, purchase_order_id, act, once) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("purchaseOrder", of.value())
                        .param("act", act)
                        .param("once", once)
                        .param("at", SqlArrays.instant(clock.instant()))
                        .update()
                == 1;
    }

    /** Keeps what the first one was told, for those after it. */
    void conclude(MerchantId merchant, PurchaseOrderId of, String act, String once, String outcome) {
        jdbc.sql("""
                update portal_tap set outcome = :outcome
                where merchant_id = :merchant and purchase_order_id = :purchaseOrder and act = :act and once = :once
                """)
                .param("outcome", outcome)
                .param("merchant", merchant.value())
                .param("purchaseOrder", of.value())
                .param("act", act)
                .param("once", once)
                .update();
    }

    /** What the first one was told. */
    String outcome(MerchantId merchant, PurchaseOrderId of, String act, String once) {
        return jdbc.sql("""
                select outcome from portal_tap
                where merchant_id = :merchant and purchase_order_id = :purchaseOrder and act = :act and once = :once
                """)
                .param("merchant", merchant.value())
                .param("purchaseOrder", of.value())
                .param("act", act)
                .param("once", once)
                .query(String.class)
                .single();
    }
}
