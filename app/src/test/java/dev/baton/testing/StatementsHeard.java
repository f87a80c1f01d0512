package dev.baton.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** Hears every statement that some threads send to a database while it is open; what other threads send is not heard. */
public final class StatementsHeard implements AutoCloseable {

    private final Logger jdbc = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    private final Predicate<String> threads;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            if (threads.test(event.getThreadName()) && message.startsWith("Executing ") && message.endsWith("]")) {
                sent.add(message);
            }
        }
    };

    /** Listens from now on to the answers to requests. */
    public static StatementsHeard ofRequests() {
        return new StatementsHeard(thread -> thread.matches("(http|tomcat).*"));
    }

    /** Listens from now on to the thread that opens it. */
    public static StatementsHeard ofThisThread() {
        return new StatementsHeard(Thread.currentThread().getName()::equals);
    }

    private StatementsHeard(Predicate<String> threads) {
        this.threads = threads;
        ear.setContext(jdbc.getLoggerContext());
        ear.start();
        jdbc.addAppender(ear);
    }

    /** What was sent since the last call. */
    public List<String> heard() {
        List<String> heard = List.copyOf(sent);
        sent.clear();
        return heard;
    }

    @Override
    public void close() {
        jdbc.detachAppender(ear);
        ear.stop();
    }
}
