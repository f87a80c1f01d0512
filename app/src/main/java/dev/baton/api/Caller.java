package dev.baton.api;

import dev.baton.merchants.AuthenticatedKey;
import dev.baton.platform.Actor;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SupplierId;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who calls: a key of a merchant, or of one of its suppliers. */
record Caller(AuthenticatedKey key) {

    /** Where the filter leaves the caller for the rest of the request. */
    static final String ATTRIBUTE = Caller.class.getName();

    MerchantId merchant() {
        return key.merchant();
    }

    /**
     * The supplier that calls.
     *
     * @throws IllegalStateException when it is no supplier; calls for suppliers need {@link Scope#SUPPLIER}
     */
    SupplierId supplier() {
        UUID supplier = key.supplierId();
        if (supplier == null) {
            throw new IllegalStateException("not a supplier's key");
        }
        return new SupplierId(supplier);
    }

    boolean isSupplier() {
        return key.supplierId() != null;
    }

    Actor actor() {
        UUID supplier = key.supplierId();
        return supplier == null ? new Actor.Key(key.keyId()) : new Actor.Supplier(supplier);
    }

    /** Refuses a key whose scopes do not cover the call. */
    void must(Needs needs) {
        boolean covered = Arrays.stream(needs.value())
                .anyMatch(scope -> key.scopes().contains(scope.word())
                        || (scope != Scope.SUPPLIER && key.scopes().contains(Scope.ADMIN.word())));
        if (!covered) {
            throw new Problem(
                    CommonProblem.FORBIDDEN,
                    "This call is for a key of scope "
                            + Arrays.stream(needs.value()).map(Scope::word).collect(Collectors.joining(" or "))
                            + "; ask the merchant's owner for one.");
        }
    }
}
