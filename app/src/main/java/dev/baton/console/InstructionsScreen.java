package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.Sku;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.InstructionViews.Earlier;
import dev.baton.console.InstructionViews.Text;
import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.ExampleInstructions;
import dev.baton.purchasing.ExampleInstructions.Wanted;
import dev.baton.purchasing.InstructOrder;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.AgreeInstructions;
import dev.baton.suppliers.InstructionKey;
import dev.baton.suppliers.InstructionLookup;
import dev.baton.suppliers.InstructionScope;
import dev.baton.suppliers.InstructionVersion;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.Instructions.Kind;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.SendTestOrder;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever packs is told of a product, of all a brand sells, or of one order; a supplier's stands with its terms. */
@RestController
class InstructionsScreen {

    static final String PATH = "/console/instructions";

    private static final int MOST_SUPPLIERS = 200;

    private final Subjects subjects;
    private final Writing writing;
    private final Showing showing;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    InstructionsScreen(Subjects subjects, Writing writing, Showing showing, Tenancy tenancy, StaffDesk desk) {
        this.subjects = subjects;
        this.writing = writing;
        this.showing = showing;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    /** What instructions are about. */
    @Component("instructionSubjects")
    record Subjects(
            CatalogLookup catalog,
            BrandLookup brands,
            OrderLookup orders,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers) {}

    /** Where they are written. */
    @Component("instructionWriting")
    record Writing(AgreeInstructions agree, InstructOrder instructOrder) {}

    /** How they read. */
    @Component("instructionShowing")
    record Showing(InstructionLookup lookup, ExampleInstructions example, SendTestOrder tests) {}

    /** What a page is about. */
    private enum About {
        PRODUCT,
        BRAND,
        ORDER
    }

    /**
     * One of them, found.
     *
     * @param first whom the preview shows at first; null = any
     */
    private record Subject(
            About about,
            String of,
            String name,
            String path,
            Wanted wanted,
            @Nullable SupplierId first) {

        InstructionKey key() {
            return new InstructionKey(about == About.PRODUCT ? InstructionScope.PRODUCT : InstructionScope.BRAND, of);
        }

        SalesOrderId order() {
            return java.util.Objects.requireNonNull(wanted.order());
        }
    }

    /** The page about a product, by its SKU. */
    static String ofProduct(String sku) {
        return path(About.PRODUCT, sku);
    }

    /** The page about a brand, by its code. */
    static String ofBrand(String code) {
        return path(About.BRAND, code);
    }

    /** The page about an order, by its id. */
    static String ofOrder(String id) {
        return path(About.ORDER, id);
    }

    private static String path(About about, String of) {
        return new Where(PATH, Map.of())
                .with("about", about.name())
                .with("of", of)
                .toString();
    }

    @Does(Act.SEE_SUPPLIERS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return page(staff, typed, null, null);
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(PATH)
    ResponseEntity<String> save(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        return saved(
                staff,
                typed,
                subject -> writing.agree().agree(merchant, subject.key(), stated(typed)),
                About.PRODUCT,
                About.BRAND);
    }

    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(PATH + "/order")
    ResponseEntity<String> saveOrder(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        return saved(
                staff,
                typed,
                subject -> writing.instructOrder().instruct(merchant, subject.order(), stated(typed)),
                About.ORDER);
    }

    private interface Save {
        void of(Subject subject);
    }

    private ResponseEntity<String> saved(Staff staff, Typed typed, Save save, About... allowed) {
        try {
            Subject subject = tenancy.inTransaction(staff.merchant(), () -> subject(staff.merchant(), typed));
            if (!List.of(allowed).contains(subject.about())) {
                throw new Problem(CommonProblem.INVALID_FIELD, "This form is about something else.", "about");
            }
            save.of(subject);
            return Answer.seeOther(path(subject.about(), subject.of()) + "&done=saved");
        } catch (Problem refused) {
            if (refused.field() == null) {
                throw refused;
            }
            ResponseEntity<String> again = page(staff, typed, stated(typed), refused);
            return ResponseEntity.status(refused.code().status())
                    .contentType(Answer.HTML)
                    .body(again.getBody());
        }
    }

    /** How a purchase order reads that is told so. */
    @Does(Act.SEE_SUPPLIERS)
    @GetMapping(PATH + "/preview")
    ResponseEntity<String> preview(Staff staff, Typed typed, HttpServletResponse response) {
        MerchantId merchant = staff.merchant();
        Subject subject = tenancy.inTransaction(merchant, () -> subject(merchant, typed));
        SupplierId supplier =
                typed.id("supplier").map(SupplierId::new).orElseThrow(() -> nothing("There is no such supplier."));
        String html = showing.tests()
                .preview(merchant, supplier, terms -> showing.example().of(merchant, terms, subject.wanted()));
        response.setHeader("Content-Security-Policy", SetupSupplierScreen.PREVIEW_POLICY);
        return Answer.page(200, html);
    }

    private ResponseEntity<String> page(
            Staff staff, Typed typed, @Nullable Instructions typedWords, @Nullable Problem refused) {
        return desk.page(
                staff,
                StaffDesk.Place.SUPPLIERS,
                "Instructions",
                typed.text("done").equals("saved") ? "Kept. What was sent keeps what it was told." : "",
                "console/instructions.jte",
                frame -> view(staff, typed, typedWords, refused, frame));
    }

    private InstructionViews.Page view(
            Staff staff, Typed typed, @Nullable Instructions typedWords, @Nullable Problem refused, Frame frame) {
        MerchantId merchant = staff.merchant();
        Subject subject = subject(merchant, typed);
        boolean ofOrder = subject.about() == About.ORDER;
        InstructOrder.Told told = ofOrder ? writing.instructOrder().told(merchant, subject.order()) : null;
        List<InstructionVersion> history =
                ofOrder ? List.of() : showing.lookup().history(merchant, subject.key());
        Instructions holding = told != null
                ? told.said()
                : history.isEmpty() ? Instructions.NONE : history.getFirst().said();
        Instructions shown = typedWords != null ? typedWords : holding == null ? Instructions.NONE : holding;
        List<SupplierTerms> all = subjects.suppliers().all(merchant).stream()
                .limit(MOST_SUPPLIERS)
                .toList();
        String chosen = chosen(typed, subject, all);
        return new InstructionViews.Page(
                frame,
                subject.name(),
                subject.path(),
                switch (subject.about()) {
                    case PRODUCT -> "Product";
                    case BRAND -> "Brand";
                    case ORDER -> "Order";
                },
                subject.about().name(),
                subject.of(),
                told != null
                        ? told.version()
                        : history.isEmpty() ? 0 : history.getFirst().version(),
                texts(shown),
                history.stream()
                        .skip(1)
                        .map(each -> new Earlier(each.version(), each.writtenAt(), said(each.said())))
                        .toList(),
                holding == null ? "The customer was erased, and these words with it." : "",
                told == null ? "" : made(told),
                all.stream()
                        .map(each -> new Option(each.id().value().toString(), each.name()))
                        .toList(),
                chosen,
                chosen.isEmpty()
                        ? null
                        : new Where(PATH + "/preview", Map.of())
                                .with("about", subject.about().name())
                                .with("of", subject.of())
                                .with("supplier", chosen)
                                .toString(),
                ofOrder ? PATH + "/order" : PATH,
                staff.may(ofOrder ? Act.ASK_SUPPLIERS : Act.MANAGE_SUPPLIERS),
                refused == null ? null : refused.field(),
                refused == null ? null : refused.detail());
    }

    private static String chosen(Typed typed, Subject subject, List<SupplierTerms> all) {
        Optional<SupplierId> wanted =
                typed.id("supplier").map(SupplierId::new).or(() -> Optional.ofNullable(subject.first()));
        return wanted.filter(id -> all.stream().anyMatch(each -> each.id().equals(id)))
                .or(() -> all.stream().map(SupplierTerms::id).findFirst())
                .map(id -> id.value().toString())
                .orElse("");
    }

    private static String made(InstructOrder.Told told) {
        String in = told.toldIn().isEmpty() ? "" : "On " + String.join(", ", told.toldIn()) + ". ";
        return told.toldWithout().isEmpty()
                ? in
                : in + String.join(", ", told.toldWithout()) + " left without it: write to the supplier or call it.";
    }

    private static List<Text> texts(Instructions said) {
        return Stream.of(Kind.values())
                .map(kind -> new Text(kind.word(), label(kind), means(kind), orEmpty(said.of(kind))))
                .toList();
    }

    private static List<String> said(Instructions said) {
        return said.said().stream()
                .map(each -> label(each.kind()) + ": " + each.text())
                .toList();
    }

    static String label(Kind kind) {
        return switch (kind) {
            case PACKAGING -> "Packaging";
            case BRANDING -> "Branding";
            case INSERT -> "Into the parcel";
            case LABEL -> "Label";
            case SPECIAL -> "Anything else";
        };
    }

    private static String means(Kind kind) {
        return switch (kind) {
            case PACKAGING -> "How it is wrapped and boxed.";
            case BRANDING -> "What shows whose goods these are.";
            case INSERT -> "Cards, leaflets, samples.";
            case LABEL -> "What stands on the label, or is stuck beside it.";
            case SPECIAL -> "";
        };
    }

    private static Instructions stated(Typed typed) {
        return new Instructions(
                orNull(typed.text("packaging")),
                orNull(typed.text("branding")),
                orNull(typed.text("insert")),
                orNull(typed.text("label")),
                orNull(typed.text("special")));
    }

    private Subject subject(MerchantId merchant, Typed typed) {
        String of = typed.text("of");
        About about =
                typed.word("about", About.values()).orElseThrow(() -> nothing("There is nothing to instruct about."));
        return switch (about) {
            case PRODUCT -> product(merchant, of);
            case BRAND -> brand(merchant, of);
            case ORDER -> order(merchant, of);
        };
    }

    private Subject product(MerchantId merchant, String code) {
        Sku sku = subjects.catalog().skuByCode(merchant, code).orElseThrow(() -> nothing("There is no such product."));
        SupplierId first = subjects.catalog().offersOf(merchant, List.of(sku.id())).values().stream()
                .flatMap(List::stream)
                .map(Offer::supplier)
                .findFirst()
                .orElse(null);
        return new Subject(
                About.PRODUCT,
                code,
                sku.title(),
                ProductsScreen.path(code),
                new Wanted(Brand.DEFAULT, code, null),
                first);
    }

    private Subject brand(MerchantId merchant, String code) {
        Brand brand = subjects.brands().byCode(merchant, code).orElseThrow(() -> nothing("There is no such brand."));
        return new Subject(
                About.BRAND, code, brand.name(), BrandsScreen.path(code), new Wanted(code, null, null), null);
    }

    private Subject order(MerchantId merchant, String id) {
        OrderView order = Typed.uuid(id)
                .flatMap(value -> subjects.orders().find(merchant, new SalesOrderId(value)))
                .orElseThrow(() -> nothing("There is no such order."));
        SupplierId first = subjects.purchaseOrders().ofSalesOrder(merchant, order.id()).stream()
                .map(PurchaseOrderView::supplier)
                .findFirst()
                .orElse(null);
        return new Subject(
                About.ORDER,
                id,
                "Order " + order.storeOrderName(),
                OrdersScreen.PATH + "/" + id,
                new Wanted(subjects.brands().ofStore(merchant, order.store()).code(), null, order.id()),
                first);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Problem nothing(String advice) {
        return new Problem(CommonProblem.NOT_FOUND, advice);
    }
}
