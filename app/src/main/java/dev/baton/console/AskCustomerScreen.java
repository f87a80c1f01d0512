package dev.baton.console;

import dev.baton.orders.AskCustomer;
import dev.baton.orders.CustomerQuestion;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has a customer asked whether an order that looks like a repeat was meant; back on the order, which says so. */
@RestController
class AskCustomerScreen {

    static final String PATH = "/console/holds/ask-customer";

    private final AskCustomer asking;

    AskCustomerScreen(AskCustomer asking) {
        this.asking = asking;
    }

    @Does(Act.ASK_CUSTOMERS)
    @PostMapping(PATH)
    ResponseEntity<String> ask(Staff staff, Typed typed) {
        UUID hold = typed.id("hold").orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such hold."));
        CustomerQuestion question = asking.ask(staff.merchant(), hold);
        return Done.ASKED.backTo(
                typed, OrdersScreen.PATH + "/" + question.order().value());
    }
}
