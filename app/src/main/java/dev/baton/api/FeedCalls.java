package dev.baton.api;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.tables.TableFormat;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedView;
import dev.baton.trading.feeds.SuggestMapping;
import dev.baton.trading.sources.FileSource;
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

/** How suppliers' stock files come and are read. */
@RestController
@Tag(name = "Feeds")
class FeedCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final DefineFeed defineFeed;
    private final FeedLookup lookup;

    FeedCalls(Tenancy tenancy, SupplierLookup suppliers, DefineFeed defineFeed, FeedLookup lookup) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.defineFeed = defineFeed;
        this.lookup = lookup;
    }

    /**
     * A feed as it stands; meanings as in {@link FeedView}.
     *
     * @param definition as it was stated, with what was absent filled in and without the secret
     */
    record FeedRow(
            String code,
            int version,
            FeedBody definition,
            boolean hasSecret,
            String freshness,
            @Nullable Instant lastGoodAt,
            @Nullable Instant checkedAt,
            @Nullable String trouble) {

        static FeedRow of(FeedView feed, Map<SupplierId, SupplierTerms> suppliers) {
            FeedDefinition definition = feed.definition();
            FeedBody stated = new FeedBody(
                    Suppliers.code(suppliers, feed.supplier()),
                    definition.shipFrom(),
                    definition.mode(),
                    definition.absence(),
                    definition.maxAgeMinutes(),
                    definition.source().kind() == FileSource.Kind.REST
                            ? null
                            : FeedBody.Mapping.of(definition.mapping()),
                    FeedBody.Guard.of(definition.guard()),
                    SourceBody.of(definition.source(), feed.hostKey()),
                    definition.everyMinutes(),
                    definition.whenStale(),
                    definition.capUnits());
            return new FeedRow(
                    feed.code(),
                    feed.version(),
                    stated,
                    feed.hasSecret(),
                    Lists.word(feed.freshness()),
                    feed.lastGoodAt(),
                    feed.checkedAt(),
                    feed.trouble());
        }
    }

    /** {@code next}: what to send as {@code cursor} for the rest; null when there is none. */
    record FeedRows(List<FeedRow> items, @Nullable String next) {}

    /**
     * What was learned of a file.
     *
     * @param kind TEXT or WORKBOOK
     * @param mapping null when no column can be the item code or the quantity
     * @param reasons a sentence for each choice
     * @param sample the first rows as they are read
     */
    record Learned(
            TableFormat.Kind kind,
            @Nullable String charset,
            @Nullable String delimiter,
            @Nullable String sheet,
            List<String> columns,
            FeedBody.@Nullable Mapping mapping,
            List<String> reasons,
            List<List<String>> sample) {}

    @Operation(summary = "List the feeds")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping("/api/v1/feeds")
    FeedRows list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int most = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<FeedView> found = lookup.feeds(caller.merchant(), cursor == null ? "" : cursor, most + 1);
            List<FeedView> shown = found.subList(0, Math.min(most, found.size()));
            Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                    caller.merchant(), shown.stream().map(FeedView::supplier).toList());
            return new FeedRows(
                    shown.stream().map(feed -> FeedRow.of(feed, terms)).toList(),
                    found.size() > most ? shown.getLast().code() : null);
        });
    }

    @Operation(summary = "Show a feed and how fresh it is")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping("/api/v1/feeds/{code}")
    FeedRow show(Caller caller, @PathVariable String code) {
        return print(caller.merchant(), code);
    }

    @Operation(
            summary = "Define a feed",
            description =
                    "Creates it or gives it a new version; files that came before keep the one they were read by.")
    @Needs(Scope.SUPPLIERS)
    @PutMapping("/api/v1/feeds/{code}")
    FeedRow define(Caller caller, @PathVariable String code, @RequestBody FeedBody body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierId supplier = SupplierCalls.byCode(suppliers, caller.merchant(), body.supplier())
                    .id();
            defineFeed.define(caller.merchant(), supplier, code, body.stated(), body.secret());
            return print(caller.merchant(), code);
        });
    }

    @Operation(
            summary = "Take a feed out of use",
            description = "Nothing is fetched or watched any more; its files and what they said stay.")
    @Needs(Scope.SUPPLIERS)
    @DeleteMapping("/api/v1/feeds/{code}")
    FeedRow retire(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            FeedRow before = print(caller.merchant(), code);
            defineFeed.retire(caller.merchant(), code);
            return before;
        });
    }

    private FeedRow print(MerchantId merchant, String code) {
        return tenancy.inTransaction(merchant, () -> {
            FeedView feed = lookup.feed(merchant, code);
            return FeedRow.of(feed, suppliers.terms(merchant, List.of(feed.supplier())));
        });
    }

    @Operation(
            summary = "Learn a mapping from an example",
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
            description =
                    "The body is the first part of a stock file, or all of it; nothing is kept. Define the feed with"
                            + " the mapping that is suggested, mended where it is wrong.")
    @Needs({Scope.SUPPLIERS, Scope.STOCK})
    @PostMapping(path = "/api/v1/feed-mappings", consumes = MediaType.ALL_VALUE)
    Learned learn(
            Caller caller,
            @Parameter(hidden = true) HttpServletRequest request,
            @RequestParam(required = false) @Nullable Integer headerRow,
            @RequestParam(required = false) @Nullable String sheet)
            throws IOException {
        TableSample sample = TableSample.of(request, headerRow, sheet);
        SuggestMapping.Suggestion found = SuggestMapping.of(sample.header(), sample.rows());
        return new Learned(
                sample.format().kind(),
                sample.charset(),
                sample.delimiter(),
                sample.format().sheet(),
                sample.header(),
                found.mapping() == null ? null : FeedBody.Mapping.of(found.mapping()),
                found.reasons(),
                sample.shown());
    }
}
