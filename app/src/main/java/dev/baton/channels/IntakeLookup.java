package dev.baton.channels;

import dev.baton.platform.MerchantId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What became of the messages of stores and of orders posted to the API. */
@Component
public final class IntakeLookup {

    private final InboxRows rows;

    IntakeLookup(InboxRows rows) {
        this.rows = rows;
    }

    /** One message; empty when it is not this merchant's. Needs an open transaction of the merchant. */
    public Optional<IntakeView> find(MerchantId merchant, UUID intake) {
        return rows.view(merchant, intake);
    }
}
