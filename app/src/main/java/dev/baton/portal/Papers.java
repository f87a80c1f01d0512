package dev.baton.portal;

import dev.baton.platform.Problem;
import dev.baton.platform.pdf.PageSize;
import dev.baton.shipping.PackingSlips;
import dev.baton.trading.PurchaseOrderPapers;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The papers of a purchase order to print: the order as it was sent in the version in force, the slip as what is to be
 * packed stands now, without what was rejected or cancelled since.
 */
@Component
class Papers {

    private final PackingSlips slips;
    private final PurchaseOrderPapers orders;

    Papers(PackingSlips slips, PurchaseOrderPapers orders) {
        this.slips = slips;
        this.orders = orders;
    }

    /** The paper of that word ({@code slip} or {@code order}); empty when there is none to print. */
    Optional<ResponseEntity<byte[]>> print(OpenedLink link, String paper, String sizeWord) {
        PageSize size = PageSize.of(sizeWord).orElse(null);
        if (size == null && !sizeWord.isEmpty()) {
            return Optional.empty();
        }
        String number = link.order().number();
        try {
            return switch (paper) {
                case "slip" ->
                    Optional.of(Answer.pdf(
                            slips.render(link.merchant(), link.order().id(), size == null ? PageSize.A4 : size),
                            PackingSlips.fileName(number)));
                case "order" ->
                    Optional.of(Answer.pdf(
                            orders.render(link.merchant(), link.order().id(), size),
                            PurchaseOrderPapers.fileName(number)));
                default -> Optional.empty();
            };
        } catch (Problem none) {
            return Optional.empty();
        }
    }
}
