package dev.baton.api;

import dev.baton.merchants.ChooseSenders;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.merchants.Store;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who tells a store's customers of what. */
@RestController
@RequestMapping("/api/v1/stores/{code}/senders")
@Tag(name = "Stores")
class SenderCalls {

    private final Tenancy tenancy;
    private final MerchantLookup lookup;
    private final ChooseSenders choose;

    SenderCalls(Tenancy tenancy, MerchantLookup lookup, ChooseSenders choose) {
        this.tenancy = tenancy;
        this.lookup = lookup;
        this.choose = choose;
    }

    /** Who tells of these kinds of message; one left out is told of by whoever the store's {@code notifyCustomer} says. */
    record SendersBody(Map<String, MailSender> senders) {}

    /** @param stated whether it was said of this kind in particular */
    record SenderRow(String kind, MailSender sender, boolean stated) {}

    /** @param notifyCustomer who tells of what is not stated */
    record Senders(MailSender notifyCustomer, List<SenderRow> items) {

        static Senders of(Store store) {
            return new Senders(
                    store.notifyCustomer(),
                    MessageKind.toldByStores().stream()
                            .map(kind -> new SenderRow(
                                    Lists.word(kind),
                                    store.sender(kind),
                                    store.senders().containsKey(kind)))
                            .toList());
        }
    }

    @Operation(summary = "Read who tells a store's customers of what")
    @Needs(Scope.READ)
    @GetMapping
    Senders read(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> Senders.of(store(caller.merchant(), code)));
    }

    @Operation(
            summary = "Say who tells a store's customers of what",
            description = "One of both for each kind of message; it counts for what happens from then on.")
    @Needs(Scope.ADMIN)
    @PutMapping
    Senders state(Caller caller, @PathVariable String code, @RequestBody SendersBody body) {
        Map<MessageKind, MailSender> senders = new EnumMap<>(MessageKind.class);
        body.senders().forEach((word, sender) -> senders.put(kind(word), sender));
        return tenancy.inTransaction(
                caller.merchant(),
                () -> Senders.of(choose.choose(
                        caller.merchant(), store(caller.merchant(), code).id(), senders)));
    }

    private static MessageKind kind(String word) {
        return MessageKind.toldByStores().stream()
                .filter(kind -> Lists.word(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        CommonProblem.INVALID_FIELD,
                        word + " is no kind of message; there are "
                                + MessageKind.toldByStores().stream()
                                        .map(each -> Lists.word(each))
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "senders"));
    }

    private Store store(MerchantId merchant, String code) {
        return lookup.storeByCode(merchant, code)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "There is no store " + code + "; GET /api/v1/stores lists them."));
    }
}
