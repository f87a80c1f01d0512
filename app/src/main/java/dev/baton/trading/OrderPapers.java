package dev.baton.trading;

import dev.baton.platform.Problem;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.Unprintable;
import dev.baton.shipping.PackingSlips;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints the files that go with a purchase order mail and reads each back. Needs no transaction; takes tenths of a second. */
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
        PageSize size = LETTER.contains(order.supplier().country()) ? PageSize.LETTER : PageSize.A4;
        List<Attachment> files = new ArrayList<>();
        try {
            byte[] paper = pdf.render(order, language, size);
            byte[] table = PurchaseOrderCsv.render(order);
            Optional<String> difference = PurchaseOrderPdfCheck.differences(paper, order, language)
                    .or(() -> PurchaseOrderCsvCheck.differences(table, order));
            files.add(new Attachment(number + ".pdf", "application/pdf", paper));
            files.add(new Attachment(number + ".csv", "text/csv; charset=UTF-8", table));
            byte[] slip = slips.print(Objects.requireNonNull(facts.slip()), size);
            files.add(new Attachment(PackingSlips.fileName(number), "application/pdf", slip));
            return new Printed(files, difference.orElse(null));
        } catch (Unprintable | Problem failed) {
            return new Printed(List.of(), String.valueOf(failed.getMessage()));
        }
    }
}
