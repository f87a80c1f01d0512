package dev.baton.api;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.tables.TableFormat;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.prices.DefinePriceList;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceListView;
import dev.baton.trading.prices.SuggestPriceMapping;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How suppliers' price lists come and are read. */
@RestController
@Tag(name = "Price lists")
class PriceListDefinitionCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final DefinePriceList define;
    private final PriceListLookup lookup;

    PriceListDefinitionCalls(
            Tenancy tenancy, SupplierLookup suppliers, DefinePriceList define, PriceListLookup lookup) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.define = define;
        this.lookup = lookup;
    }

    /**
     * A price list as it stands; meanings as in {@link PriceListView} and {@link dev.baton.trading.sources.SourceState}.
     *
     * @param definition as it was stated, without the secret
     */
    record PriceListRow(
            String code,
            int version,
            PriceListBody definition,
            boolean hasSecret,
            @Nullable Instant checkedAt,
            @Nullable String trouble) {

        static PriceListRow of(PriceListView list, Map<SupplierId, SupplierTerms> suppliers) {
            return new PriceListRow(
                    list.code(),
                    list.version(),
                    PriceListBody.of(Suppliers.code(suppliers, list.supplier()), list),
                    list.source().hasSecret(),
                    list.source().checkedAt(),
                    list.source().trouble());
        }
    }

    /** {@code next}: what to send as {@code cursor} for the rest; null when there is none. */
    record PriceListRows(List<PriceListRow> items, @Nullable String next) {}

    /**
     * What was learned of a file.
     *
     * @param kind TEXT or WORKBOOK
     * @param mapping null when no column can be the item code or the cost
     * @param reasons a sentence for each choice
     * @param sample the first rows as they are read
     */
    record LearnedPrices(
            TableFormat.Kind kind,
            @Nullable String charset,
            @Nullable String delimiter,
            @Nullable String sheet,
            List<String> columns,
            PriceListBody.@Nullable Mapping mapping,
            List<String> reasons,
            List<List<String>> sample) {}

    @Operation(summary = "List the price lists")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/api/v1/price-lists")
    PriceListRows list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int most = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<PriceListView> found = lookup.lists(caller.merchant(), cursor == null ? "" : cursor, most + 1);
            List<PriceListView> shown = found.subList(0, Math.min(most, found.size()));
            Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                    caller.merchant(),
                    shown.stream().map(PriceListView::supplier).toList());
            return new PriceListRows(
                    shown.stream().map(list -> PriceListRow.of(list, terms)).toList(),
                    found.size() > most ? shown.getLast().code() : null);
        });
    }

    @Operation(summary = "Show a price list")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/api/v1/price-lists/{code}")
    PriceListRow show(Caller caller, @PathVariable String code) {
        return print(caller.merchant(), code);
    }

    @Operation(
            summary = "Define a price list",
            description =
                    "Creates it or gives it a new version; files that came before keep the one they were read by.")
    @Needs(Scope.CATALOG)
    @PutMapping("/api/v1/price-lists/{code}")
    PriceListRow define(Caller caller, @PathVariable String code, @RequestBody PriceListBody body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierId supplier = SupplierCalls.byCode(suppliers, caller.merchant(), body.supplier())
                    .id();
            define.define(caller.merchant(), supplier, code, body.stated(), body.secret());
            return print(caller.merchant(), code);
        });
    }

    @Operation(
            summary = "Take a price list out of use",
            description = "Nothing is fetched or taken any more; its files and the costs they brought stay.")
    @Needs(Scope.CATALOG)
    @DeleteMapping("/api/v1/price-lists/{code}")
    PriceListRow retire(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            PriceListRow before = print(caller.merchant(), code);
            define.retire(caller.merchant(), code);
            return before;
        });
    }

    private PriceListRow print(MerchantId merchant, String code) {
        return tenancy.inTransaction(merchant, () -> {
            PriceListView list = lookup.list(merchant, code);
            return PriceListRow.of(list, suppliers.terms(merchant, List.of(list.supplier())));
        });
    }

    @Operation(
            summary = "Learn a price list's mapping from an example",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "The file itself.",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/octet-stream",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "multipart/form-data",
                                        schema = @Schema(type = "object"),
                                        schemaProperties =
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")))
                            }),
            description = "The body is the first part of a price list, or all of it; nothing is kept. Define the price"
                    + " list with the mapping that is suggested, mended where it is wrong.")
    @Needs(Scope.CATALOG)
    @PostMapping(path = "/api/v1/price-list-mappings", consumes = MediaType.ALL_VALUE)
    LearnedPrices learn(
            Caller caller,
            @Parameter(hidden = true) HttpServletRequest request,
            @RequestParam(required = false) @Nullable Integer headerRow,
            @RequestParam(required = false) @Nullable String sheet)
            throws IOException {
        TableSample sample = TableSample.of(request, headerRow, sheet);
        SuggestPriceMapping.Suggestion found = SuggestPriceMapping.of(sample.header(), sample.rows());
        return new LearnedPrices(
                sample.format().kind(),
                sample.charset(),
                sample.delimiter(),
                sample.format().sheet(),
                sample.header(),
                found.mapping() == null ? null : PriceListBody.Mapping.of(found.mapping()),
                found.reasons(),
                sample.shown());
    }
}
