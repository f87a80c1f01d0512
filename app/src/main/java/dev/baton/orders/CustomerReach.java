package dev.baton.orders;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.MerchantId;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a customer can be asked by mail, with a link to answer by. Needs an open transaction of the merchant. */
@Component
class CustomerReach {

    private final MailRelay relay;
    private final PublicUrl publicUrl;
    private final MerchantLookup merchants;
    private final CustomerRecords records;

    CustomerReach(MailRelay relay, PublicUrl publicUrl, MerchantLookup merchants, CustomerRecords records) {
        this.relay = relay;
        this.publicUrl = publicUrl;
        this.merchants = merchants;
        this.records = records;
    }

    /** What is in the way, and what to do about it; empty = nothing. */
    Optional<String> obstacle(MerchantId merchant, OrderView order) {
        if (!relay.isSetUp()) {
            return Optional.of("No mail leaves yet: run Baton with --smtp-url and --mail-from, then ask again.");
        }
        if (!publicUrl.isKnown()) {
            return Optional.of("A customer could not open the answer: run Baton with --public-url, then ask again.");
        }
        if (!merchants.store(merchant, order.store()).map(Store::live).orElse(false)) {
            return Optional.of("The store is only watched, so its customers get no mail: let it go live, then ask.");
        }
        return hasAddress(merchant, order)
                ? Optional.empty()
                : Optional.of(
                        "The store gave no mail address of the customer: ask another way, then release the hold or"
                                + " cancel the order.");
    }

    private boolean hasAddress(MerchantId merchant, OrderView order) {
        return Optional.ofNullable(
                        records.read(merchant, List.of(order.customerRecord())).get(order.customerRecord()))
                .map(content -> content.customer().email())
                .flatMap(address -> MailAddress.read(address.strip()))
                .isPresent();
    }
}
