package dev.baton.api;

import dev.baton.catalog.Cost;
import dev.baton.catalog.PriceChange;
import dev.baton.catalog.PriceFault;
import dev.baton.catalog.PriceOutcome;
import dev.baton.catalog.PriceRunLookup;
import dev.baton.catalog.PriceRunView;
import dev.baton.platform.Problem;
import dev.baton.trading.prices.DecidePriceFile;
import dev.baton.trading.prices.PriceFile;
import dev.baton.trading.prices.PriceFileId;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceListLookup.FileView;
import dev.baton.trading.prices.PriceListProblem;
import dev.baton.trading.prices.ReceivePriceFile;
import dev.baton.trading.prices.WritePriceErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files of price lists: sent, looked at, accepted or refused. */
@RestController
@Tag(name = "Price lists")
class PriceFileCalls {

    private final ReceivePriceFile receive;
    private final DecidePriceFile decide;
    private final PriceListLookup lookup;
    private final PriceRunLookup runs;
    private final WritePriceErrors errorFile;

    PriceFileCalls(
            ReceivePriceFile receive,
            DecidePriceFile decide,
            PriceListLookup lookup,
            PriceRunLookup runs,
            WritePriceErrors errorFile) {
        this.receive = receive;
        this.decide = decide;
        this.lookup = lookup;
        this.runs = runs;
        this.errorFile = errorFile;
    }

    /** A file that was taken; its state is read by {@code GET /api/v1/price-list-files/{id}}. */
    record ReceivedPrices(String id) {}

    /**
     * A file of a price list; meanings as in {@link PriceFile} and {@link PriceRunView}.
     *
     * @param state judging (being read, nothing has changed), proposed or quarantined (waits for a decision), applying,
     *     applied, refused
     */
    record PriceFileRow(
            String id,
            String name,
            long bytes,
            Instant receivedAt,
            @Nullable String mends,
            String state,
            @Nullable String reason,
            Instant since,
            long rowsRead,
            PriceRunView.Counts rows,
            int faults) {

        static PriceFileRow of(FileView view) {
            PriceFile file = view.file();
            PriceRunView run = view.run();
            return new PriceFileRow(
                    file.id().value().toString(),
                    file.name(),
                    file.bytes(),
                    file.receivedAt(),
                    file.mends() == null ? null : file.mends().value().toString(),
                    Lists.word(run.state()),
                    file.unreadable() == null ? run.reason() : file.unreadable(),
                    run.since(),
                    run.reachedRow(),
                    run.counts(),
                    run.faults());
        }
    }

    /** What a row comes to, or came to; {@code before} is null for an item that is no offer. */
    record PriceChangeRow(
            long row,
            String supplierSku,
            String shipFrom,
            String outcome,
            @Nullable String before,
            @Nullable String beforeCurrency,
            @Nullable List<PriceBreakBody> beforePriceBreaks,
            String unitCost,
            String currency,
            List<PriceBreakBody> priceBreaks,
            Instant since) {

        static PriceChangeRow of(PriceChange change) {
            @Nullable Cost before = change.before();
            return new PriceChangeRow(
                    change.row(),
                    change.supplierSku(),
                    change.shipFrom(),
                    Lists.word(change.outcome()),
                    before == null ? null : Amounts.ofMicros(before.micros()),
                    before == null ? null : before.currency(),
                    before == null ? null : PriceBreakBody.of(before.breaks()),
                    Amounts.ofMicros(change.cost().micros()),
                    change.cost().currency(),
                    PriceBreakBody.of(change.cost().breaks()),
                    change.since());
        }
    }

    /** Why it is refused; for people. */
    record RefusingPrices(String reason) {}

    @Operation(
            summary = "Send a price list as a file",
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
                    "The body is the file itself (CSV, TSV, semicolons, pipes, .xlsx, also packed with gzip) or a form"
                            + " with it, up to 2 GB. It is kept as it came, read without effect, and then counts row by row;"
                            + " with preview nothing changes before it is accepted. Mends names a file whose error file this"
                            + " is, mended.")
    @Needs({Scope.CATALOG, Scope.SUPPLIER})
    @PostMapping(
            path = {"/api/v1/price-lists/{code}/files", "/api/v1/supplier/price-lists/{code}/files"},
            consumes = MediaType.ALL_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReceivedPrices send(
            Caller caller,
            @PathVariable String code,
            @Parameter(hidden = true) HttpServletRequest request,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) @Nullable String mends)
            throws IOException {
        ownList(caller, code);
        UploadedFile file = UploadedFile.of(request);
        ReceivePriceFile.Incoming incoming = new ReceivePriceFile.Incoming(
                code,
                file.called(name),
                file.mediaType(),
                UploadedFile.time("since", since),
                preview && !caller.isSupplier(),
                mends == null ? null : id(mends));
        try (InputStream bytes = file.bytes()) {
            return new ReceivedPrices(
                    receive.receive(caller.merchant(), incoming, bytes).value().toString());
        }
    }

    @Operation(summary = "List the files of a price list, newest first")
    @Needs({Scope.READ, Scope.CATALOG, Scope.SUPPLIER})
    @GetMapping({"/api/v1/price-lists/{code}/files", "/api/v1/supplier/price-lists/{code}/files"})
    Page<PriceFileRow> list(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ownList(caller, code);
        int most = Page.limit(limit);
        @Nullable UUID before = Page.cursor(cursor);
        List<FileView> files =
                lookup.files(caller.merchant(), code, before == null ? null : new PriceFileId(before), most + 1);
        return Page.of(files, most, PriceFileRow::of, view -> view.file().id().value());
    }

    @Operation(summary = "Show a file of a price list and what became of it")
    @Needs({Scope.READ, Scope.CATALOG, Scope.SUPPLIER})
    @GetMapping({"/api/v1/price-list-files/{id}", "/api/v1/supplier/price-list-files/{id}"})
    PriceFileRow show(Caller caller, @PathVariable String id) {
        return PriceFileRow.of(own(caller, id));
    }

    /** {@code next}: what to send as {@code after} for the rest; null when there is none. */
    record PriceChangeRows(
            List<PriceChangeRow> items, @Nullable Long next) {}

    @Operation(
            summary = "Show what rows of a price list would change, or changed",
            description =
                    "In the order of the rows, of the latest file of a list; outcome is applied, planned, waiting,"
                            + " unchanged, unmatched or superseded, absent for all.")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/api/v1/price-list-files/{id}/changes")
    PriceChangeRows changes(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int most = Page.limit(limit);
        List<PriceChange> found = runs.changes(
                caller.merchant(),
                own(caller, id).run().id(),
                Lists.state(PriceOutcome.class, outcome),
                after,
                most + 1);
        List<PriceChange> shown = found.subList(0, Math.min(most, found.size()));
        return new PriceChangeRows(
                shown.stream().map(PriceChangeRow::of).toList(),
                found.size() > most ? shown.getLast().row() : null);
    }

    /** {@code next}: what to send as {@code after} for the rest; null when there is none. */
    record PriceFaults(List<PriceFault> items, @Nullable Long next) {}

    @Operation(summary = "Show what is wrong with rows of a price list")
    @Needs({Scope.READ, Scope.CATALOG, Scope.SUPPLIER})
    @GetMapping({"/api/v1/price-list-files/{id}/faults", "/api/v1/supplier/price-list-files/{id}/faults"})
    PriceFaults faults(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int most = Page.limit(limit);
        List<PriceFault> found =
                runs.faults(caller.merchant(), own(caller, id).run().id(), after, most + 1);
        List<PriceFault> shown = found.subList(0, Math.min(most, found.size()));
        return new PriceFaults(shown, found.size() > most ? shown.getLast().row() : null);
    }

    @Operation(
            summary = "Fetch the rows of a price list that were left out, to mend and send again",
            description = "The file's own columns and one more with the reason. Send it mended to the same price list"
                    + " with mends={id}: exactly these rows are added.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @Needs({Scope.READ, Scope.CATALOG, Scope.SUPPLIER})
    @GetMapping(
            path = {"/api/v1/price-list-files/{id}/errors", "/api/v1/supplier/price-list-files/{id}/errors"},
            produces = "text/csv")
    ResponseEntity<StreamingResponseBody> errors(Caller caller, @PathVariable String id) {
        FileView file = own(caller, id);
        return UploadedFile.leftOut(
                out -> errorFile.write(caller.merchant(), file.file().id(), out));
    }

    @Operation(
            summary = "Accept a file of a price list that waits",
            description = "It counts right after; costs that jump still wait one by one.")
    @Needs(Scope.CATALOG)
    @PostMapping("/api/v1/price-list-files/{id}/accept")
    PriceFileRow accept(Caller caller, @PathVariable String id) {
        decide.accept(caller.merchant(), id(id));
        return PriceFileRow.of(own(caller, id));
    }

    @Operation(
            summary = "Refuse a file of a price list that waits",
            description = "Nothing of it counts; the costs from before go on.")
    @Needs(Scope.CATALOG)
    @PostMapping("/api/v1/price-list-files/{id}/refuse")
    PriceFileRow refuse(Caller caller, @PathVariable String id, @RequestBody RefusingPrices body) {
        decide.refuse(caller.merchant(), id(id), body.reason());
        return PriceFileRow.of(own(caller, id));
    }

    /** A supplier sees its own price lists only; another's is as good as none. */
    private void ownList(Caller caller, String code) {
        if (caller.isSupplier()
                && !lookup.list(caller.merchant(), code).supplier().equals(caller.supplier())) {
            throw new Problem(PriceListProblem.PRICE_LIST_UNKNOWN, "You have no price list " + code + ".");
        }
    }

    private FileView own(Caller caller, String id) {
        FileView file = lookup.file(caller.merchant(), id(id));
        if (caller.isSupplier() && !file.run().supplier().equals(caller.supplier())) {
            throw new Problem(PriceListProblem.PRICE_FILE_UNKNOWN, "You have no file " + id + " of a price list.");
        }
        return file;
    }

    private static PriceFileId id(String text) {
        try {
            return new PriceFileId(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            throw new Problem(PriceListProblem.PRICE_FILE_UNKNOWN, "There is no file " + text + " of a price list.");
        }
    }
}
