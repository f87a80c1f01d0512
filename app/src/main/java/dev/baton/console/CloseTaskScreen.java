package dev.baton.console;

import dev.baton.platform.CloseTask;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that a task is done. */
@RestController
class CloseTaskScreen {

    static final String PATH = "/console/tasks/close";

    private final CloseTask closing;

    CloseTaskScreen(CloseTask closing) {
        this.closing = closing;
    }

    @Does(Act.CLOSE_TASK)
    @PostMapping(PATH)
    ResponseEntity<String> close(Staff staff, Typed typed) {
        UUID task = typed.id("task").orElseThrow(CloseTaskScreen::nothing);
        if (!closing.close(staff.merchant(), task, typed.text("note"))) {
            throw nothing();
        }
        return Done.CLOSED.backToExceptions(typed);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no open task of that id.");
    }
}
