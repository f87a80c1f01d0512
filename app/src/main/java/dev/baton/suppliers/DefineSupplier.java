package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Secrets;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a supplier known, or brings its terms to what the merchant states now. */
@Component
public final class DefineSupplier {

    private final Tenancy tenancy;
    private final Suppliers suppliers;
    private final Secrets secrets;
    private final AgreeInstructions agreeInstructions;
    private final Audit audit;

    DefineSupplier(
            Tenancy tenancy, Suppliers suppliers, Secrets secrets, AgreeInstructions agreeInstructions, Audit audit) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.secrets = secrets;
        this.agreeInstructions = agreeInstructions;
        this.audit = audit;
    }

    /**
     * Creates the supplier of that code, or replaces all its terms; a pause stays as it is. Orders already
     * sent keep what was agreed when they were sent. Opens or joins a transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_TERM_INVALID} with the field,
     *     {@link SupplierProblem#CHANNEL_SECRET_MISSING} when a channel comes without a secret and none is stored
     */
    public SupplierId define(MerchantId merchant, SupplierDefinition terms) {
        SupplierChecks.check(terms);
        return tenancy.inTransaction(merchant, () -> {
            @Nullable SupplierId before = suppliers.lockByCode(merchant, terms.code());
            byte @Nullable [] secret = sealedSecret(merchant, terms, before);
            SupplierId id = suppliers.save(merchant, terms, secret);
            suppliers.replaceLists(merchant, id, terms);
            suppliers.bumpRevision(merchant);
            agreeInstructions.agree(
                    merchant, new InstructionKey(InstructionScope.SUPPLIER, terms.code()), terms.instructions());
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "DefineSupplier",
                            "supplier",
                            id.value(),
                            before == null ? null : "DEFINED",
                            "DEFINED",
                            terms.live() ? null : "watch mode: nothing is sent")));
            return id;
        });
    }

    private byte @Nullable [] sealedSecret(MerchantId merchant, SupplierDefinition terms, @Nullable SupplierId before) {
        SupplierDefinition.Channel channel = terms.channel();
        if (channel == null) {
            return null;
        }
        if (channel.secret() != null) {
            return secrets.seal(merchant, channel.secret());
        }
        byte[] stored = before == null ? null : suppliers.storedSecret(merchant, before);
        if (stored == null) {
            throw new Problem(
                    SupplierProblem.CHANNEL_SECRET_MISSING,
                    "Send channel.secret once; later definitions may leave it out.",
                    "channel.secret");
        }
        return stored;
    }
}
