package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.SourceViews.Change;
import dev.baton.console.SourceViews.Fault;
import dev.baton.console.SourceViews.Figure;
import dev.baton.console.SourceViews.FileRow;
import dev.baton.console.SourceViews.One;
import dev.baton.inventory.FeedChange;
import dev.baton.inventory.FeedDiff;
import dev.baton.inventory.StagedFault;
import dev.baton.inventory.StagedRunLookup;
import dev.baton.inventory.StagedRunView;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.pages.SentFile;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedLookup.FileView;
import dev.baton.trading.feeds.FeedView;
import dev.baton.trading.feeds.ReceiveFeedFile;
import dev.baton.trading.feeds.WriteErrorFile;
import dev.baton.trading.sources.FileSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One feed: what is agreed, what came, and what a file would change or is wrong with it. */
@RestController
class FeedScreen {

    private static final int ROWS = 25;
    private static final Set<String> WAITS = Set.of("QUARANTINED", "PROPOSED");

    private final FeedLookup feeds;
    private final StagedRunLookup runs;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final FeedFileDoor door;
    private final StaffDesk desk;

    FeedScreen(
            FeedLookup feeds,
            StagedRunLookup runs,
            CatalogLookup catalog,
            SupplierLookup suppliers,
            FeedFileDoor door,
            StaffDesk desk) {
        this.feeds = feeds;
        this.runs = runs;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.door = door;
        this.desk = desk;
    }

    /** How files come in and their errors go out. */
    @Component
    record FeedFileDoor(ReceiveFeedFile in, WriteErrorFile errors) {}

    static String path(String code) {
        return FeedsScreen.PATH + "/" + code;
    }

    static String file(String code, String file) {
        return path(code) + "/files/" + file;
    }

    /** Whether a person has to say whether the file is right. */
    static boolean waits(String state) {
        return WAITS.contains(state);
    }

    @Does(Act.SEE_FEEDS)
    @GetMapping(FeedsScreen.PATH + "/{code}")
    ResponseEntity<String> show(Staff staff, @PathVariable String code, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.FEEDS,
                "Feed " + code,
                Done.sentence(typed),
                "console/source.jte",
                frame -> one(staff, feeds.feed(staff.merchant(), code), typed, frame));
    }

    @Does(Act.SEE_FEEDS)
    @GetMapping(FeedsScreen.PATH + "/{code}/files/{id}")
    ResponseEntity<String> file(Staff staff, @PathVariable String code, @PathVariable String id, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.FEEDS,
                "Stock file",
                Done.sentence(typed),
                "console/file.jte",
                frame -> file(staff, code, found(staff.merchant(), id), typed, frame));
    }

    /** The rows that were left out, to mend and send again. */
    @Does(Act.SEE_FEEDS)
    @GetMapping(FeedsScreen.PATH + "/{code}/files/{id}/errors")
    ResponseEntity<StreamingResponseBody> errors(Staff staff, @PathVariable String code, @PathVariable String id) {
        FileView file = found(staff.merchant(), id);
        return Download.csv(
                "errors-" + code + ".csv",
                out -> door.errors().write(staff.merchant(), file.file().id(), out));
    }

    /** Takes a file by hand, read at once; with {@code preview} nothing is used before somebody looked. */
    @Does(Act.SEND_FILE)
    @PostMapping(FeedsScreen.PATH + "/{code}/files")
    ResponseEntity<String> send(Staff staff, @PathVariable String code, HttpServletRequest request, Typed typed)
            throws IOException {
        SentFile sent = SentFile.of(request);
        try (InputStream bytes = sent.bytes()) {
            FeedFileId file = door.in()
                    .receive(
                            staff.merchant(),
                            new ReceiveFeedFile.Incoming(
                                    code,
                                    sent.name(),
                                    sent.mediaType(),
                                    null,
                                    typed.text("preview").equals("yes"),
                                    typed.id("mends").map(FeedFileId::new).orElse(null),
                                    FileSource.Kind.UPLOAD),
                            bytes);
            return Answer.seeOther(file(code, file.value().toString()));
        }
    }

    private FileView found(MerchantId merchant, String id) {
        return feeds.file(
                merchant,
                Typed.uuid(id)
                        .map(FeedFileId::new)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such file.")));
    }

    private One one(Staff staff, FeedView feed, Typed typed, Frame frame) {
        MerchantId merchant = staff.merchant();
        FeedFileId before = typed.id("after").map(FeedFileId::new).orElse(null);
        List<FileView> found = feeds.files(merchant, feed.code(), before, ROWS + 1);
        List<FileView> shown = found.subList(0, Math.min(ROWS, found.size()));
        Where here = new Where(path(feed.code()), Map.of());
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(feed.supplier())).get(feed.supplier());
        return new One(
                frame,
                feed.code(),
                FeedsScreen.PATH,
                "Feeds",
                supplier == null ? "" : supplier.name(),
                FeedsScreen.state(feed),
                FeedFacts.of(feed),
                Objects.requireNonNullElse(feed.trouble(), ""),
                staff.may(Act.SEND_FILE) && !feed.retired() ? upload(feed.code(), frame) : null,
                staff.may(Act.DEFINE_FEED) && !feed.retired() ? FeedTermsScreen.path(feed.code()) : null,
                shown.stream()
                        .map(view -> new FileRow(
                                file(feed.code(), view.file().id().value().toString()),
                                view.file().name(),
                                view.file().receivedAt(),
                                state(view),
                                sum(view.run())))
                        .toList(),
                found.size() > ROWS
                        ? here.with("after", shown.getLast().file().id().value().toString())
                                .toString()
                        : null,
                before == null ? null : here.toString());
    }

    private static String upload(String code, Frame frame) {
        return path(code) + "/files?form-token=" + frame.formToken();
    }

    private static Mark state(FileView view) {
        if (view.file().unreadable() != null) {
            return new Mark("File", "Not readable", "bad");
        }
        return switch (view.run().state()) {
            case "STAGING" -> new Mark("File", "Being read", "quiet");
            case "PROPOSED" -> new Mark("File", "Waits for a look", "warn");
            case "QUARANTINED" -> new Mark("File", "Set aside", "bad");
            case "MERGING" -> new Mark("File", "Being used", "quiet");
            case "MERGED" -> new Mark("File", "Used", "good");
            case "REFUSED" -> new Mark("File", "Refused", "none");
            default -> new Mark("File", "Stopped", "warn");
        };
    }

    /** What a file changes, in a line. */
    static String sum(StagedRunView run) {
        FeedDiff diff = run.diff();
        return diff == null
                ? run.reachedRow() + " rows read"
                : diff.offers() + " offers: " + diff.raised() + " more, " + diff.lowered() + " less, " + diff.lost()
                        + " to 0, " + diff.unchanged() + " as they were";
    }

    private SourceViews.File file(Staff staff, String code, FileView view, Typed typed, Frame frame) {
        MerchantId merchant = staff.merchant();
        String id = view.file().id().value().toString();
        Where here = new Where(file(code, id), Map.of());
        boolean waits = waits(view.run().state());
        List<FeedChange> changes = waits ? changes(merchant, view, typed) : List.of();
        List<FeedChange> shown = changes.subList(0, Math.min(ROWS, changes.size()));
        List<StagedFault> faults = runs.faults(merchant, view.run().id(), FilePage.row(typed), ROWS + 1);
        List<StagedFault> wrong = faults.subList(0, Math.min(ROWS, faults.size()));
        return new SourceViews.File(
                frame,
                view.file().name(),
                path(code),
                code,
                state(view),
                view.file().receivedAt(),
                Objects.requireNonNullElse(
                        view.file().unreadable(),
                        Objects.requireNonNullElse(view.run().reason(), "")),
                figures(view.run()),
                waits && staff.may(Act.DECIDE_STOCK) ? decisions(code, id) : List.of(),
                words(merchant, shown),
                changes.size() > ROWS
                        ? here.with("change", shown.getLast().offer().value().toString())
                                .toString()
                        : null,
                wrong.stream()
                        .map(fault -> new Fault(fault.row(), fault.supplierSku(), fault.used(), fault.message()))
                        .toList(),
                view.run().faults(),
                faults.size() > ROWS
                        ? here.with("row", String.valueOf(wrong.getLast().row()))
                                .toString()
                        : null,
                view.run().faults() > 0 ? file(code, id) + "/errors" : null,
                view.run().faults() > 0 && staff.may(Act.SEND_FILE) ? upload(code, frame) + "&mends=" + id : null);
    }

    private List<FeedChange> changes(MerchantId merchant, FileView view, Typed typed) {
        return runs.changes(
                merchant, view.run().id(), typed.id("change").map(OfferId::new).orElse(null), ROWS + 1);
    }

    private static List<Way> decisions(String code, String id) {
        String back = file(code, id);
        return List.of(
                Way.act(
                                "It is right",
                                "The figures count at once.",
                                RetryActs.STOCK_FILE,
                                "Use it",
                                Map.of("file", id, "right", "yes", "back", back))
                        .main(),
                Way.act(
                                "It is wrong",
                                "Nothing of it is used; the last good figures stand and age.",
                                RetryActs.STOCK_FILE,
                                "Refuse it",
                                Map.of("file", id, "right", "no", "back", back))
                        .bad());
    }

    private static List<Figure> figures(StagedRunView run) {
        FeedDiff diff = run.diff();
        return diff == null
                ? List.of(new Figure("Rows read", run.reachedRow()))
                : List.of(
                        new Figure("Offers it speaks of", diff.offers()),
                        new Figure("Would have more", diff.raised()),
                        new Figure("Would have less", diff.lowered()),
                        new Figure("Would fall to 0", diff.lost()),
                        new Figure("Unchanged", diff.unchanged()));
    }

    private List<Change> words(MerchantId merchant, List<FeedChange> changes) {
        Map<OfferId, Offer> offers =
                catalog.offers(merchant, changes.stream().map(FeedChange::offer).toList());
        return changes.stream()
                .map(change -> {
                    Offer offer = offers.get(change.offer());
                    return new Change(
                            offer == null ? "" : offer.supplierSku(),
                            offer == null ? "" : offer.shipFrom(),
                            change.was() == null ? "never known" : String.valueOf(change.was()),
                            String.valueOf(change.becomes()),
                            "");
                })
                .toList();
    }
}
