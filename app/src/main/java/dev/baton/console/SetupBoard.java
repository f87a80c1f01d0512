package dev.baton.console;

import dev.baton.console.SetupViews.State;
import dev.baton.console.SetupViews.Step;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.Store;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.MailRelay;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How far setting up has come, step by step, as things stand. Needs an open transaction of the merchant. */
@Component
class SetupBoard {

    private static final Set<PurchaseOrderStatus> ON_THEIR_WAY = Arrays.stream(PurchaseOrderStatus.values())
            .filter(status -> status != PurchaseOrderStatus.ISSUED && status != PurchaseOrderStatus.WITHDRAWN)
            .collect(Collectors.toSet());

    private final MerchantLookup merchants;
    private final SupplierLookup suppliers;
    private final PurchaseOrderLookup purchaseOrders;
    private final SetupMarks marks;
    private final StaffMails mails;
    private final MailRelay relay;
    private final SetupFacts facts;

    SetupBoard(
            MerchantLookup merchants,
            SupplierLookup suppliers,
            PurchaseOrderLookup purchaseOrders,
            SetupMarks marks,
            StaffMails mails,
            MailRelay relay,
            SetupFacts facts) {
        this.merchants = merchants;
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.marks = marks;
        this.mails = mails;
        this.relay = relay;
        this.facts = facts;
    }

    /** Whether the merchant works already: orders have gone out, and nobody needs a checklist. */
    boolean isThrough(MerchantId merchant) {
        return !purchaseOrders.page(merchant, ON_THEIR_WAY, null, 1).isEmpty();
    }

    List<Step> steps(MerchantId merchant) {
        List<Store> stores = merchants.stores(merchant);
        List<SupplierTerms> all = suppliers.all(merchant);
        return List.of(
                business(merchant, stores),
                mail(merchant),
                store(merchant, stores),
                products(merchant, stores),
                supplier(merchant, all),
                offers(merchant),
                live(stores, all));
    }

    private Step business(MerchantId merchant, List<Store> stores) {
        MerchantSettings settings = merchants.settings(merchant);
        boolean done = marks.isBusinessConfirmed(merchant) || !stores.isEmpty();
        return new Step(
                "business",
                "Business",
                done ? State.DONE : State.NEEDS_YOU,
                (done ? "" : "Look whether this is right: ") + settings.name() + ", books in " + settings.bookCurrency()
                        + ", clock of " + settings.zone().getId());
    }

    private Step mail(MerchantId merchant) {
        if (!relay.isSetUp()) {
            return new Step(
                    "mail",
                    "Mail",
                    State.NEEDS_YOU,
                    "No relay is set up: suppliers that read mail, and your customers, hear nothing.");
        }
        StaffMails.Row last = mails.lastTest(merchant).orElse(null);
        if (last == null) {
            return new Step("mail", "Mail", State.NEEDS_YOU, "Send yourself a test mail.");
        }
        return switch (last.state()) {
            case "WAITING" -> new Step("mail", "Mail", State.WAITING, "The test mail is on its way to the relay.");
            case "SENT" ->
                new Step("mail", "Mail", State.DONE, "The relay took the test mail. Look whether it arrived.");
            default ->
                new Step(
                        "mail",
                        "Mail",
                        State.NEEDS_YOU,
                        "The test mail did not leave: " + Objects.requireNonNullElse(last.note(), "it was too late")
                                + ".");
        };
    }

    private Step store(MerchantId merchant, List<Store> stores) {
        if (stores.isEmpty()) {
            return new Step("store", "Store", State.NEEDS_YOU, "Connect the store your customers buy in.");
        }
        Step worst = null;
        for (Store store : stores) {
            Step step = facts.step(merchant, store);
            if (worst == null || step.state().compareTo(worst.state()) > 0 || step.state() == State.NEEDS_YOU) {
                worst = step;
            }
        }
        return Objects.requireNonNull(worst);
    }

    private Step products(MerchantId merchant, List<Store> stores) {
        if (stores.isEmpty()) {
            return new Step("products", "Products", State.WAITING, "Waits for a store.");
        }
        return facts.products(merchant, stores);
    }

    private Step supplier(MerchantId merchant, List<SupplierTerms> all) {
        if (all.isEmpty()) {
            return new Step(
                    "supplier", "Supplier", State.NEEDS_YOU, "Add the first supplier: a name and a mail address.");
        }
        return facts.suppliers(merchant, all);
    }

    private Step offers(MerchantId merchant) {
        return facts.offers(merchant);
    }

    private static Step live(List<Store> stores, List<SupplierTerms> all) {
        boolean store = stores.stream().anyMatch(Store::live);
        boolean supplier = all.stream().anyMatch(SupplierTerms::live);
        if (store && supplier) {
            return new Step("live", "Go live", State.DONE, "Orders go out by themselves.");
        }
        return stores.isEmpty() || all.isEmpty()
                ? new Step("live", "Go live", State.WAITING, "Waits for a store and a supplier.")
                : new Step(
                        "live",
                        "Go live",
                        State.NEEDS_YOU,
                        "Everything is planned and nothing is sent until you say so: "
                                + (store ? "the supplier" : supplier ? "the store" : "store and supplier")
                                + " can go live.");
    }
}
