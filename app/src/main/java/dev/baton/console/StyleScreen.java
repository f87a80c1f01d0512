package dev.baton.console;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How pages are made: every component in every state, in light and in dark; and what is at no address. */
@RestController
class StyleScreen {

    private static final int NOT_FOUND = 404;

    private final StaffDesk desk;
    private final StaffRefusals refusals;

    StyleScreen(StaffDesk desk, StaffRefusals refusals) {
        this.desk = desk;
        this.refusals = refusals;
    }

    @Does(Act.SEE_STYLE)
    @GetMapping("/console/style")
    ResponseEntity<String> show(Staff staff) {
        return desk.page(staff, null, "Style", "", "console/style.jte", frame -> frame);
    }

    @Does(Act.SEE_TODAY)
    @GetMapping("/console/**")
    ResponseEntity<String> nothing(Staff staff) {
        return Answer.page(NOT_FOUND, refusals.nothingHere());
    }
}
