package dev.baton.api;

import dev.baton.platform.CloseTask;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TaskCalls {

    private final Tenancy tenancy;
    private final Tasks tasks;
    private final CloseTask closing;

    TaskCalls(Tenancy tenancy, Tasks tasks, CloseTask closing) {
        this.tenancy = tenancy;
        this.tasks = tasks;
        this.closing = closing;
    }

    /** A task; {@code detail} says why, what happens if nothing is done, and the way out. */
    record Row(
            String id, String kind, String subjectType, String subject, String title, String detail, Instant openedAt) {

        static Row of(Task task) {
            return new Row(
                    task.id().toString(),
                    task.kind(),
                    task.subjectType(),
                    task.subject().toString(),
                    task.title(),
                    task.detail(),
                    task.openedAt());
        }
    }

    record Note(String note) {}

    record Closed(String id, String state) {}

    @Operation(summary = "List open tasks, oldest first")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping
    Page<Row> list(
            Caller caller,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Lists.onlyOpen(state);
        int rows = Page.limit(limit);
        return tenancy.inTransaction(
                caller.merchant(),
                () -> Page.of(tasks.open(caller.merchant(), Page.cursor(cursor), rows + 1), rows, Row::of, Task::id));
    }

    @Operation(summary = "Close a task", description = "Closing one that is closed changes nothing and answers 404.")
    @Needs({Scope.ORDERS, Scope.SUPPLIERS})
    @PostMapping("/{id}/close")
    Closed close(Caller caller, @PathVariable UUID id, @RequestBody Note body) {
        boolean closed = closing.close(caller.merchant(), id, body.note());
        if (!closed) {
            throw new Problem(
                    CommonProblem.NOT_FOUND, "There is no open task of that id; list the open tasks to find it.");
        }
        return new Closed(id.toString(), "closed");
    }
}
