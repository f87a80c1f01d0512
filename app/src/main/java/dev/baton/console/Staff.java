package dev.baton.console;

import dev.baton.merchants.PersonId;
import dev.baton.merchants.Role;
import dev.baton.merchants.SignedIn;
import dev.baton.platform.MerchantId;
import java.util.Objects;

/**
 * Who asks, once the door let them in.
 *
 * @param formToken what a form of this visitor has to carry
 */
record Staff(SignedIn who, String formToken) {

    PersonId person() {
        return who.person();
    }

    /** Whose books are open; only pages that need a role may ask. */
    MerchantId merchant() {
        return Objects.requireNonNull(who.merchant(), "no merchant is open");
    }

    /** What the person is to that merchant. */
    Role role() {
        return Objects.requireNonNull(who.role(), "no merchant is open");
    }

    boolean may(Act act) {
        return act.isFor(role());
    }
}
