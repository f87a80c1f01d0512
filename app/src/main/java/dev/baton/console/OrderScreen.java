package dev.baton.console;

import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.ReleaseHolds;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One order whole, and the way out of its holds. */
@RestController
class OrderScreen {

    private final OrderSheet sheet;
    private final OrderBoard board;
    private final HoldBoard holds;
    private final ReleaseHolds releases;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    OrderScreen(
            OrderSheet sheet,
            OrderBoard board,
            HoldBoard holds,
            ReleaseHolds releases,
            Tenancy tenancy,
            StaffDesk desk) {
        this.sheet = sheet;
        this.board = board;
        this.holds = holds;
        this.releases = releases;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    @Does(Act.SEE_ORDERS)
    @GetMapping(OrdersScreen.PATH + "/{id}")
    ResponseEntity<String> show(Staff staff, @PathVariable String id, Typed typed) {
        SalesOrderId order = Typed.uuid(id).map(SalesOrderId::new).orElseThrow(OrderScreen::nothing);
        return desk.page(
                staff,
                StaffDesk.Place.ORDERS,
                "Order",
                Done.sentence(typed),
                "console/order.jte",
                frame -> sheet.of(staff, order, frame).orElseThrow(OrderScreen::nothing));
    }

    /** Lets a held order go; back on the order, or where the form came from. */
    @Does(Act.RELEASE_HOLD)
    @PostMapping("/console/holds/release")
    ResponseEntity<String> release(Staff staff, Typed typed) {
        UUID hold = typed.id("hold").orElseThrow(OrderScreen::nothing);
        MerchantId merchant = staff.merchant();
        Optional<HoldKind> kind = tenancy.inTransaction(merchant, () -> holds.kind(merchant, hold));
        if (kind.isPresent() && !mayRelease(staff, kind.get())) {
            throw new Problem(
                    CommonProblem.FORBIDDEN,
                    "This hold is decided by " + kind.get().owner() + " or an owner; your role is "
                            + staff.role().title() + ".");
        }
        SalesOrderId order = releases.release(merchant, hold, "released in the console");
        boolean goesOn = tenancy.inTransaction(
                merchant,
                () -> board.of(merchant, List.of(order)).stream()
                        .allMatch(row -> row.holds().isEmpty()));
        return (goesOn ? Done.RELEASED : Done.STOPPED).backTo(typed, OrdersScreen.PATH + "/" + order.value());
    }

    /** An owner decides everything, another role what the hold says is its. */
    static boolean mayRelease(Staff staff, HoldKind kind) {
        return staff.may(Act.RELEASE_HOLD)
                && (staff.role().word().equals("owner") || staff.role().word().equals(kind.owner()));
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such order.");
    }
}
