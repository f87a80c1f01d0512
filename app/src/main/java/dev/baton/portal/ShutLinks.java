package dev.baton.portal;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages behind links that do nothing any more: out of time, or taken back by the merchant. */
@Component
class ShutLinks {

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final BrandLookup brands;
    private final MailRelay relay;
    private final Refusals refusals;

    ShutLinks(Tenancy tenancy, MerchantLookup merchants, BrandLookup brands, MailRelay relay, Refusals refusals) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.brands = brands;
        this.relay = relay;
        this.refusals = refusals;
    }

    /** Says why; one that was taken back offers no fresh one, whoever asks. */
    ResponseEntity<String> page(OpenedLink link, boolean asked) {
        if (!link.takenBack()) {
            return refusals.expired(link, asked);
        }
        return tenancy.inTransaction(link.merchant(), () -> {
            Brand brand = brands.ofStore(link.merchant(), link.order().store());
            return refusals.takenBack(link, merchants.settings(link.merchant()).name(), address(brand));
        });
    }

    /** Where a person of the merchant reads mail. */
    private Optional<String> address(Brand brand) {
        return Stream.of(brand.replyTo(), brand.senderAddress())
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> relay.from().map(MailAddress::toString));
    }
}
