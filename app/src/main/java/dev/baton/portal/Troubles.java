package dev.baton.portal;

import dev.baton.platform.Ids;
import dev.baton.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What nobody expected becomes a page with an id under which our log tells more. */
@ControllerAdvice(basePackages = "dev.baton.portal")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Troubles {

    private static final Logger log = LoggerFactory.getLogger(Troubles.class);
    private static final int AWAY = 503;
    private static final int BROKEN = 500;

    private final Refusals refusals;
    private final Ids ids;

    Troubles(Refusals refusals, Ids ids) {
        this.refusals = refusals;
        this.ids = ids;
    }

    @ExceptionHandler
    ResponseEntity<String> method(HttpRequestMethodNotSupportedException failed, HttpServletRequest request) {
        return refusals.unknownLink(words(request));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Problem failed, HttpServletRequest request) {
        return refusals.broken(failed.code().status(), words(request), logged(failed));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<String> database(RuntimeException failed, HttpServletRequest request) {
        return refusals.broken(AWAY, words(request), logged(failed));
    }

    @ExceptionHandler
    ResponseEntity<String> broken(Exception failed, HttpServletRequest request) {
        return refusals.broken(BROKEN, words(request), logged(failed));
    }

    private String logged(Exception failed) {
        String id = ids.next().toString();
        log.error("page {} broke", id, failed);
        return id;
    }

    private static Words words(HttpServletRequest request) {
        return Words.of(LinkPage.languages(request));
    }
}
