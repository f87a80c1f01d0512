package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.Intake;
import dev.baton.channels.IntakeReader;
import dev.baton.channels.OrderSource;
import dev.baton.channels.ReadOrder;
import dev.baton.channels.Reading;
import dev.baton.channels.Transport;
import dev.baton.channels.UnreadableDocument;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands what Shopify sends and answers. */
@Component
class ShopifyReader implements IntakeReader {

    @Override
    public Set<Transport> transports() {
        return Set.of(Transport.SHOPIFY_WEBHOOK, Transport.SHOPIFY_READ);
    }

    @Override
    public Reading read(Intake intake) {
        return switch (intake.transport()) {
            case SHOPIFY_READ -> new Reading.Whole(GraphOrder.read(intake.bytes(), source(intake)));
            case SHOPIFY_WEBHOOK -> webhook(intake);
            case API -> throw new IllegalStateException("not a document of Shopify");
        };
    }

    private static Reading webhook(Intake intake) {
        HookTopic topic = HookTopic.of(intake.topic());
        return switch (topic) {
            case ORDER -> new Reading.Whole(HookOrder.read(intake.bytes(), source(intake)));
            case ORDER_EDIT -> new Reading.LookAgain(editedOrder(intake));
            case REFUND -> new Reading.RefundAlone(OrderWords.id(refund(intake), "order_id"));
            case PRODUCT -> HookProduct.read(intake.bytes(), intake.triggeredAt());
            case PRODUCT_GONE -> new Reading.ProductGone(OrderWords.id(Fields.of(intake.bytes()), "id"));
            case UNINSTALLED -> new Reading.Disconnected();
            case PRIVACY -> privacy(intake.topic());
            case UNHEARD -> throw new UnreadableDocument("Baton does not handle the topic " + intake.topic(), null);
        };
    }

    /** {@code orders/edited} lists only what changed, under {@code order_edit}. */
    private static String editedOrder(Intake intake) {
        Fields document = Fields.of(intake.bytes());
        Fields edit = document.object("order_edit");
        return OrderWords.id(edit == null ? document : edit, "order_id");
    }

    private static Fields refund(Intake intake) {
        Fields document = Fields.of(intake.bytes());
        Fields wrapped = document.has("id") ? null : document.object("refund");
        return wrapped == null ? document : wrapped;
    }

    private static Reading privacy(String topic) {
        return new Reading.ForAPerson(
                "The store passes on a request about a customer's data (" + topic + ")",
                "The law sets a time limit, 30 days in most places. The request itself is kept with this task's"
                        + " document. Answer it, erase what it asks for, then close this task.");
    }

    @Override
    public ReadOrder withRefund(ReadOrder last, Intake refund) {
        return LoneRefund.addedTo(last, refund(refund), source(refund));
    }

    static OrderSource source(Intake intake) {
        return new OrderSource(intake.store(), intake.document(), intake.triggeredAt());
    }
}
