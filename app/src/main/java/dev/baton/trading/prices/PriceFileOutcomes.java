package dev.baton.trading.prices;

import dev.baton.catalog.PriceRunLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import org.springframework.stereotype.Component;

/** What a person is told when a file of a price list ends. Each method opens a transaction. */
@Component
final class PriceFileOutcomes {

    static final String UNREADABLE = "trading.price-list-unreadable";
    static final String LEFT_OUT = "trading.price-list-rows";

    private final Tenancy tenancy;
    private final ReadPriceFiles.Shelf shelf;
    private final PriceRunLookup runs;
    private final Tasks tasks;

    PriceFileOutcomes(Tenancy tenancy, ReadPriceFiles.Shelf shelf, PriceRunLookup runs, Tasks tasks) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.runs = runs;
        this.tasks = tasks;
    }

    /** Its rows count; those that were left out are a task until they are mended or a later edition has none. */
    void applied(MerchantId merchant, PriceFile file) {
        tenancy.run(merchant, () -> {
            tasks.closeFor(merchant, UNREADABLE, file.list().value(), "a later file could be read");
            if (!runs.leftOut(merchant, file.run())) {
                tasks.closeFor(merchant, LEFT_OUT, file.list().value(), "every row counts");
                return;
            }
            tasks.open(
                    merchant,
                    new NewTask(
                            LEFT_OUT,
                            "price_list",
                            file.list().value(),
                            "Rows of the price list " + code(merchant, file) + " were left out",
                            "The other rows of the file " + file.name() + " ("
                                    + file.id().value()
                                    + ") count. Fetch its error file, mend the rows and send it as mending that file; if"
                                    + " nothing is done, the costs from before go on for these items. The task closes by"
                                    + " itself when every row counts."));
        });
    }

    /** It looks wrong, or a person wanted to see it first. */
    void waits(MerchantId merchant, PriceFile file) {
        tenancy.run(
                merchant,
                () -> tasks.closeFor(merchant, UNREADABLE, file.list().value(), "a later file could be read"));
    }

    /** It is no table, or lacks a column. */
    void unreadable(MerchantId merchant, PriceFile file, String why) {
        tenancy.run(merchant, () -> {
            shelf.files().unreadable(merchant, file.id(), why);
            tasks.open(
                    merchant,
                    new NewTask(
                            UNREADABLE,
                            "price_list",
                            file.list().value(),
                            "A file of the price list " + code(merchant, file) + " cannot be read",
                            why + " The file (" + file.id().value()
                                    + ") was not used; if nothing is done, the costs from before go on. Ask the supplier"
                                    + " for a better file, or mend the list's mapping and send the file again; the task"
                                    + " closes by itself with the next file that can be read."));
        });
    }

    private String code(MerchantId merchant, PriceFile file) {
        return shelf.lists().version(merchant, file.list(), file.version()).code();
    }
}
