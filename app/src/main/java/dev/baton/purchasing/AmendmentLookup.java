package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Amendment questions in pages, those that stand first; every method needs an open transaction of the merchant. */
@Component
public class AmendmentLookup {

    /** Above every id: a page from the newest on. */
    private static final UUID TOP = new UUID(-1L, -1L);

    private final Amendments amendments;

    AmendmentLookup(Amendments amendments) {
        this.amendments = amendments;
    }

    /**
     * Where a page ended. One that was answered between two pages may be read twice, and none is left out.
     *
     * @param open whether it ended among those that stand
     */
    public record After(boolean open, AmendmentId id) {}

    /**
     * Those that stand, newest first, then those that are over, newest first.
     *
     * @param onlyOpen without those that are over
     * @param after the end of the page before; null = from the top
     */
    public List<Amendment> page(MerchantId merchant, boolean onlyOpen, @Nullable After after, int limit) {
        return page((live, below, most) -> amendments.page(merchant, live, below, most), onlyOpen, after, limit);
    }

    /** As above, of what one supplier was asked; what it was not asked yet is not shown to it. */
    public List<Amendment> pageOfSupplier(
            MerchantId merchant, SupplierId supplier, boolean onlyOpen, @Nullable After after, int limit) {
        return page(
                (live, below, most) -> amendments.pageOfSupplier(merchant, supplier, live, below, most),
                onlyOpen,
                after,
                limit);
    }

    private interface Part {
        List<Amendment> read(boolean live, UUID below, int limit);
    }

    private static List<Amendment> page(Part part, boolean onlyOpen, @Nullable After after, int limit) {
        List<Amendment> rows = new ArrayList<>();
        if (after == null || after.open()) {
            rows.addAll(part.read(true, after == null ? TOP : after.id().value(), limit));
        }
        if (!onlyOpen && rows.size() < limit) {
            UUID below = after == null || after.open() ? TOP : after.id().value();
            rows.addAll(part.read(false, below, limit - rows.size()));
        }
        return rows;
    }
}
