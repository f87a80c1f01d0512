package dev.baton.console;

import java.util.Locale;
import org.springframework.http.ResponseEntity;

/** What a form did, said on the page after it. */
enum Done {
    /** A hold is gone and nothing else stops the order. */
    RELEASED("The hold is released, and the order goes on."),
    /** A hold is gone. */
    STOPPED("The hold is released; something else still stops the order."),
    /** An order is stopped. */
    STOPPED_BY_HAND("The order is stopped: what no supplier was asked for yet stays here until it is released."),
    /** A customer is asked. */
    ASKED("The customer is asked by mail. The order waits for the answer; a person is told if none comes."),
    /** An address is mended. */
    MENDED("The address is mended."),
    /** A store's SKU is mapped. */
    MAPPED("The product is known now, and the orders that waited for it go on."),
    /** A store's SKU is not mapped any more. */
    UNMAPPED("It is not mapped any more. Orders that stand keep what they were made of."),
    /** A supplier's item is an offer. */
    MATCHED("It is an offer now, and the orders that waited for it go on."),
    /** A supplier offers something. */
    OFFERED("It is offered now. There is no stock of it until the supplier's figures name it."),
    /** An offer says something else. */
    OFFER_STATED("The offer is as you stated it."),
    /** An offer gets no new orders. */
    OFFER_ENDED("The offer has ended: no new orders go to it, and none of its stock is sold."),
    /** An offer gets no new orders from a day on. */
    OFFER_ENDS("The offer ends on that day; until then it goes on."),
    /** An offer gets orders again. */
    OFFER_GOES_ON("The offer goes on, and the orders that waited for it too."),
    /** A bundle is made of other parts. */
    BUNDLED("The bundle is made so from now on. Orders that stand keep what they were made of."),
    /** A bundle is none any more. */
    UNBUNDLED("It is no bundle any more. Orders that stand keep what they were made of."),
    /** An order is cancelled. */
    CANCELLED("The order is cancelled."),
    /** An order is cancelled as far as the suppliers agree. */
    CANCELLATION_ASKED("What was not sent is cancelled; the suppliers are asked not to ship the rest."),
    /** An order has left. */
    TOO_LATE("It was too late: the goods had left."),
    /** A document is on its way again. */
    RESENT("It is on its way again."),
    /** Mails are on their way again. */
    MAILED("The mails are on their way again."),
    /** Links are taken back. */
    TAKEN_BACK("The link is taken back: whoever holds it reads that, and can do nothing with it."),
    /** Links were taken back before. */
    TAKEN_BACK_BEFORE("The link was taken back already; what was sent since works."),
    /** A link is on its way. */
    LINK_SENT("A new link is on its way to the supplier's mail address on file."),
    /** A supplier's answer is written down. */
    ANSWERED("The supplier's answer is recorded."),
    /** A customer is told that a parcel comes after all. */
    TOLD_AFTER_ALL("The customer is told that the parcel comes after all; the mail leaves within minutes."),
    /** A customer was told that a parcel comes after all. */
    TOLD_BEFORE("The customer was told already; nothing is sent again."),
    /** Something is agreed. */
    AGREED("It is agreed so from now on."),
    /** A file is used. */
    ACCEPTED("It is accepted and counts now."),
    /** A file is not used. */
    REFUSED("It is refused; what stood before stands."),
    /** A delivery is decided. */
    DECIDED("It is decided."),
    /** A supplier is asked not to ship. */
    ASKED_BACK("The supplier is asked not to ship; it has to answer."),
    /** What never arrived goes to others. */
    REROUTED("It is given to another supplier, or waits for one that has it."),
    /** A supplier is asked to leave units to others. */
    ASKED_FOR_OTHERS(
            "The supplier is asked not to ship. Once it agrees, the units go to another; until then they stay with"
                    + " it."),
    /** There was nothing to ask a supplier for. */
    NOTHING_TO_ASK("There was nothing left to ask back."),
    /** A parcel goes under another number. */
    CORRECTED("The number is corrected; the store is told, and the tracking page shows it."),
    /** A parcel goes under that number already. */
    CORRECT_ALREADY("It goes under that number already; nothing was changed."),
    /** A parcel counts as lost. */
    LOST("It counts as lost; the customer is told which items are missing."),
    /** A parcel that was lost turned up. */
    FOUND("It counts as on its way again."),
    /** Work runs again. */
    RETRIED("It is tried again now."),
    /** A task is closed. */
    CLOSED("The task is closed."),
    /** Other units are kept back. */
    KEPT_BACK("It is kept back so from now on; stores are told."),
    /** A store's stock is kept. */
    STOCK_KEPT("Its stock is kept here from now on; the store is told in a few seconds, unless it is watched."),
    /** A store's stock is not kept. */
    STOCK_LEFT("Its stock is left alone from now on."),
    /** When to warn of stock is said. */
    THRESHOLD_SET("It is warned so from the next look on, within minutes."),
    /** Who tells customers of what is said. */
    SENDERS_CHOSEN("It is agreed who tells customers of what; it counts for what happens from now on."),
    /** A store's products are read. */
    READING("All products are being read; this takes a while."),
    /** A store's access is looked at. */
    CHECKING("The access is checked now; the task closes by itself once it is as it has to be."),
    /** It was given to a colleague. */
    HANDED("It is handed over.");

    private final String sentence;

    Done(String sentence) {
        this.sentence = sentence;
    }

    /** The page that says so. */
    ResponseEntity<String> at(String path) {
        return Back.saying(path, name().toLowerCase(Locale.ROOT));
    }

    /** The page the form came from, if it says so and it is one of ours; else the given one. */
    ResponseEntity<String> backTo(Typed typed, String otherwise) {
        return at(Back.of(typed, otherwise));
    }

    /** The page the form came from, else the list of exceptions as whoever sent it had it. */
    ResponseEntity<String> backToExceptions(Typed typed) {
        return at(Back.ofExceptions(typed));
    }

    /** What the form before this page did; empty = none. */
    static String sentence(Typed typed) {
        return typed.word("done", values()).map(done -> done.sentence).orElse("");
    }
}
