package dev.baton.console;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holds and tasks were lists of their own: their addresses lead to the same rows among the exceptions. */
@RestController
class FormerLists {

    @Does(Act.SEE_TASKS)
    @GetMapping("/console/holds")
    ResponseEntity<String> holds(Staff staff, Typed typed) {
        return Answer.seeOther(among(SievedExceptions.HOLDS, typed));
    }

    @Does(Act.SEE_TASKS)
    @GetMapping("/console/tasks")
    ResponseEntity<String> tasks(Staff staff, Typed typed) {
        return Answer.seeOther(among(SievedExceptions.TASKS, typed));
    }

    private static String among(String sort, Typed typed) {
        return new Where(ExceptionsScreen.PATH, Map.of())
                .with("of", sort)
                .with("kind", typed.text("kind"))
                .with("with", typed.text("with"))
                .toString();
    }
}
