package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.SkuId;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.StockViews.ThresholdForm;
import dev.baton.console.StockViews.ThresholdRow;
import dev.baton.console.StockViews.Thresholds;
import dev.baton.inventory.StockThresholds;
import dev.baton.inventory.StockThresholds.Scope;
import dev.baton.inventory.StockThresholds.Word;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** When somebody is warned of stock: for all goods, for a supplier's, for one SKU. */
@RestController
class ThresholdsScreen {

    static final String PATH = AlertListing.PATH + "/thresholds";

    private static final String ALL = "all";
    private static final String SUPPLIER = "supplier";
    private static final String SKU = "sku";
    private static final ThresholdForm FRESH = new ThresholdForm(ALL, "", "", "", "");

    private final StockThresholds thresholds;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    ThresholdsScreen(
            StockThresholds thresholds,
            CatalogLookup catalog,
            SupplierLookup suppliers,
            Tenancy tenancy,
            StaffDesk desk) {
        this.thresholds = thresholds;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    @Does(Act.SET_THRESHOLDS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return page(staff, FRESH, Done.sentence(typed), null);
    }

    /** Keeps a word; one without days is taken back. */
    @Does(Act.SET_THRESHOLDS)
    @PostMapping(PATH)
    ResponseEntity<String> set(Staff staff, Typed typed) {
        ThresholdForm form = new ThresholdForm(
                typed.text("about"), typed.text(SUPPLIER), typed.text(SKU), typed.text("low"), typed.text("stale"));
        try {
            tenancy.run(staff.merchant(), () -> thresholds.set(staff.merchant(), word(staff.merchant(), form)));
        } catch (Problem refused) {
            return page(staff, form, "", refused.detail());
        }
        return Done.THRESHOLD_SET.at(PATH);
    }

    private Word word(MerchantId merchant, ThresholdForm form) {
        @Nullable Integer low = days(form.low(), "low");
        @Nullable Integer stale = days(form.stale(), "stale");
        return switch (form.about()) {
            case ALL -> new Word(Scope.MERCHANT, merchant.value(), low, stale);
            case SUPPLIER -> new Word(Scope.SUPPLIER, supplier(merchant, form.supplier()), low, stale);
            case SKU ->
                new Word(
                        Scope.SKU,
                        catalog.skuByCode(merchant, form.sku())
                                .orElseThrow(() ->
                                        wrong("There is no SKU " + form.sku() + ": look it up in the products.", SKU))
                                .id()
                                .value(),
                        low,
                        stale);
            default -> throw wrong("Say whether it is about everything, a supplier or a SKU.", "about");
        };
    }

    private UUID supplier(MerchantId merchant, String text) {
        return Typed.uuid(text)
                .filter(id -> suppliers.all(merchant).stream()
                        .anyMatch(each -> each.id().value().equals(id)))
                .orElseThrow(() -> wrong("Choose the supplier it is about.", SUPPLIER));
    }

    private static @Nullable Integer days(String text, String field) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException noNumber) {
            throw wrong("Give whole days, 0 for never, or nothing.", field);
        }
    }

    private static Problem wrong(String detail, String field) {
        return new Problem(CommonProblem.INVALID_FIELD, detail, field);
    }

    private ResponseEntity<String> page(Staff staff, ThresholdForm form, String notice, @Nullable String trouble) {
        MerchantId merchant = staff.merchant();
        return desk.page(staff, StaffDesk.Place.STOCK, "When to warn", notice, "console/thresholds.jte", frame -> {
            Map<SupplierId, String> names =
                    suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name));
            List<Word> words = thresholds.words(merchant);
            Map<SkuId, String> codes = catalog.codes(
                    merchant,
                    words.stream()
                            .filter(word -> word.scope() == Scope.SKU)
                            .map(word -> new SkuId(word.subject()))
                            .toList());
            return new Thresholds(
                    frame,
                    words.stream()
                            .map(word -> row(word, names, codes))
                            .sorted(Comparator.comparing(row -> order(row.form()) + row.about()))
                            .toList(),
                    StockThresholds.LOW_DAYS,
                    StockThresholds.STALE_DAYS,
                    names.entrySet().stream()
                            .map(each -> new Option(each.getKey().value().toString(), each.getValue()))
                            .sorted(Comparator.comparing(Option::label))
                            .toList(),
                    form,
                    trouble);
        });
    }

    /** The widest first. */
    private static String order(ThresholdForm form) {
        return switch (form.about()) {
            case ALL -> "0";
            case SUPPLIER -> "1";
            default -> "2";
        };
    }

    private static ThresholdRow row(Word word, Map<SupplierId, String> names, Map<SkuId, String> codes) {
        String low = text(word.lowDays());
        String stale = text(word.staleDays());
        String id = word.subject().toString();
        return switch (word.scope()) {
            case MERCHANT -> row(new ThresholdForm(ALL, "", "", low, stale), "Everything", null);
            case SUPPLIER ->
                row(
                        new ThresholdForm(SUPPLIER, id, "", low, stale),
                        names.getOrDefault(new SupplierId(word.subject()), id),
                        SuppliersScreen.PATH + "/" + id);
            case SKU -> {
                String code = codes.getOrDefault(new SkuId(word.subject()), id);
                yield row(new ThresholdForm(SKU, "", code, low, stale), code, StockScreen.why(code));
            }
        };
    }

    private static ThresholdRow row(ThresholdForm form, String about, @Nullable String path) {
        return new ThresholdRow(form, about, path, words(form.low(), "below"), words(form.stale(), "after"));
    }

    private static String text(@Nullable Integer days) {
        return days == null ? "" : days.toString();
    }

    private static String words(String days, String before) {
        return switch (days) {
            case "" -> "as the wider word says";
            case "0" -> "never";
            case "1" -> before + " 1 day";
            default -> before + " " + days + " days";
        };
    }
}
