package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierTerms;

/**
 * A link with what stands behind it.
 *
 * @param handle as it stands in the address
 * @param actions what its maker allowed, bits of {@link dev.baton.purchasing.PurchaseOrderLinks}
 * @param takenBack true: it only says so, and who to write to
 * @param expired true: it only says how to get a fresh one
 */
record OpenedLink(
        String handle,
        MerchantId merchant,
        PurchaseOrderView order,
        SupplierTerms supplier,
        Words words,
        int actions,
        boolean takenBack,
        boolean expired) {

    String base() {
        return "/t/" + handle;
    }

    /** Whether anything but to say why not can be done with it. */
    boolean works() {
        return !takenBack && !expired;
    }

    boolean allows(int action) {
        return (actions & action) != 0;
    }
}
