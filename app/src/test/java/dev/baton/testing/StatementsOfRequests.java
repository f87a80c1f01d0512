package dev.baton.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Hears every statement that answers to requests send to a database while it is open; what workers send is not heard. */
public final class StatementsOfRequests implements AutoCloseable {

    private final Logger jdbc = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            if (event.getThreadName().matches("(http|tomcat).*")
                    && message.startsWith("Executing ")
                    && message.endsWith("]")) {
                sent.add(message);
            }
        }
    };

    /** Listens from now on. */
    public StatementsOfRequests() {
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
