package dev.baton.trading;

import dev.baton.platform.Problem;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.Unprintable;
import dev.baton.shipping.PackingSlips;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints the files that go with a purchase order mail, or with a proposed change to one, and reads each back. Needs no transaction; takes tenths of a second. */
@Component
class OrderPapers {

    /** Where printers hold Letter. Source: CLDR 45, supplemental data, paperSize US-Letter, its larger countries. */
    private static final Set<String> LETTER = Set.of("US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "SV", "VE");

    private final PurchaseOrderPdf pdf;
    private final PackingSlips slips;

    OrderPapers(PurchaseOrderPdf pdf, PackingSlips slips) {
        this.pdf = pdf;
        this.slips = slips;
    }

    /**
     * The files, or why they must not leave.
     *
     * @param difference in words; null = they say what was meant
     */
    record Printed(List<Attachment> files, @Nullable String difference) {}

    Printed print(MailFacts facts) {
        PurchaseOrderFacts order = facts.order();
        String number = order.order().number();
        String language = order.supplier().language();
        String mark = facts.mark();
        PageSize size = usual(order.supplier());
        List<Attachment> files = new ArrayList<>();
        try {
            byte[] paper = pdf.render(order, language, size, mark);
            Optional<String> difference = PurchaseOrderPdfCheck.differences(paper, order, language, mark);
            byte[] slip = slips.print(Objects.requireNonNull(facts.slip()), size);
            if (mark == null) {
                byte[] table = PurchaseOrderCsv.render(order);
                files.add(pdf(PurchaseOrderPapers.fileName(number), paper));
                files.add(new Attachment(number + ".csv", "text/csv; charset=UTF-8", table));
                files.add(pdf(PackingSlips.fileName(number), slip));
                difference = difference.or(() -> PurchaseOrderCsvCheck.differences(table, order));
            } else {
                // a table cannot be marked, and whoever imports it would have it as ordered
                String proposed = number + "-proposed-v" + order.order().version();
                files.add(pdf(PurchaseOrderPapers.fileName(proposed), paper));
                files.add(pdf(PackingSlips.fileName(proposed), slip));
            }
            return new Printed(files, difference.orElse(null));
        } catch (Unprintable | Problem failed) {
            return new Printed(List.of(), String.valueOf(failed.getMessage()));
        }
    }

    /** The paper in the supplier's country. */
    static PageSize usual(SupplierTerms supplier) {
        return LETTER.contains(supplier.country()) ? PageSize.LETTER : PageSize.A4;
    }

    private static Attachment pdf(String name, byte[] bytes) {
        return new Attachment(name, "application/pdf", bytes);
    }
}
