package dev.baton.trading.prices;

import dev.baton.catalog.CatalogProblem;
import dev.baton.catalog.DecidePriceList;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person says whether a file of a price list that waits is right. */
@Component
public final class DecidePriceFile {

    private final Tenancy tenancy;
    private final ReadPriceFiles.Shelf shelf;
    private final DecidePriceList decide;
    private final ReadPriceFiles.Later later;

    DecidePriceFile(Tenancy tenancy, ReadPriceFiles.Shelf shelf, DecidePriceList decide, ReadPriceFiles.Later later) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.decide = decide;
        this.later = later;
    }

    /**
     * The file is right and counts now; costs that jump still wait. Opens or joins a transaction; once more changes
     * nothing.
     *
     * @throws Problem {@link PriceListProblem#PRICE_FILE_UNKNOWN}; {@link CatalogProblem#PRICE_LIST_DECIDED} when it was
     *     refused or is still being read
     */
    public void accept(MerchantId merchant, PriceFileId id) {
        tenancy.run(merchant, () -> {
            PriceFile file = found(merchant, id);
            decide.accept(merchant, file.run());
            Instant now = later.clock().instant();
            later.work().remove(merchant, ReadPriceFiles.KIND, List.of(id.value()));
            later.work()
                    .add(
                            merchant,
                            List.of(ReceivePriceFile.reading(
                                    shelf.lists().version(merchant, file.list(), file.version()), id, now)));
        });
    }

    /**
     * The file is wrong and nothing of it counts. Opens or joins a transaction; once more changes nothing.
     *
     * @param reason in words
     * @throws Problem {@link PriceListProblem#PRICE_FILE_UNKNOWN}; {@link CatalogProblem#PRICE_LIST_DECIDED} when rows of it
     *     count already
     */
    public void refuse(MerchantId merchant, PriceFileId id, String reason) {
        tenancy.run(merchant, () -> decide.refuse(merchant, found(merchant, id).run(), reason));
    }

    private PriceFile found(MerchantId merchant, PriceFileId id) {
        return shelf.files().find(merchant, id).orElseThrow(() -> PriceListChecks.unknown(id));
    }
}
