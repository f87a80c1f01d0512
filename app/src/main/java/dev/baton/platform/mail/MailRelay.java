package dev.baton.platform.mail;

import dev.baton.platform.mail.SmtpResult.NotSent;
import dev.baton.platform.mail.SmtpResult.Unknown;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The only way out by mail: one relay for the whole installation, at most {@value #CONNECTIONS} connections to it, each
 * step and the whole exchange with a time limit, STARTTLS required unless the operator says otherwise, the relay's name
 * checked against its certificate, and the relay's own limits kept.
 */
@Component
public final class MailRelay {

    /** For one whole exchange, from looking the relay up to its last answer. */
    public static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), TIMEOUT);
    private static final Duration LEAVE_TIME = Duration.ofSeconds(2);
    private static final long MOST_IDLE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int CONNECTIONS = 4;
    private static final int USUAL_PER_CONNECTION = 50;
    private static final int NO_LIMIT = 100_000;

    /** How long each may take: to connect, to answer one command, and all of it together. */
    record Limits(Duration connect, Duration step, Duration whole) {}

    private final @Nullable MailUrl relay;
    private final @Nullable MailAddress from;
    private final Limits limits;
    private final Session session;
    private final Semaphore connections = new Semaphore(CONNECTIONS, true);
    private final ConcurrentLinkedDeque<SmtpLine> idle = new ConcurrentLinkedDeque<>();
    private final ArrayBlockingQueue<Long> minute;

    @Autowired
    MailRelay(@Value("${baton.smtp-url:}") String url, @Value("${baton.mail-from:}") String from) {
        this(url, from, null, USUAL);
    }

    /** The relay of an address, as an operator states it. */
    public static MailRelay at(String url, String from) {
        return new MailRelay(url, from, null, USUAL);
    }

    /** @param sockets makes encrypted connections; null = as this Java trusts */
    MailRelay(String url, String from, @Nullable SSLSocketFactory sockets, Limits limits) {
        this.limits = limits;
        this.relay = url.isEmpty() ? null : MailUrl.smtp(url);
        this.from = MailAddress.read(from).orElse(null);
        this.session = Session.getInstance(relay == null ? new Properties() : properties(relay, sockets));
        this.minute = new ArrayBlockingQueue<>(relay == null ? 1 : relay.number("perMinute", NO_LIMIT));
    }

    private Properties properties(MailUrl to, @Nullable SSLSocketFactory sockets) {
        Properties properties = new Properties();
        properties.put(
                "mail.smtp.connectiontimeout", Long.toString(limits.connect().toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(limits.step().toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(limits.step().toMillis()));
        properties.put("mail.smtp.auth", Boolean.toString(to.user() != null));
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(to.isTls()));
        properties.put(
                "mail.smtp.starttls.enable",
                Boolean.toString(!to.isTls() && !to.starttls().equals("off")));
        properties.put(
                "mail.smtp.starttls.required",
                Boolean.toString(!to.isTls() && to.starttls().equals("required")));
        if (from != null) {
            properties.put("mail.smtp.from", from.toString());
            properties.put("mail.smtp.localhost", from.domain());
        }
        if (sockets != null) {
            properties.put("mail.smtp.ssl.socketFactory", sockets);
        }
        return properties;
    }

    /** Whether mail can leave at all: a relay and a sender's address are set. */
    public boolean isSetUp() {
        return relay != null && from != null;
    }

    /** The installation's own address: returned mail goes to it, and it is the sender where a brand has none. */
    public Optional<MailAddress> from() {
        return Optional.ofNullable(from);
    }

    /**
     * Takes one place of the relay's limit per minute; a place that is not used is lost.
     *
     * @return empty when the mail may leave now, else how long to wait before asking again
     */
    public Optional<Duration> takePlace() {
        forget();
        return minute.offer(System.nanoTime()) ? Optional.empty() : Optional.of(untilAPlace());
    }

    /** How many mails may leave within the relay's limit per minute now; nothing is taken. */
    public int places() {
        forget();
        return minute.remainingCapacity();
    }

    /** How long it is until a place of the limit is free; at once counts as a nanosecond. */
    public Duration untilAPlace() {
        Long oldest = minute.peek();
        return Duration.ofNanos(oldest == null ? 1 : Math.max(1, oldest + MINUTE_NANOS - System.nanoTime()));
    }

    private void forget() {
        long now = System.nanoTime();
        minute.removeIf(taken -> now - taken >= MINUTE_NANOS);
    }

    /**
     * Hands a message to the relay and waits on the calling (virtual) thread; never throws for what the other side does.
     *
     * @param bytes the whole message, sent as they are
     * @param to who it must reach; what becomes of it decides the result
     * @param cc who else gets it where the relay allows
     */
    public SmtpResult send(byte[] bytes, MailAddress to, List<MailAddress> cc) {
        return send(bytes, to, cc, false);
    }

    /**
     * As {@link #send(byte[], MailAddress, List)}, and asks for a report to the installation's address when the message lies
     * in its reader's mailbox (RFC 3461). A relay that knows no such reports is not asked.
     */
    public SmtpResult sendReported(byte[] bytes, MailAddress to, List<MailAddress> cc) {
        return send(bytes, to, cc, true);
    }

    private SmtpResult send(byte[] bytes, MailAddress to, List<MailAddress> cc, boolean reported) {
        MailUrl there = relay;
        if (there == null || from == null) {
            return new NotSent("no mail relay is set up", true);
        }
        try {
            if (!connections.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                return new NotSent("the relay is busy with mails before this one", true);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new NotSent("stopped before sending", true);
        }
        try {
            return withinTime(new FutureTask<>(() -> exchange(there, bytes, to, cc, reported)));
        } finally {
            connections.release();
        }
    }

    /** Interrupting a virtual thread closes the socket it waits on, whatever step it is in. */
    private SmtpResult withinTime(FutureTask<SmtpResult> exchange) {
        Thread runner = Thread.ofVirtual().name("smtp").start(exchange);
        try {
            return exchange.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            runner.interrupt();
            return afterwards(exchange);
        } catch (InterruptedException stopped) {
            runner.interrupt();
            Thread.currentThread().interrupt();
            return new Unknown("stopped while sending");
        } catch (ExecutionException broken) {
            throw new IllegalStateException("sending a mail failed", broken.getCause());
        }
    }

    private SmtpResult afterwards(FutureTask<SmtpResult> exchange) {
        try {
            return exchange.get(LEAVE_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Unknown("stopped while sending");
        } catch (TimeoutException | ExecutionException lost) {
            return new Unknown("no end within " + limits.whole().toMillis() + " ms");
        }
    }

    private SmtpResult exchange(MailUrl there, byte[] bytes, MailAddress to, List<MailAddress> cc, boolean reported) {
        SmtpLine line;
        try {
            line = line(there);
        } catch (MessagingException unreachable) {
            return SmtpLine.unopened(there, unreachable);
        }
        SmtpResult result = line.send(bytes, to, cc, reported);
        boolean reusable = result instanceof SmtpResult.Delivered || result instanceof SmtpResult.RefusedForGood;
        if (reusable && line.sent() < there.number("perConnection", USUAL_PER_CONNECTION)) {
            idle.push(line);
        } else {
            line.close();
        }
        return result;
    }

    private SmtpLine line(MailUrl there) throws MessagingException {
        for (SmtpLine line = idle.poll(); line != null; line = idle.poll()) {
            if (line.isFresh(MOST_IDLE_NANOS)) {
                return line;
            }
            line.close();
        }
        return SmtpLine.open(session, there);
    }

    /**
     * Looks whether the relay can be reached and knows us, without sending anything.
     *
     * @return empty when it does; else what is wrong
     */
    public Optional<String> trouble() {
        MailUrl there = relay;
        if (there == null || from == null) {
            return Optional.of("no mail relay is set up");
        }
        try {
            SmtpLine.open(session, there).close();
            return Optional.empty();
        } catch (MessagingException failed) {
            return SmtpLine.unopened(there, failed) instanceof NotSent said
                    ? Optional.of(said.why())
                    : Optional.empty();
        }
    }

    @PreDestroy
    void close() {
        idle.forEach(SmtpLine::close);
    }
}
