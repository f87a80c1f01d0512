package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.ParkedWork;
import dev.baton.platform.work.ParkedWork.Parked;
import dev.baton.platform.work.RetryWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work Baton has set aside. */
@RestController
@RequestMapping("/api/v1/work")
@Tag(name = "Work")
class WorkCalls {

    private final Tenancy tenancy;
    private final ParkedWork parkedWork;
    private final RetryWork retryWork;

    WorkCalls(Tenancy tenancy, ParkedWork parkedWork, RetryWork retryWork) {
        this.tenancy = tenancy;
        this.parkedWork = parkedWork;
        this.retryWork = retryWork;
    }

    /** One piece of parked work; {@code reason} is its last failure. */
    record Row(
            String id,
            String queue,
            String kind,
            String subject,
            int attempts,
            Instant parkedAt,
            @Nullable String reason) {

        static Row of(Parked work) {
            return new Row(
                    work.id().toString(),
                    work.queue(),
                    work.kind(),
                    work.subject().toString(),
                    work.attempts(),
                    work.parkedAt(),
                    work.reason());
        }
    }

    record Retried(String id, String state) {}

    @Operation(
            summary = "List parked work, oldest first",
            description = "Work that failed too often and was set aside; nothing of it happens by itself.")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping
    Page<Row> list(
            Caller caller,
            @RequestParam(defaultValue = "parked") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        if (!state.equals("parked")) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "state must be parked: only parked work is listed.", "state");
        }
        int rows = Page.limit(limit);
        return tenancy.inTransaction(
                caller.merchant(),
                () -> Page.of(
                        parkedWork.page(caller.merchant(), Page.cursor(cursor), rows + 1), rows, Row::of, Parked::id));
    }

    @Operation(
            summary = "Run parked work again",
            description = "With a fresh count of attempts; closes the task about it. Answers 404 when no work of that"
                    + " id is parked.")
    @Needs({Scope.ORDERS, Scope.SUPPLIERS})
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retried retry(Caller caller, @PathVariable UUID id) {
        retryWork.retry(caller.merchant(), id);
        return new Retried(id.toString(), "due");
    }
}
