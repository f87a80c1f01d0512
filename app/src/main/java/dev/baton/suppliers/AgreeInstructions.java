package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes standing instructions, each change as a version of its own. A purchase order is told the version that holds
 * when it is planned; a later one does not rewrite it.
 */
@Component
public final class AgreeInstructions {

    private static final int TRIES = 5;

    private final Tenancy tenancy;
    private final InstructionVersions versions;
    private final Audit audit;
    private final Clock clock;

    AgreeInstructions(Tenancy tenancy, InstructionVersions versions, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * States what holds from now on; opens a transaction or joins the caller's. The same words again are no new
     * version. Whether the product or brand is known is the caller's to see to; a supplier's are stated with its terms.
     *
     * @return the version that holds; null when nothing was ever said and nothing is now
     * @throws Problem {@link SupplierProblem#SUPPLIER_TERM_INVALID} with the field of a text that is too long
     */
    public @Nullable InstructionVersion agree(MerchantId merchant, InstructionKey key, Instructions stated) {
        SupplierChecks.instructions(stated, "");
        return tenancy.inTransaction(merchant, () -> write(merchant, key, stated.stripped()));
    }

    private @Nullable InstructionVersion write(MerchantId merchant, InstructionKey key, Instructions said) {
        for (int tried = 0; tried < TRIES; tried++) {
            InstructionVersion before =
                    versions.newest(merchant, List.of(key)).stream().findFirst().orElse(null);
            if (said.equals(before == null ? Instructions.NONE : before.said())) {
                return before;
            }
            int version = before == null ? 1 : before.version() + 1;
            if (versions.add(merchant, key, version, said, clock.instant())) {
                audit.record(merchant, List.of(entry(key, before, version)));
                return new InstructionVersion(key, version, said, clock.instant());
            }
        }
        throw new IllegalStateException("the instructions changed under every try");
    }

    private static AuditEntry entry(InstructionKey key, @Nullable InstructionVersion before, int version) {
        String name = key.scope() + " " + key.subject();
        return new AuditEntry(
                "AgreeInstructions",
                "instruction",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                before == null ? null : "VERSION " + before.version(),
                "VERSION " + version,
                name);
    }
}
