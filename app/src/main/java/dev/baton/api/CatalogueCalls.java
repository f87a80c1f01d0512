package dev.baton.api;

import dev.baton.channels.CataloguePull;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.PullCatalogue;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reading all products of a store. */
@RestController
@RequestMapping("/api/v1/stores/{code}/catalogue/pulls")
@Tag(name = "Stores")
class CatalogueCalls {

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final PullCatalogue pullCatalogue;
    private final CataloguePulls pulls;

    CatalogueCalls(Tenancy tenancy, MerchantLookup merchants, PullCatalogue pullCatalogue, CataloguePulls pulls) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.pullCatalogue = pullCatalogue;
        this.pulls = pulls;
    }

    /** A reading of all products; meanings as in {@link CataloguePull}. */
    record Pull(
            String id,
            String state,
            long products,
            long variants,
            long unreadable,
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String reason) {

        static Pull of(CataloguePull pull) {
            return new Pull(
                    pull.id().toString(),
                    Lists.word(pull.state()),
                    pull.products(),
                    pull.variants(),
                    pull.unreadable(),
                    pull.begunAt(),
                    pull.endedAt(),
                    pull.reason());
        }
    }

    @Operation(
            summary = "Read all products of a store",
            description = "Begins at once, unless it is under way already, and again every night from then on. The"
                    + " store's app needs the scopes read_products and read_inventory. Answers how far it is.")
    @Needs(Scope.CATALOG)
    @PostMapping
    Pull begin(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(), () -> Pull.of(pullCatalogue.begin(caller.merchant(), store(caller, code))));
    }

    @Operation(summary = "See how far the last reading of all products is")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/latest")
    Pull latest(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> pulls.latest(caller.merchant(), store(caller, code).id())
                        .map(Pull::of)
                        .orElseThrow(() -> new Problem(
                                CommonProblem.NOT_FOUND,
                                "The products of the store " + code + " were never read: begin by POST to this path"
                                        + " without latest.")));
    }

    private Store store(Caller caller, String code) {
        return merchants
                .storeByCode(caller.merchant(), code)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "There is no store " + code + "; list the stores to find it."));
    }
}
