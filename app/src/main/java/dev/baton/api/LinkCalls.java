package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.PublicUrl;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLinks.PurchaseOrderLink;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.TellMerchant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The link to a purchase order's page for its supplier, and what the supplier wrote there. */
@RestController
@RequestMapping("/api/v1/purchase-orders/{number}")
@Tag(name = "Purchase orders")
class LinkCalls {

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final PurchaseOrderLinks links;
    private final PublicUrl publicUrl;
    private final TellMerchant messages;

    LinkCalls(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            PurchaseOrderLinks links,
            PublicUrl publicUrl,
            TellMerchant messages) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.links = links;
        this.publicUrl = publicUrl;
        this.messages = messages;
    }

    /** {@code url} is null where no public address is set: put the address suppliers reach before {@code path}. */
    record LinkBody(String number, @Nullable URI url, String path, Instant until) {}

    /** What a supplier wrote, oldest first. */
    record Messages(List<Message> items) {}

    /** {@code text} is null once the customer it may speak of was erased. */
    record Message(UUID id, Instant writtenAt, @Nullable String text) {}

    @Operation(
            summary = "Read the link to a purchase order's page for its supplier",
            description = "Whoever has it may answer the purchase order: hand it to the supplier alone. It lives 60"
                    + " days and is there from the moment the purchase order begins to be sent.")
    @Needs(Scope.SUPPLIERS)
    @GetMapping("/link")
    LinkBody link(Caller caller, @PathVariable String number) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            PurchaseOrderView order = find(caller, number);
            if (!order.status().begun()) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        number + " is " + Lists.word(order.status())
                                + ": there is a link from the moment it begins to be sent.");
            }
            PurchaseOrderLink link = links.make(caller.merchant(), order.id(), PurchaseOrderLinks.ALL);
            return new LinkBody(number, publicUrl.of(link.path()).orElse(null), link.path(), link.until());
        });
    }

    @Operation(summary = "Read what the supplier wrote about a purchase order")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping("/messages")
    Messages messages(Caller caller, @PathVariable String number) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> new Messages(
                        messages.about(caller.merchant(), find(caller, number).id()).stream()
                                .map(message -> new Message(message.id(), message.writtenAt(), message.text()))
                                .toList()));
    }

    private PurchaseOrderView find(Caller caller, String number) {
        return purchaseOrders
                .byNumber(caller.merchant(), number)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no purchase order " + number + "; GET /api/v1/purchase-orders lists them."));
    }
}
