package dev.baton.console;

import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every list answers beside its page: its files, and the views people keep of it. */
@RestController
class ListDoor {

    private static final int ROWS_AT_ONCE = 500;
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Lists lists;
    private final SavedViews views;
    private final Tenancy tenancy;
    private final Records records;

    ListDoor(Lists lists, SavedViews views, Tenancy tenancy, Records records) {
        this.lists = lists;
        this.views = views;
        this.tenancy = tenancy;
        this.records = records;
    }

    /** Where an export is written down. */
    @Component
    record Records(Audit audit, MerchantLookup merchants, Ids ids, Clock clock) {}

    /**
     * The whole list as a file, with the columns and the order it is looked at in. Each stretch of it is read in a
     * transaction of its own: a row that changes meanwhile may be there as before or as after, none twice.
     */
    @Does(Act.EXPORT_LISTS)
    @GetMapping("/console/export/{name}")
    void export(Staff staff, Typed typed, @PathVariable String name, HttpServletResponse response) throws IOException {
        Listing<?> listing = lists.find(staff, name);
        boolean workbook = typed.text("format").equals("xlsx");
        Moments moments = tenancy.inTransaction(
                staff.merchant(),
                () -> new Moments(
                        records.clock().instant(),
                        records.merchants().settings(staff.merchant()).zone()));
        LocalDate today = moments.now().atZone(moments.zone()).toLocalDate();
        response.setContentType(workbook ? SHEET : "text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + "-" + today + (workbook ? ".xlsx\"" : ".csv\""));
        export(staff, typed, listing, moments, response, workbook);
    }

    private <R> void export(
            Staff staff,
            Typed typed,
            Listing<R> listing,
            Moments moments,
            HttpServletResponse response,
            boolean workbook)
            throws IOException {
        MerchantId merchant = staff.merchant();
        ListAddress address = tenancy.inTransaction(merchant, () -> ListAddress.of(staff, typed, listing));
        if (address.trouble() != null) {
            throw new Problem(CommonProblem.INVALID_FIELD, address.trouble().text(), "format");
        }
        ListExport<R> export =
                new ListExport<>(response.getOutputStream(), workbook, address.columns(listing), moments.zone());
        try (export) {
            try {
                write(staff, listing, new Asked(address.where(), "", moments), export);
            } catch (RuntimeException failed) {
                export.breakOff();
                throw failed;
            } finally {
                // before the file ends: nobody has it whole without the audit knowing
                written(merchant, listing.called().name(), address.set(), export.rows());
            }
        }
    }

    private <R> void write(Staff staff, Listing<R> listing, Asked asked, ListExport<R> export) throws IOException {
        String after = "";
        while (after != null) {
            Asked next = new Asked(asked.where(), after, asked.moments());
            Slice<R> slice = tenancy.inTransaction(staff.merchant(), () -> listing.page(staff, next, ROWS_AT_ONCE));
            for (R row : slice.rows()) {
                export.write(row);
            }
            after = slice.after();
        }
    }

    /** What it was narrowed by and not to what: the words may be a customer's name. */
    private void written(MerchantId merchant, String list, List<ListFilter> narrowed, long rows) {
        String by = narrowed.stream().map(ListFilter::field).collect(Collectors.joining(", "));
        String why = list + ": " + rows + (rows == 1 ? " row" : " rows") + (by.isEmpty() ? "" : ", narrowed by " + by);
        tenancy.run(
                merchant,
                () -> records.audit()
                        .record(
                                merchant,
                                List.of(new AuditEntry(
                                        "ExportList", "list", records.ids().next(), null, null, why))));
    }

    /** Keeps the list as it is looked at, under a name. */
    @Does(Act.SAVE_VIEWS)
    @PostMapping("/console/views")
    ResponseEntity<String> save(Staff staff, Typed typed) {
        Listing<?> listing = lists.find(staff, typed.text("list"));
        Where where = tenancy.inTransaction(
                staff.merchant(),
                () -> ListAddress.of(staff, lists.typed(typed.text("query")), listing)
                        .where());
        views.save(staff, listing.called().name(), typed.text("name"), where.query());
        return Answer.seeOther(where.toString());
    }

    /** Forgets a view. */
    @Does(Act.SAVE_VIEWS)
    @PostMapping("/console/views/remove")
    ResponseEntity<String> remove(Staff staff, Typed typed) {
        Listing<?> listing = lists.find(staff, typed.text("list"));
        typed.id("view").ifPresent(view -> views.remove(staff, view));
        return Answer.seeOther(Back.of(typed, listing.called().path()));
    }
}
