package dev.baton.console;

import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelOutcome;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.MendAddress;
import dev.baton.orders.OrderView;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StopOrders;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.address.PostalAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do to an order: stop it, mend where it goes, cancel it. Back on the order, which shows what became of it. */
@RestController
class OrderWays {

    static final String PATH = "/console/exceptions";

    private final MendAddress mending;
    private final CancelOrders cancelling;
    private final StopOrders stopping;
    private final MapGoods mapping;

    OrderWays(MendAddress mending, CancelOrders cancelling, StopOrders stopping, MapGoods mapping) {
        this.mending = mending;
        this.cancelling = cancelling;
        this.stopping = stopping;
        this.mapping = mapping;
    }

    /** The way out that always is. */
    static Way cancel(OrderView order) {
        return Way.act(
                        "Cancel the order",
                        "Nothing more of it is sent. Suppliers that have it are asked not to ship; what left stays as it is. The"
                                + " store is not told: cancel and refund it there, too.",
                        PATH + "/cancel",
                        "Cancel the order",
                        Map.of("order", order.id().value().toString()))
                .with(Field.text("why", "Why", "", true))
                .bad();
    }

    /** Nothing more of it leaves until somebody says so. */
    static Way stop(OrderView order) {
        return Way.act(
                        "Stop the order",
                        "What no supplier was asked for yet stays here, with its stock, until it is released.",
                        PATH + "/stop",
                        "Stop the order",
                        Map.of("order", order.id().value().toString()))
                .with(Field.text("why", "Why", "", true));
    }

    static String mailto(String address, String subject) {
        return "mailto:" + encoded(address).replace("%40", "@") + "?subject=" + encoded(subject);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Says what the store's SKU of a held line stands for. */
    @Does(Act.MAP_GOODS)
    @PostMapping(MapGoods.PATH)
    ResponseEntity<String> map(Staff staff, Typed typed) {
        SalesOrderId order = mapping.apply(staff.merchant(), typed);
        return Done.MAPPED.at(OrdersScreen.PATH + "/" + order.value());
    }

    @Does(Act.MEND_ADDRESS)
    @PostMapping(PATH + "/mend")
    ResponseEntity<String> mend(Staff staff, Typed typed) {
        SalesOrderId order = order(typed);
        mending.mend(
                staff.merchant(),
                order,
                new PostalAddress(
                        given(typed, "name"),
                        given(typed, "company"),
                        given(typed, "line1"),
                        given(typed, "line2"),
                        given(typed, "city"),
                        given(typed, "region"),
                        null,
                        given(typed, "postcode"),
                        given(typed, "country"),
                        given(typed, "phone")));
        return Done.MENDED.at(OrdersScreen.PATH + "/" + order.value());
    }

    @Does(Act.HOLD_ORDERS)
    @PostMapping(PATH + "/stop")
    ResponseEntity<String> stop(Staff staff, Typed typed) {
        SalesOrderId order = order(typed);
        String why = typed.text("why");
        if (why.isEmpty()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Say why it is stopped; who releases it reads that.", "why");
        }
        stopping.stop(staff.merchant(), order, why);
        return Done.STOPPED_BY_HAND.at(OrdersScreen.PATH + "/" + order.value());
    }

    @Does(Act.CANCEL_ORDERS)
    @PostMapping(PATH + "/cancel")
    ResponseEntity<String> cancel(Staff staff, Typed typed) {
        SalesOrderId order = order(typed);
        String why = typed.text("why");
        if (why.isEmpty()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Say why it is cancelled; suppliers read it.", "why");
        }
        CancelOutcome outcome = cancelling.cancel(staff.merchant(), order, new CancelRequest(why, Map.of()));
        return (outcome.asked() > 0 ? Done.CANCELLATION_ASKED : outcome.tooLate() > 0 ? Done.TOO_LATE : Done.CANCELLED)
                .at(OrdersScreen.PATH + "/" + order.value());
    }

    private static @Nullable String given(Typed typed, String field) {
        return typed.text(field).isEmpty() ? null : typed.text(field);
    }

    private static SalesOrderId order(Typed typed) {
        return typed.id("order")
                .map(SalesOrderId::new)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such order."));
    }
}
