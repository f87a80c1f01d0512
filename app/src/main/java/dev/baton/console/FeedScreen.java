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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private static final String KIND = "kind";
    private static final String CHANGE = "change";
    private static final String ROW = "row";
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
                ? Moments.counted(run.reachedRow()) + " rows read"
                : Moments.counted(diff.offers()) + " offers: " + Moments.counted(diff.raised()) + " more, "
                        + Moments.counted(diff.lowered()) + " less, " + Moments.counted(diff.lost()) + " to 0, "
                        + Moments.counted(diff.unchanged()) + " as they were";
    }

    private SourceViews.File file(Staff staff, String code, FileView view, Typed typed, Frame frame) {
        MerchantId merchant = staff.merchant();
        String id = view.file().id().value().toString();
        boolean waits = waits(view.run().state());
        FeedChange.Kind kind = typed.word(KIND, FeedChange.Kind.values()).orElse(null);
        FilePage page = new FilePage(typed, new Where(file(code, id), Map.of()), KIND, kind == null ? "" : word(kind));
        Slice<FeedChange> changes = Slice.of(
                waits ? changes(merchant, view, kind, typed) : List.of(),
                FilePage.ROWS,
                each -> each.offer().value().toString());
        Slice<StagedFault> faults = Slice.of(
                runs.faults(merchant, view.run().id(), page.behind(ROW), FilePage.ROWS + 1),
                FilePage.ROWS,
                each -> String.valueOf(each.row()));
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
                figures(view.run(), waits, page),
                waits && staff.may(Act.DECIDE_STOCK) ? decisions(code, id) : List.of(),
                page.stretch(CHANGE, changes.map(rows -> words(merchant, rows))),
                kind == null ? null : page.path().toString(),
                page.stretch(ROW, faults.map(FeedScreen::wrong)),
                view.run().faults(),
                view.run().faults() > 0 ? file(code, id) + "/errors" : null,
                view.run().faults() > 0 && staff.may(Act.SEND_FILE) ? upload(code, frame) + "&mends=" + id : null);
    }

    private static List<Fault> wrong(List<StagedFault> faults) {
        return faults.stream()
                .map(fault -> new Fault(fault.row(), fault.supplierSku(), fault.used(), fault.message()))
                .toList();
    }

    private List<FeedChange> changes(MerchantId merchant, FileView view, FeedChange.@Nullable Kind kind, Typed typed) {
        return runs.changes(
                merchant,
                view.run().id(),
                kind,
                typed.id(CHANGE).map(OfferId::new).orElse(null),
                FilePage.ROWS + 1);
    }

    private static String word(FeedChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
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

    private static List<Figure> figures(StagedRunView run, boolean waits, FilePage page) {
        FeedDiff diff = run.diff();
        if (diff == null) {
            return List.of(Figure.bare("Rows read", run.reachedRow()));
        }
        return List.of(
                Figure.bare("Offers it speaks of", diff.offers()),
                figure("Would have more", diff.raised(), FeedChange.Kind.RAISED, waits, page),
                figure("Would have less", diff.lowered(), FeedChange.Kind.LOWERED, waits, page),
                figure("Would fall to 0", diff.lost(), FeedChange.Kind.LOST, waits, page),
                Figure.bare("Unchanged", diff.unchanged()));
    }

    /** What a file changed is kept for as long as it waits. */
    private static Figure figure(String label, long count, FeedChange.Kind kind, boolean waits, FilePage page) {
        return waits ? page.figure(label, count, word(kind)) : Figure.bare(label, count);
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
                            change.was() == null ? "never known" : Moments.counted(change.was()),
                            Moments.counted(change.becomes()),
                            "");
                })
                .toList();
    }
}
