package dev.baton.trading.prices;

import dev.baton.catalog.PriceRunId;
import dev.baton.catalog.PriceRunLookup;
import dev.baton.catalog.PriceRunView;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Price lists and their files as they stand, for reading. Every method opens or joins a transaction. */
@Component
public final class PriceListLookup {

    private final Tenancy tenancy;
    private final ReadPriceFiles.Shelf shelf;
    private final PriceRunLookup runs;

    PriceListLookup(Tenancy tenancy, ReadPriceFiles.Shelf shelf, PriceRunLookup runs) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.runs = runs;
    }

    /** A file with what became of it. */
    public record FileView(PriceFile file, PriceRunView run) {}

    /**
     * A file that stated something.
     *
     * @param list the code of the list it is an edition of
     * @param name as it was sent
     */
    public record Edition(String list, PriceFileId file, String name) {}

    /** The files of these runs; a run that no file is left of is left out. */
    public Map<PriceRunId, Edition> editions(MerchantId merchant, Collection<PriceRunId> runs) {
        return runs.isEmpty()
                ? Map.of()
                : tenancy.inTransaction(merchant, () -> shelf.files().editions(merchant, runs));
    }

    /** Lists behind a code ("" = from the first), in the order of their codes. */
    public List<PriceListView> lists(MerchantId merchant, String after, int limit) {
        return tenancy.inTransaction(merchant, () -> shelf.lists().page(merchant, after, limit));
    }

    /**
     * One list.
     *
     * @throws Problem {@link PriceListProblem#PRICE_LIST_UNKNOWN}
     */
    public PriceListView list(MerchantId merchant, String code) {
        return tenancy.inTransaction(
                merchant, () -> shelf.lists().find(merchant, code).orElseThrow(() -> PriceListChecks.unknown(code)));
    }

    /**
     * A list's files before one (null = from the newest), newest first.
     *
     * @throws Problem {@link PriceListProblem#PRICE_LIST_UNKNOWN}
     */
    public List<FileView> files(MerchantId merchant, String code, @Nullable PriceFileId before, int limit) {
        return tenancy.inTransaction(merchant, () -> {
            List<PriceFile> page =
                    shelf.files().page(merchant, list(merchant, code).id(), before, limit);
            Map<PriceRunId, PriceRunView> found =
                    runs.runs(merchant, page.stream().map(PriceFile::run).toList());
            return page.stream()
                    .map(file -> new FileView(file, Objects.requireNonNull(found.get(file.run()))))
                    .toList();
        });
    }

    /**
     * One file.
     *
     * @throws Problem {@link PriceListProblem#PRICE_FILE_UNKNOWN}
     */
    public FileView file(MerchantId merchant, PriceFileId id) {
        return tenancy.inTransaction(merchant, () -> {
            PriceFile file = shelf.files().find(merchant, id).orElseThrow(() -> PriceListChecks.unknown(id));
            return new FileView(
                    file,
                    Objects.requireNonNull(
                            runs.runs(merchant, List.of(file.run())).get(file.run())));
        });
    }
}
