package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a page could not do becomes a page that says so. */
@ControllerAdvice(basePackages = "dev.baton.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaffTroubles {

    private static final int AWAY = 503;
    private static final int BROKEN = 500;
    private static final int NOT_FOUND = 404;

    private final StaffRefusals refusals;

    StaffTroubles(StaffRefusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    ResponseEntity<String> method(HttpRequestMethodNotSupportedException failed) {
        return Answer.page(NOT_FOUND, refusals.nothingHere());
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Problem failed) {
        return Answer.page(
                failed.code().status(),
                failed.code() == CommonProblem.NOT_FOUND
                        ? refusals.nothingHere()
                        : refusals.refused(failed.code().title(), failed.detail() + " Nothing was changed."));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<String> database(RuntimeException failed, HttpServletRequest request) {
        return Answer.page(AWAY, refusals.broken(correlation(request), failed));
    }

    @ExceptionHandler
    ResponseEntity<String> broken(Exception failed, HttpServletRequest request) {
        return Answer.page(BROKEN, refusals.broken(correlation(request), failed));
    }

    private static String correlation(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(Visit.CORRELATION));
    }
}
