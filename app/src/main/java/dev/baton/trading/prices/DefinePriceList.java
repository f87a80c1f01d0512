package dev.baton.trading.prices;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Secrets;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.sources.FileSource;
import dev.baton.trading.sources.FileSources;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** States how a supplier's price list comes and is read. */
@Component
public final class DefinePriceList {

    private final Tenancy tenancy;
    private final PriceLists lists;
    private final FileSources sources;
    private final Secrets secrets;
    private final Work work;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DefinePriceList(
            Tenancy tenancy,
            PriceLists lists,
            FileSources sources,
            Secrets secrets,
            Work work,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.lists = lists;
        this.sources = sources;
        this.secrets = secrets;
        this.work = work;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Defines the list of that code, or gives it a new version; files that came before keep the one they were read by.
     * Opens or joins a transaction.
     *
     * @param secret password, or private key in OpenSSH's form, of its source; null keeps the one stored for its server
     * @return the version, from 1
     * @throws Problem {@link PriceListProblem#PRICE_LIST_INVALID} naming the field
     */
    public int define(
            MerchantId merchant,
            SupplierId supplier,
            String code,
            PriceListDefinition definition,
            @Nullable String secret) {
        PriceListChecks.check(code, definition);
        return tenancy.inTransaction(merchant, () -> {
            Instant now = clock.instant();
            PriceListId fresh = new PriceListId(ids.next());
            boolean isNew = lists.insert(merchant, fresh, supplier, code);
            if (isNew) {
                lists.insertVersion(merchant, fresh, 1, definition, now);
            }
            PriceListView known = lists.lock(merchant, code).orElseThrow();
            if (!known.supplier().equals(supplier)) {
                throw PriceListChecks.invalid(
                        "code", "The price list " + code + " is another supplier's: choose another code.");
            }
            int version = isNew ? 1 : known.version() + 1;
            if (!isNew) {
                lists.insertVersion(merchant, known.id(), version, definition, now);
                lists.set(merchant, known.id(), version, null);
            }
            byte @Nullable [] sealed = secret == null ? null : secrets.seal(merchant, secret);
            FileSources.Kept kept = kept(source(known.definition()), source(definition), secret == null);
            sources.define(merchant, known.id().value(), sealed, kept);
            if (definition.fetched() != null || known.definition().fetched() != null) {
                look(merchant, known.id(), now);
            }
            audited(merchant, known.id(), "version " + version);
            return version;
        });
    }

    private static FileSources.Kept kept(@Nullable FileSource before, @Nullable FileSource after, boolean sameSecret) {
        if (sameSecret && Objects.equals(before, after)) {
            return FileSources.Kept.ALL;
        }
        return before != null && after != null && after.isServerOf(before)
                ? FileSources.Kept.SERVER
                : FileSources.Kept.NOTHING;
    }

    private static @Nullable FileSource source(PriceListDefinition definition) {
        return definition.fetched() == null ? null : definition.fetched().source();
    }

    /** At its source, or that there is none any more. */
    private void look(MerchantId merchant, PriceListId list, Instant now) {
        UUID id = list.value();
        work.remove(merchant, FetchPrices.KIND, List.of(id));
        work.add(merchant, List.of(new NewWork("price-list:" + id, FetchPrices.KIND, id, now, false)));
    }

    /**
     * Takes the list out of use: nothing is fetched any more; its files and what they said stay. Opens or joins a transaction.
     *
     * @throws Problem {@link PriceListProblem#PRICE_LIST_UNKNOWN}
     */
    public void retire(MerchantId merchant, String code) {
        tenancy.run(merchant, () -> {
            PriceListView list = lists.lock(merchant, code)
                    .filter(known -> !known.retired())
                    .orElseThrow(() -> PriceListChecks.unknown(code));
            lists.set(merchant, list.id(), list.version(), clock.instant());
            if (list.definition().fetched() != null) {
                look(merchant, list.id(), clock.instant());
            }
            audited(merchant, list.id(), "retired");
        });
    }

    private void audited(MerchantId merchant, PriceListId list, String to) {
        audit.record(merchant, List.of(new AuditEntry("DefinePriceList", "price_list", list.value(), null, to, null)));
    }
}
