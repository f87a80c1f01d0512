package dev.baton.console;

import dev.baton.console.StoreViews.MailRow;
import dev.baton.console.StoreViews.StoreMails;
import dev.baton.merchants.ChooseSenders;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who tells a store's customers of what: the store itself, or mails from here. */
@RestController
class StoreMailsScreen {

    private static final String ONE = StoresScreen.PATH + "/{id:[0-9a-f-]{36}}/mails";

    private final MerchantLookup merchants;
    private final ChooseSenders choose;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    StoreMailsScreen(MerchantLookup merchants, ChooseSenders choose, Tenancy tenancy, StaffDesk desk) {
        this.merchants = merchants;
        this.choose = choose;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    /** The page of one store's mails. */
    static String path(Store store) {
        return StoresScreen.PATH + "/" + store.id().value() + "/mails";
    }

    /** In a few words who tells. */
    static String words(Store store) {
        long ours = MessageKind.toldByStores().stream()
                .filter(kind -> store.sender(kind) == MailSender.BATON)
                .count();
        int all = MessageKind.toldByStores().size();
        return ours == 0 ? "from the store" : ours == all ? "from here" : ours + " of " + all + " kinds from here";
    }

    @Does(Act.CHOOSE_SENDERS)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, @PathVariable String id) {
        StoreId asked = id(id);
        return desk.page(
                staff,
                StaffDesk.Place.STORES,
                "Mails to customers",
                "",
                "console/store-mails.jte",
                frame -> page(found(staff.merchant(), asked), frame));
    }

    /** Says it of every kind that is on the page. */
    @Does(Act.CHOOSE_SENDERS)
    @PostMapping(ONE)
    ResponseEntity<String> choose(Staff staff, @PathVariable String id, Typed typed) {
        StoreId asked = id(id);
        Map<MessageKind, MailSender> senders = new EnumMap<>(MessageKind.class);
        for (MessageKind kind : MessageKind.toldByStores()) {
            typed.word(word(kind), MailSender.values()).ifPresent(sender -> senders.put(kind, sender));
        }
        choose.choose(staff.merchant(), asked, senders);
        return Done.SENDERS_CHOSEN.at(StoresScreen.PATH + "/" + asked.value());
    }

    private static StoreMails page(Store store, Frame frame) {
        boolean shopify = store.kind().equals("shopify");
        return new StoreMails(
                frame,
                store.name(),
                StoresScreen.PATH + "/" + store.id().value(),
                shopify,
                MessageKind.toldByStores().stream()
                        .map(kind -> new MailRow(
                                word(kind),
                                StaffWords.mail(kind),
                                store.sender(kind) == MailSender.BATON,
                                shopify ? ofShopify(kind) : ofOthers(kind)))
                        .toList());
    }

    /** What to do in Shopify where the mail leaves from here. */
    private static String ofShopify(MessageKind kind) {
        return switch (kind) {
            case CONFIRMED -> "Shopify: Order confirmation. If it cannot be switched off there, leave it to the store.";
            case CANCELLED -> "Shopify: Order cancelled. Untick the notification when cancelling, and Order edited.";
            case SHIPPED -> "Shopify is told to send no Shipping confirmation with each parcel; nothing to switch off.";
            case DELIVERED -> "Shopify: Out for delivery and Delivered. Switch both off.";
            case REFUNDED -> "Shopify: Order refund. Untick the notification when refunding.";
            case DELAYED, LOST, FOUND, ASKED, AFTER_ALL ->
                "Shopify has no such mail: if it does not leave from here, nobody tells.";
        };
    }

    private static String ofOthers(MessageKind kind) {
        return switch (kind) {
            case CONFIRMED, CANCELLED, SHIPPED, DELIVERED, REFUNDED ->
                "Switch the store's own mail off where it leaves from here.";
            case DELAYED, LOST, FOUND, ASKED, AFTER_ALL ->
                "Stores rarely have such a mail: if it does not leave from here, nobody may tell.";
        };
    }

    private static String word(MessageKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Store found(MerchantId merchant, StoreId store) {
        return tenancy.inTransaction(merchant, () -> merchants.store(merchant, store))
                .orElseThrow(StoreMailsScreen::nothing);
    }

    private static StoreId id(String text) {
        return Typed.uuid(text.toLowerCase(Locale.ROOT)).map(StoreId::new).orElseThrow(StoreMailsScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such store.");
    }
}
