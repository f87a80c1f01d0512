package dev.baton.console;

import dev.baton.catalog.Cost;
import dev.baton.catalog.PriceChange;
import dev.baton.catalog.PriceFault;
import dev.baton.catalog.PriceOutcome;
import dev.baton.catalog.PriceRunLookup;
import dev.baton.catalog.PriceRunView;
import dev.baton.catalog.PriceRunView.State;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.SourceViews.Change;
import dev.baton.console.SourceViews.Fact;
import dev.baton.console.SourceViews.Fault;
import dev.baton.console.SourceViews.Figure;
import dev.baton.console.SourceViews.FileRow;
import dev.baton.console.SourceViews.One;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.pages.SentFile;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.prices.PriceFileId;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceListLookup.FileView;
import dev.baton.trading.prices.PriceListView;
import dev.baton.trading.prices.ReceivePriceFile;
import dev.baton.trading.prices.WritePriceErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Suppliers' price lists: what came, what each edition changes, and what waits for a word. */
@RestController
class PriceScreen {

    static final String PATH = "/console/price-lists";

    private static final int ROWS = 25;
    private static final String OUTCOME = "outcome";
    private static final String CHANGE = "change";
    private static final String ROW = "row";

    private final PriceListLookup lists;
    private final PriceRunLookup runs;
    private final SupplierLookup suppliers;
    private final PriceFileDoor door;
    private final PriceListing listing;
    private final ListDesk listDesk;
    private final StaffDesk desk;

    PriceScreen(
            PriceListLookup lists,
            PriceRunLookup runs,
            SupplierLookup suppliers,
            PriceFileDoor door,
            PriceListing listing,
            ListDesk listDesk,
            StaffDesk desk) {
        this.lists = lists;
        this.runs = runs;
        this.suppliers = suppliers;
        this.door = door;
        this.listing = listing;
        this.listDesk = listDesk;
        this.desk = desk;
    }

    /** How files come in and their errors go out. */
    @Component
    record PriceFileDoor(ReceivePriceFile in, WritePriceErrors errors) {}

    static String path(String code) {
        return PATH + "/" + code;
    }

    static String file(String code, String file) {
        return path(code) + "/files/" + file;
    }

    /** Whether a person has to say whether the list is right. */
    static boolean waits(State state) {
        return state == State.PROPOSED || state == State.QUARANTINED;
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return listDesk.page(staff, typed, listing, Done.sentence(typed));
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(PATH + "/{code}")
    ResponseEntity<String> show(Staff staff, @PathVariable String code, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.PRODUCTS,
                "Price list " + code,
                Done.sentence(typed),
                "console/source.jte",
                frame -> one(staff, lists.list(staff.merchant(), code), typed, frame));
    }

    private One one(Staff staff, PriceListView list, Typed typed, Frame frame) {
        MerchantId merchant = staff.merchant();
        PriceFileId before = typed.id("after").map(PriceFileId::new).orElse(null);
        List<FileView> found = lists.files(merchant, list.code(), before, ROWS + 1);
        List<FileView> shown = found.subList(0, Math.min(ROWS, found.size()));
        Where here = new Where(path(list.code()), Map.of());
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(list.supplier())).get(list.supplier());
        return new One(
                frame,
                list.code(),
                PATH,
                "Price lists",
                supplier == null ? "" : supplier.name(),
                list.retired() ? new Mark("List", "Out of use", "none") : new Mark("List", "In use", "quiet"),
                facts(list),
                "",
                staff.may(Act.SEND_PRICES) && !list.retired() ? upload(list.code(), frame) : null,
                null,
                shown.stream()
                        .map(view -> new FileRow(
                                file(list.code(), view.file().id().value().toString()),
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

    private static List<Fact> facts(PriceListView list) {
        return Stream.of(
                        new Fact(
                                "Item code",
                                "column " + list.definition().mapping().sku()),
                        new Fact("Cost", "column " + list.definition().mapping().unitCost()),
                        new Fact("Currency", FeedsScreen.said(list.definition().currency())),
                        new Fact(
                                "Ships from", FeedsScreen.said(list.definition().shipFrom())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(PATH + "/{code}/files/{id}")
    ResponseEntity<String> file(Staff staff, @PathVariable String code, @PathVariable String id, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.PRODUCTS,
                "Price list",
                Done.sentence(typed),
                "console/file.jte",
                frame -> file(staff, code, found(staff.merchant(), id), typed, frame));
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(PATH + "/{code}/files/{id}/errors")
    ResponseEntity<StreamingResponseBody> errors(Staff staff, @PathVariable String code, @PathVariable String id) {
        FileView file = found(staff.merchant(), id);
        return Download.csv(
                "errors-" + code + ".csv",
                out -> door.errors().write(staff.merchant(), file.file().id(), out));
    }

    @Does(Act.SEND_PRICES)
    @PostMapping(PATH + "/{code}/files")
    ResponseEntity<String> send(Staff staff, @PathVariable String code, HttpServletRequest request, Typed typed)
            throws IOException {
        SentFile sent = SentFile.of(request);
        try (InputStream bytes = sent.bytes()) {
            PriceFileId file = door.in()
                    .receive(
                            staff.merchant(),
                            new ReceivePriceFile.Incoming(
                                    code,
                                    sent.name(),
                                    sent.mediaType(),
                                    null,
                                    typed.text("preview").equals("yes"),
                                    typed.id("mends").map(PriceFileId::new).orElse(null)),
                            bytes);
            return Answer.seeOther(file(code, file.value().toString()));
        }
    }

    private FileView found(MerchantId merchant, String id) {
        return lists.file(
                merchant,
                Typed.uuid(id)
                        .map(PriceFileId::new)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such file.")));
    }

    static String trouble(FileView view) {
        return Objects.requireNonNullElse(
                view.file().unreadable(), Objects.requireNonNullElse(view.run().reason(), ""));
    }

    static Mark state(FileView view) {
        if (view.file().unreadable() != null) {
            return new Mark("File", "Not readable", "bad");
        }
        return switch (view.run().state()) {
            case JUDGING -> new Mark("File", "Being read", "quiet");
            case PROPOSED -> new Mark("File", "Waits for a look", "warn");
            case QUARANTINED -> new Mark("File", "Set aside", "bad");
            case APPLYING -> new Mark("File", "Being used", "quiet");
            case APPLIED -> new Mark("File", "Used", "good");
            case REFUSED -> new Mark("File", "Refused", "none");
        };
    }

    private static String sum(PriceRunView run) {
        PriceRunView.Counts counts = run.counts();
        return Moments.counted(counts.applied()) + " new costs, " + Moments.counted(counts.planned()) + " later, "
                + Moments.counted(counts.waiting()) + " wait for a word, " + Moments.counted(counts.unmatched())
                + " not offered yet, " + Moments.counted(counts.unchanged()) + " as they were";
    }

    private SourceViews.File file(Staff staff, String code, FileView view, Typed typed, Frame frame) {
        MerchantId merchant = staff.merchant();
        String id = view.file().id().value().toString();
        PriceOutcome outcome = typed.word(OUTCOME, PriceOutcome.values()).orElse(null);
        FilePage page =
                new FilePage(typed, new Where(file(code, id), Map.of()), OUTCOME, outcome == null ? "" : word(outcome));
        Slice<PriceChange> changes = Slice.of(
                runs.changes(merchant, view.run().id(), outcome, page.behind(CHANGE), FilePage.ROWS + 1),
                FilePage.ROWS,
                each -> String.valueOf(each.row()));
        Slice<PriceFault> faults = Slice.of(
                runs.faults(merchant, view.run().id(), page.behind(ROW), FilePage.ROWS + 1),
                FilePage.ROWS,
                each -> String.valueOf(each.row()));
        boolean kept = outcome != null || !changes.rows().isEmpty();
        return new SourceViews.File(
                frame,
                view.file().name(),
                path(code),
                code,
                state(view),
                view.file().receivedAt(),
                trouble(view),
                figures(view.run(), kept, page),
                waits(view.run().state()) && staff.may(Act.DECIDE_COSTS) ? decisions(code, id) : List.of(),
                page.stretch(
                        CHANGE,
                        changes.map(rows -> rows.stream()
                                .map(each -> change(each, frame.moments()))
                                .toList())),
                outcome == null ? null : page.path().toString(),
                page.stretch(ROW, faults.map(PriceScreen::wrong)),
                view.run().faults(),
                view.run().faults() > 0 ? file(code, id) + "/errors" : null,
                view.run().faults() > 0 && staff.may(Act.SEND_PRICES) ? upload(code, frame) + "&mends=" + id : null);
    }

    private static List<Fault> wrong(List<PriceFault> faults) {
        return faults.stream()
                .map(fault -> new Fault(fault.row(), fault.supplierSku(), fault.used(), fault.message()))
                .toList();
    }

    private static String word(PriceOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static List<Way> decisions(String code, String id) {
        String back = file(code, id);
        return List.of(
                Way.act(
                                "It is right",
                                "The costs count at once; those that jump still wait one by one.",
                                RetryActs.PRICE_FILE,
                                "Use it",
                                Map.of("file", id, "right", "yes", "back", back))
                        .main(),
                Way.act(
                                "It is wrong",
                                "Nothing of it counts, and the costs from before go on.",
                                RetryActs.PRICE_FILE,
                                "Refuse it",
                                Map.of("file", id, "right", "no", "back", back))
                        .bad());
    }

    private static List<Figure> figures(PriceRunView run, boolean kept, FilePage page) {
        PriceRunView.Counts counts = run.counts();
        return List.of(
                figure("New costs", counts.applied(), PriceOutcome.APPLIED, kept, page),
                figure("From a later day", counts.planned(), PriceOutcome.PLANNED, kept, page),
                figure("Wait for a word", counts.waiting(), PriceOutcome.WAITING, kept, page),
                figure("Not offered yet", counts.unmatched(), PriceOutcome.UNMATCHED, kept, page),
                figure("Unchanged", counts.unchanged(), PriceOutcome.UNCHANGED, kept, page));
    }

    /** Of earlier editions of a list the rows are not kept. */
    private static Figure figure(String label, long count, PriceOutcome outcome, boolean kept, FilePage page) {
        return kept ? page.figure(label, count, word(outcome)) : Figure.bare(label, count);
    }

    private static Change change(PriceChange change, Moments moments) {
        return new Change(
                change.supplierSku(),
                change.shipFrom(),
                cost(change.before(), moments),
                cost(change.cost(), moments),
                switch (change.outcome()) {
                    case APPLIED -> "new cost";
                    case PLANNED -> "from " + moments.at(change.since());
                    case WAITING -> "jumped: waits for a word";
                    case UNCHANGED -> "as it was";
                    case UNMATCHED -> "not offered yet";
                    case SUPERSEDED -> "something later is known";
                });
    }

    private static String cost(@Nullable Cost cost, Moments moments) {
        return cost == null ? "—" : CostWords.of(cost, moments);
    }
}
