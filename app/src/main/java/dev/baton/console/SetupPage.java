package dev.baton.console;

import dev.baton.catalog.Listing;
import dev.baton.catalog.ListingLookup;
import dev.baton.catalog.SkuBoard;
import dev.baton.catalog.SupplierItems;
import dev.baton.console.SetupViews.Refused;
import dev.baton.console.SetupViews.Step;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.WatchedLookup;
import dev.baton.trading.WatchedLookup.Narrowed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts the checklist on its page: the steps as they stand, one of them open with its act. */
@Component
class SetupPage {

    static final String PATH = "/console/setup";

    private static final int MOST_CODES = 200;
    private static final Set<String> SECRETS = Set.of("token", "secret", "form-token");

    private final SetupBoard board;
    private final SetupFacts facts;
    private final Books books;
    private final StaffMailText mails;
    private final MailRelay relay;
    private final SenderRecords dns;
    private final StaffDesk desk;

    SetupPage(
            SetupBoard board,
            SetupFacts facts,
            Books books,
            StaffMailText mails,
            MailRelay relay,
            SenderRecords dns,
            StaffDesk desk) {
        this.board = board;
        this.facts = facts;
        this.books = books;
        this.mails = mails;
        this.relay = relay;
        this.dns = dns;
        this.desk = desk;
    }

    /** Where it is all read. */
    @Component("setupBooks")
    record Books(
            MerchantLookup merchants,
            SupplierLookup suppliers,
            ListingLookup listings,
            SkuBoard skus,
            WatchedLookup watched,
            SupplierItems items) {}

    /** The page of a step. */
    static String at(String step, String done) {
        return new Where(PATH, Map.of()).with("step", step).with("done", done).toString();
    }

    ResponseEntity<String> show(Staff staff, String step, String notice, boolean look, Refused refused) {
        List<SetupViews.Finding> records = look ? dns.of(domain(staff.merchant())) : List.of();
        return desk.page(
                staff,
                StaffDesk.Place.SETUP,
                "Set-up",
                notice,
                "console/setup.jte",
                frame -> read(staff, step, records, refused, frame));
    }

    /** The page again, with what was typed and what is wrong with it. */
    ResponseEntity<String> refused(Staff staff, String step, Typed typed, Problem problem) {
        Map<String, String> kept = new HashMap<>(typed.fields());
        SECRETS.forEach(kept::remove);
        String field = problem.field() == null
                ? null
                : problem.field().substring(problem.field().lastIndexOf('.') + 1);
        ResponseEntity<String> page = show(staff, step, "", false, new Refused(kept, field, problem.detail()));
        return ResponseEntity.status(problem.code().status())
                .headers(page.getHeaders())
                .body(page.getBody());
    }

    private SetupViews.Setup read(
            Staff staff, String step, List<SetupViews.Finding> records, Refused refused, Frame frame) {
        MerchantId merchant = staff.merchant();
        List<Step> steps = board.steps(merchant);
        List<Store> stores = books.merchants().stores(merchant);
        List<SupplierTerms> suppliers = books.suppliers().all(merchant);
        return new SetupViews.Setup(
                frame,
                steps,
                staff.may(Act.SET_UP),
                open(steps, step),
                business(merchant),
                mail(merchant, records),
                stores.stream().map(store -> facts.card(merchant, store)).toList(),
                suppliers.stream()
                        .map(supplier -> facts.card(merchant, supplier))
                        .toList(),
                goods(merchant, stores),
                suppliers.stream()
                        .map(supplier -> new SetupViews.Listed(
                                supplier.id().value().toString(),
                                supplier.name(),
                                books.items().count(merchant, supplier.id())))
                        .toList(),
                live(merchant, stores, suppliers),
                refused);
    }

    /** The step that was asked for, else the first that needs somebody. */
    private static String open(List<Step> steps, String asked) {
        return steps.stream()
                .filter(step -> step.id().equals(asked))
                .findFirst()
                .or(() -> steps.stream()
                        .filter(step -> step.state() == SetupViews.State.NEEDS_YOU)
                        .findFirst())
                .map(Step::id)
                .orElse("");
    }

    private SetupViews.Business business(MerchantId merchant) {
        MerchantSettings settings = books.merchants().settings(merchant);
        return new SetupViews.Business(
                settings.name(),
                settings.bookCurrency(),
                settings.zone().getId(),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                        .sorted()
                        .toList());
    }

    private SetupViews.Mail mail(MerchantId merchant, List<SetupViews.Finding> records) {
        MailAddress from = relay.from().map(own -> mails.sender(merchant, own)).orElse(null);
        return new SetupViews.Mail(
                relay.isSetUp(), from == null ? "" : from.toString(), from == null ? "" : from.domain(), records);
    }

    private String domain(MerchantId merchant) {
        return desk.inTransaction(merchant, () -> mail(merchant, List.of()).domain());
    }

    private SetupViews.Goods goods(MerchantId merchant, List<Store> stores) {
        long unmatched = stores.stream()
                .mapToLong(store ->
                        books.listings().counts(merchant, store.id()).getOrDefault(Listing.State.UNMATCHED, 0L))
                .sum();
        return new SetupViews.Goods(
                books.merchants().settings(merchant).bookCurrency(),
                unmatched,
                books.skus().page(merchant, "", null, MOST_CODES).stream()
                        .filter(row -> !row.bundle())
                        .map(SkuBoard.Row::code)
                        .toList());
    }

    private List<SetupViews.Live> live(MerchantId merchant, List<Store> stores, List<SupplierTerms> suppliers) {
        Map<StoreId, Long> byStore = books.watched().countsByStore(merchant);
        Map<SupplierId, Long> bySupplier = books.watched().countsBySupplier(merchant, Narrowed.NOT);
        List<SetupViews.Live> all = new ArrayList<>();
        Where watched = new Where(WatchScreen.PATH, Map.of());
        stores.forEach(store -> all.add(new SetupViews.Live(
                "store",
                store.id().value().toString(),
                store.name(),
                store.live(),
                byStore.getOrDefault(store.id(), 0L),
                watched.with("store", store.code()).toString())));
        suppliers.forEach(supplier -> all.add(new SetupViews.Live(
                "supplier",
                supplier.id().value().toString(),
                supplier.name(),
                supplier.live(),
                bySupplier.getOrDefault(supplier.id(), 0L),
                watched.with("supplier", supplier.code()).toString())));
        return all;
    }

    /** What stands on Today; null once orders go out, or everything is done. Needs an open transaction. */
    SetupViews.@Nullable Step next(MerchantId merchant) {
        if (board.isThrough(merchant)) {
            return null;
        }
        List<Step> steps = board.steps(merchant);
        return steps.stream()
                .filter(step -> step.state() == SetupViews.State.NEEDS_YOU)
                .findFirst()
                .or(() -> steps.stream()
                        .filter(step -> step.state() == SetupViews.State.WAITING)
                        .findFirst())
                .orElse(null);
    }
}
