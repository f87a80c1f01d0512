package dev.baton.world.ledger;

import dev.baton.world.story.StoreChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a party did or got. {@code order} is always the store's own order id; {@code status} is the HTTP status
 * Baton answered, 0 when it never did.
 */
public sealed interface Fact {

    /** Which order the fact belongs to; empty where it belongs to none or is not known. */
    String order();

    /** What concerns stock and how it is told; {@code order} is empty but where an order brought it up. */
    sealed interface OfStock extends Fact {
        @Override
        default String order() {
            return "";
        }
    }

    /** What is done to an order where it is kept, which is judged by what comes of it. */
    sealed interface AtTheStore extends Fact {}

    /** What concerns the question to a customer; {@code status} is what Baton answered. */
    sealed interface OfQuestion extends Fact {
        int status();
    }

    /** What concerns another cost than was asked; {@code status} is what Baton answered, 200 where it was not asked. */
    sealed interface OfCost extends Fact {
        int status();
    }

    /** A store has taken an order (and will tell of it unless its script says never). */
    record OrderPlaced(String order, String store) implements AtTheStore {}

    /** A webhook was tried; {@code copy} is 0 for the first delivery and counts doubled ones. */
    record WebhookSent(String order, String store, String topic, String webhookId, int copy, int status)
            implements Fact {}

    /** The store never tells of this event: only a poll can find it. */
    record WebhookWithheld(String order, String store, String topic) implements AtTheStore {}

    /** An order was posted to Baton's own API. */
    record OrderPosted(String order, int copy, int status) implements Fact {}

    /** Somebody asked Baton or the store to cancel; {@code by} is {@code store} or {@code api}. */
    record CancelAsked(String order, String by, int status) implements Fact {}

    /** The store, or the merchant's staff, changed something on an order; the stage is null where its plot is the change. */
    record ChangeMade(String order, StoreChange change, StoreChange.@Nullable Stage stage) implements AtTheStore {}

    /** Money went back in the store; {@code restock} is what it says of the goods, {@code none} where it names none. */
    record Refunded(String order, String restock, long cents) implements AtTheStore {}

    /** A shop troubled Baton as its day had it; {@code order} is empty where the call was about none. */
    record StoreTroubled(String order, String store, StoreTrouble trouble) implements AtTheStore {}

    /** The merchant granted an app a scope it lacked, because a task said that the store does not let Baton in. */
    record ScopeGranted(String order, String store, String scope) implements AtTheStore {}

    /** The store could not make sense of a call. */
    record StoreCallRefused(String order, String store, String why) implements Fact {}

    /** A customer saw in a store that there is one left, and buys it; another does so in another store. */
    record LastUnitSeen(String order, String store, String sku, int shown) implements OfStock {}

    /** The store was told what it shows of inventory items; {@code order} is empty. */
    record StockSet(String order, String store, Map<String, Integer> availableByItem) implements Fact {}

    /** The store understood figures and did not take them; {@code order} is empty. */
    record StockRefused(String order, String store, String code) implements Fact {}

    /** The store understood a fulfilment and would not enter it. */
    record FulfilmentRefused(String order, String store, String why) implements Fact {}

    /** The store entered a fulfilment: units by line id. */
    record Fulfilled(
            String order, String store, String fulfilmentId, Map<String, Integer> units, List<String> trackingNumbers)
            implements Fact {}

    /** A person stopped the order by hand; {@code status} is Baton's answer. */
    record Stopped(String order, int status) implements Fact {}

    /** The store shows a fulfilment with other tracking numbers than before. */
    record Renumbered(String order, String store, String fulfilmentId, List<String> trackingNumbers) implements Fact {}

    /** A purchase order reached a supplier and was taken; {@code repeat} when the very same had come before. */
    record PurchaseOrderTaken(
            String order, String supplier, PurchaseOrder document, String idempotencyKey, String sha256, boolean repeat)
            implements Fact {}

    /** A document reached a supplier who could not accept it as what it should be. */
    record DocumentRefused(String order, String supplier, String number, String why) implements Fact {}

    /** A supplier answered badly on purpose, as its script or its day had it. */
    record BadAnswer(String order, String supplier, String number, String how) implements Fact {}

    /** A supplier got the question whether it can cancel. */
    record CancellationReceived(
            String order, String supplier, String number, String cancellationId, Map<Integer, Integer> units)
            implements Fact {}

    /** A supplier answered it. */
    record CancellationAnswered(
            String order, String supplier, String number, String cancellationId, boolean agreed, int status)
            implements Fact {}

    /** A supplier was asked to ship to another address. */
    record AmendmentReceived(
            String order, String supplier, String number, String amendmentId, PurchaseOrder.ShipTo shipTo)
            implements Fact {}

    /** A supplier answered it. */
    record AmendmentAnswered(
            String order, String supplier, String number, String amendmentId, boolean agreed, int status)
            implements Fact {}

    /** The clerk decided on an amendment the supplier refused. */
    record AmendmentDecided(String order, String amendmentId, int status) implements Fact {}

    /**
     * A supplier was reminded.
     *
     * @param arrivedAt when it lay in the mailbox, which may be long before it was read; null = it was read at once
     */
    record ReminderReceived(
            String order,
            String supplier,
            String number,
            @Nullable Instant arrivedAt) implements Fact {}

    /** A supplier answered a purchase order: units accepted and rejected by line. */
    record Acknowledged(
            String order,
            String supplier,
            String number,
            String reference,
            Map<Integer, Integer> accepted,
            Map<Integer, Integer> rejected,
            int status)
            implements Fact {}

    /** A supplier answered at other unit costs than it was asked, by line, as decimals of the order's currency. */
    record CostNamed(String order, String supplier, String number, Map<Integer, String> unitCosts, int status)
            implements OfCost {}

    /** The clerk saw that another cost counts without anybody being asked. */
    record CostTolerated(String order, String number, int line, String unitCost) implements OfCost {
        @Override
        public int status() {
            return 200;
        }
    }

    /** The clerk decided on another cost. */
    record CostDecided(String order, String number, int line, boolean accepted, int status) implements OfCost {}

    /** A supplier was told what became of another cost it had named: what a unit of the lines costs now. */
    record CostTold(
            String order,
            String supplier,
            String number,
            Map<Integer, Integer> units,
            boolean accepted,
            String unitCost,
            String named)
            implements OfCost {
        @Override
        public int status() {
            return 200;
        }
    }

    /** A supplier was asked to stop or take back what it should not have shipped. */
    record RecallReceived(
            String order,
            String supplier,
            String number,
            String recallId,
            Map<Integer, Integer> units,
            List<String> trackingNumbers)
            implements Fact {}

    /** A supplier answered it: {@code STOPS}, {@code TAKES_BACK} or {@code REFUSED}. */
    record RecallAnswered(
            String order, String supplier, String number, String answer, List<String> trackingNumbers, int status)
            implements Fact {

        /** Whether the parcels are stopped on their way. */
        public boolean stops() {
            return answer.equals("STOPS") && status / 100 == 2;
        }
    }

    /** A supplier was asked for more than it has, though its feed said so. */
    record Oversold(String order, String supplier, String number, String sku, int asked, int had) implements Fact {}

    /** A supplier shipped. */
    record Shipped(String order, String supplier, String number, String reference, List<Parcel> parcels, int status)
            implements Fact {}

    /** A supplier said that units by line of what it had accepted are not coming. */
    record RestGivenUp(String order, String supplier, String number, Map<Integer, Integer> units, int status)
            implements Fact {}

    /** A supplier told its stock. */
    record StockTold(String supplier, String mode, int rows, int status) implements Fact {
        @Override
        public String order() {
            return "";
        }
    }

    /** Units were put on a supplier's shelf: together with what left it, this is what there truly was. */
    record Stocked(String supplier, String sku, int units) implements OfStock {}

    /** A supplier laid a stock file where the merchant fetches it; {@code mood} says what is the matter with it. */
    record StockFileLaid(String supplier, String name, String mood, int rows, int bytes) implements OfStock {}

    /** A supplier's web server could say that its stock file is the one that was fetched before. */
    record StockFileUnchanged(String supplier) implements OfStock {}

    /** Somebody answered whether a stock file that Baton set aside is right: the clerk, or the supplier on its page. */
    record StockFileDecided(String supplier, String file, String by, boolean right, int status) implements OfStock {}

    /** A supplier filled the page that asks for its stock. */
    record StockChecked(String supplier, int items, int status) implements OfStock {}

    /** A supplier was asked for what its own stock file had shown beyond what there is. */
    record LieExposed(String order, String supplier, String number, String sku, int asked, int had)
            implements OfStock {}

    /** The carrier saw a parcel. */
    record Scanned(String order, String trackingNumber, String code, Instant occurredAt, int status) implements Fact {}

    /** The merchant's clerk saw an order held. */
    record HoldSeen(String order, String kind, String holdId) implements Fact {}

    /** The clerk had the customer of a held order asked whether it was meant. */
    record CustomerAsked(String order, String holdId, int status) implements OfQuestion {}

    /** The customer pressed a button of the page the mail led to: {@code both} or {@code cancel}. */
    record CustomerAnswered(String order, String said, int status) implements OfQuestion {}

    /** The clerk let it go. */
    record HoldReleased(String order, String kind, String holdId, int status) implements Fact {}

    /** The clerk sent a parked document again. */
    record Resent(String order, String number, int status) implements Fact {}

    /** The clerk entered a supplier anew: its new address, or that it is live from now on. */
    record SupplierMended(String order, String supplier, String what, int status) implements Fact {}

    /** A person let a mail to a customer be sent again, because the customer never got it. */
    record MailResent(String order, String messageId, int status) implements Fact {}

    /** A mail about a purchase order was read in a supplier's mailbox; {@code key} names the document. */
    record SupplierMailed(String order, String supplier, String number, String key, String messageId, Instant arrivedAt)
            implements Fact {}

    /** A mail lies in a customer's mailbox: units of each line it tells of, by the store's line id. */
    record CustomerMailed(String order, String kind, String messageId, Map<String, Integer> units) implements Fact {}

    /** Something in a mail, or behind a link in it, is not as it should be; {@code what} is its sort. */
    record MailFlaw(String order, String mailbox, String what, String words) implements Fact {}

    /** Baton wrote to a mailbox that was never opened. */
    record MailStrayed(String order, String mailbox) implements Fact {}

    /** A mailbox did something to a mail on purpose. */
    record MailTrouble(String order, String mailbox, String mood) implements Fact {}

    /** A supplier filled a form of its link page; {@code status} is 200 where the form did what it says. */
    record LinkPressed(String order, String supplier, String number, String action, int status) implements Fact {}

    /** A supplier told a parcel's number wrong at first; {@code status} is the answer to its correction. */
    record NumberCorrected(String order, String supplier, String number, String told, String right, int status)
            implements Fact {}

    /** One parcel: units by purchase-order line. */
    record Parcel(String carrier, String trackingNumber, Map<Integer, Integer> units) {}
}
