package dev.baton.portal;

import dev.baton.platform.Problem;
import dev.baton.platform.pdf.PageSize;
import dev.baton.shipping.PackingSlips;
import dev.baton.shipping.ParcelLabels;
import dev.baton.trading.PurchaseOrderPapers;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The papers of a purchase order to print: the order as it was sent in the version in force, the slip as what is to be
 * packed stands now, without what was rejected or cancelled since; of a parcel that has an SSCC its label.
 */
@Component
class Papers {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private final PackingSlips slips;
    private final PurchaseOrderPapers orders;
    private final ParcelLabels labels;

    Papers(PackingSlips slips, PurchaseOrderPapers orders, ParcelLabels labels) {
        this.slips = slips;
        this.orders = orders;
        this.labels = labels;
    }

    /**
     * The paper of that word ({@code slip}, {@code order} or {@code label}); empty when there is none to print.
     *
     * @param parcel which of its parcels the slip or label is of, from 1; empty = a slip of the whole purchase order
     */
    Optional<ResponseEntity<byte[]>> print(OpenedLink link, String paper, String sizeWord, String parcel) {
        PageSize size = PageSize.of(sizeWord).orElse(null);
        if (size == null && !sizeWord.isEmpty()) {
            return Optional.empty();
        }
        String number = link.order().number();
        try {
            return switch (paper) {
                case "slip" ->
                    parcel.isEmpty()
                            ? Optional.of(Answer.pdf(
                                    slips.render(link.merchant(), link.order().id(), size == null ? PageSize.A4 : size),
                                    PackingSlips.fileName(number)))
                            : ofParcel(link, parcel, size == null ? PageSize.A4 : size);
                case "order" ->
                    Optional.of(Answer.pdf(
                            orders.render(link.merchant(), link.order().id(), size),
                            PurchaseOrderPapers.fileName(number)));
                case "label" -> label(link, parcel);
                default -> Optional.empty();
            };
        } catch (Problem none) {
            return Optional.empty();
        }
    }

    private Optional<ResponseEntity<byte[]>> ofParcel(OpenedLink link, String parcel, PageSize size) {
        if (!NUMBER.matcher(parcel).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parcel);
        return Optional.of(Answer.pdf(
                slips.render(link.merchant(), link.order().id(), number, size),
                PackingSlips.fileName(link.order().number(), number)));
    }

    private Optional<ResponseEntity<byte[]>> label(OpenedLink link, String parcel) {
        if (!NUMBER.matcher(parcel).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parcel);
        return Optional.of(Answer.pdf(
                labels.render(link.merchant(), link.order().id(), number),
                ParcelLabels.fileName(link.order().number(), number)));
    }
}
