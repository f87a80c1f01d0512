package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedChange;
import dev.baton.inventory.FeedDiff;
import dev.baton.inventory.StagedFault;
import dev.baton.inventory.StagedRunLookup;
import dev.baton.inventory.StagedRunView;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.trading.feeds.DecideFeedFile;
import dev.baton.trading.feeds.FeedFile;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedLookup.FileView;
import dev.baton.trading.feeds.FeedProblem;
import dev.baton.trading.feeds.ReceiveFeedFile;
import dev.baton.trading.feeds.WriteErrorFile;
import dev.baton.trading.sources.FileSource;
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
import java.util.Locale;
import java.util.Map;
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

/** Stock files: sent, looked at, accepted or refused. */
@RestController
@Tag(name = "Feeds")
class FeedFileCalls {

    private final Tenancy tenancy;
    private final ReceiveFeedFile receive;
    private final DecideFeedFile decide;
    private final FeedLookup lookup;
    private final StagedRunLookup runs;
    private final CatalogLookup catalog;
    private final WriteErrorFile errorFile;

    FeedFileCalls(
            Tenancy tenancy,
            ReceiveFeedFile receive,
            DecideFeedFile decide,
            FeedLookup lookup,
            StagedRunLookup runs,
            CatalogLookup catalog,
            WriteErrorFile errorFile) {
        this.tenancy = tenancy;
        this.receive = receive;
        this.decide = decide;
        this.lookup = lookup;
        this.runs = runs;
        this.catalog = catalog;
        this.errorFile = errorFile;
    }

    /** A file that was taken; its state is read by {@code GET /api/v1/feed-files/{id}}. */
    record Received(String id) {}

    /**
     * A stock file; meanings as in {@link FeedFile} and {@link StagedRunView}.
     *
     * @param state staging (being read), proposed or quarantined (waits for a decision), merging, merged, refused
     */
    record FileRow(
            String id,
            String name,
            long bytes,
            Instant receivedAt,
            String cameBy,
            @Nullable String mends,
            String state,
            @Nullable String reason,
            Instant effectiveAt,
            long rowsRead,
            @Nullable FeedDiff changes,
            int applied,
            int unchanged,
            int superseded,
            int faults,
            @Nullable Instant askedAt,
            @Nullable String answer) {

        static FileRow of(FileView view) {
            FeedFile file = view.file();
            StagedRunView run = view.run();
            return new FileRow(
                    file.id().value().toString(),
                    file.name(),
                    file.bytes(),
                    file.receivedAt(),
                    Lists.word(file.cameBy()),
                    file.mends() == null ? null : file.mends().value().toString(),
                    run.state().toLowerCase(Locale.ROOT),
                    file.unreadable() == null ? run.reason() : file.unreadable(),
                    run.effectiveAt(),
                    run.reachedRow(),
                    run.diff(),
                    run.applied(),
                    run.unchanged(),
                    run.superseded(),
                    run.faults(),
                    file.askedAt(),
                    file.answer() == null ? null : Lists.word(file.answer()));
        }
    }

    /** {@code was} is null where no feed ever spoke of the offer. */
    record ChangeRow(
            String supplierSku, String shipFrom, @Nullable Integer was, int becomes) {}

    /** Why it is refused; for people. */
    record Refusing(String reason) {}

    @Operation(
            summary = "Send a stock file",
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
                            + " with it, up to 2 GB. It is kept as it came and read right after; with preview nothing is changed"
                            + " before it is accepted. Mends names a file whose error file this is, mended.")
    @Needs({Scope.STOCK, Scope.SUPPLIER})
    @PostMapping(
            path = {"/api/v1/feeds/{code}/files", "/api/v1/supplier/feeds/{code}/files"},
            consumes = MediaType.ALL_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Received send(
            Caller caller,
            @PathVariable String code,
            @Parameter(hidden = true) HttpServletRequest request,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String observedAt,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) @Nullable String mends)
            throws IOException {
        ownFeed(caller, code);
        UploadedFile file = UploadedFile.of(request);
        ReceiveFeedFile.Incoming incoming = new ReceiveFeedFile.Incoming(
                code,
                file.called(name),
                file.mediaType(),
                UploadedFile.time("observedAt", observedAt),
                preview && !caller.isSupplier(),
                mends == null ? null : id(mends),
                FileSource.Kind.UPLOAD);
        try (InputStream bytes = file.bytes()) {
            return new Received(
                    receive.receive(caller.merchant(), incoming, bytes).value().toString());
        }
    }

    @Operation(summary = "List the files of a feed, newest first")
    @Needs({Scope.READ, Scope.STOCK, Scope.SUPPLIER})
    @GetMapping({"/api/v1/feeds/{code}/files", "/api/v1/supplier/feeds/{code}/files"})
    Page<FileRow> list(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ownFeed(caller, code);
        int most = Page.limit(limit);
        @Nullable UUID before = Page.cursor(cursor);
        List<FileView> files =
                lookup.files(caller.merchant(), code, before == null ? null : new FeedFileId(before), most + 1);
        return Page.of(files, most, FileRow::of, view -> view.file().id().value());
    }

    @Operation(summary = "Show a stock file and what became of it")
    @Needs({Scope.READ, Scope.STOCK, Scope.SUPPLIER})
    @GetMapping({"/api/v1/feed-files/{id}", "/api/v1/supplier/feed-files/{id}"})
    FileRow show(Caller caller, @PathVariable String id) {
        return FileRow.of(own(caller, id));
    }

    @Operation(
            summary = "Show what a waiting stock file would change",
            description = "Offers in the order of their ids; those a full file leaves out are among them.")
    @Needs({Scope.READ, Scope.STOCK})
    @GetMapping("/api/v1/feed-files/{id}/changes")
    Page<ChangeRow> changes(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int most = Page.limit(limit);
        FileView file = own(caller, id);
        @Nullable UUID after = Page.cursor(cursor);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<FeedChange> changes = runs.changes(
                    caller.merchant(), file.run().id(), null, after == null ? null : new OfferId(after), most + 1);
            Map<OfferId, Offer> offers = catalog.offers(
                    caller.merchant(), changes.stream().map(FeedChange::offer).toList());
            return Page.of(
                    changes,
                    most,
                    change -> print(change, offers),
                    change -> change.offer().value());
        });
    }

    private static ChangeRow print(FeedChange change, Map<OfferId, Offer> offers) {
        @Nullable Offer offer = offers.get(change.offer());
        return new ChangeRow(
                offer == null ? "" : offer.supplierSku(),
                offer == null ? "" : offer.shipFrom(),
                change.was(),
                change.becomes());
    }

    /** {@code next}: what to send as {@code after} for the rest; null when there is none. */
    record Faults(List<StagedFault> items, @Nullable Long next) {}

    @Operation(summary = "Show what is wrong with rows of a stock file")
    @Needs({Scope.READ, Scope.STOCK, Scope.SUPPLIER})
    @GetMapping({"/api/v1/feed-files/{id}/faults", "/api/v1/supplier/feed-files/{id}/faults"})
    Faults faults(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int most = Page.limit(limit);
        List<StagedFault> found =
                runs.faults(caller.merchant(), own(caller, id).run().id(), after, most + 1);
        List<StagedFault> shown = found.subList(0, Math.min(most, found.size()));
        return new Faults(shown, found.size() > most ? shown.getLast().row() : null);
    }

    @Operation(
            summary = "Fetch the rows that were left out, to mend and send again",
            description = "The file's own columns and one more with the reason. Send it mended to the same feed with"
                    + " mends={id}: exactly these rows are added.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @Needs({Scope.READ, Scope.STOCK, Scope.SUPPLIER})
    @GetMapping(
            path = {"/api/v1/feed-files/{id}/errors", "/api/v1/supplier/feed-files/{id}/errors"},
            produces = "text/csv")
    ResponseEntity<StreamingResponseBody> errors(Caller caller, @PathVariable String id) {
        FileView file = own(caller, id);
        return UploadedFile.leftOut(
                out -> errorFile.write(caller.merchant(), file.file().id(), out));
    }

    @Operation(summary = "Accept a stock file that waits", description = "It is merged right after.")
    @Needs(Scope.STOCK)
    @PostMapping("/api/v1/feed-files/{id}/accept")
    FileRow accept(Caller caller, @PathVariable String id) {
        decide.accept(caller.merchant(), id(id));
        return FileRow.of(own(caller, id));
    }

    @Operation(summary = "Refuse a stock file that waits", description = "None of it is used; the last figures stand.")
    @Needs(Scope.STOCK)
    @PostMapping("/api/v1/feed-files/{id}/refuse")
    FileRow refuse(Caller caller, @PathVariable String id, @RequestBody Refusing body) {
        decide.refuse(caller.merchant(), id(id), body.reason());
        return FileRow.of(own(caller, id));
    }

    /** A supplier sees its own feeds only; another's is as good as none. */
    private void ownFeed(Caller caller, String code) {
        if (caller.isSupplier()
                && !lookup.feed(caller.merchant(), code).supplier().equals(caller.supplier())) {
            throw new Problem(FeedProblem.FEED_UNKNOWN, "You have no feed " + code + ".");
        }
    }

    private FileView own(Caller caller, String id) {
        FileView file = lookup.file(caller.merchant(), id(id));
        if (caller.isSupplier() && !file.run().supplier().equals(caller.supplier())) {
            throw new Problem(FeedProblem.FEED_FILE_UNKNOWN, "You have no stock file " + id + ".");
        }
        return file;
    }

    private static FeedFileId id(String text) {
        try {
            return new FeedFileId(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            throw new Problem(FeedProblem.FEED_FILE_UNKNOWN, "There is no stock file " + text + ".");
        }
    }
}
