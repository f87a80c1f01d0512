package dev.baton.world.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mailboxes of one run under one domain. Safe to use from many threads. */
public final class Quarter {

    /** Those of the run who have to do with mail. */
    public interface Residents extends Moods {

        /** A mail lies in a mailbox; called on the server's thread, must not block. */
        void arrived(Letter letter);

        /** Somebody wrote to a mailbox that was never opened. */
        void strayed(String recipient);

        /** A mailbox whose mood is not calm did something to a mail. */
        void moody(String recipient, Mood mood);

        /** A mail was taken that nobody will ever read: a report of it goes back. */
        default void sentBack(Letter letter) {}
    }

    /** Business time until a report of a mail that cannot be delivered. */
    private static final Duration UNTIL_REPORT = Duration.ofMinutes(6);

    private final String domain;
    private final Clock clock;
    private final Residents residents;
    private final BiConsumer<Duration, Runnable> later;
    private final Consumer<Envelope> sendBack;
    private final Map<String, List<Letter>> boxes = new LinkedHashMap<>();
    private final Set<String> met = new HashSet<>();
    private final AtomicInteger numbers = new AtomicInteger();

    Quarter(
            String domain,
            Clock clock,
            Residents residents,
            BiConsumer<Duration, Runnable> later,
            Consumer<Envelope> sendBack) {
        this.domain = domain;
        this.clock = clock;
        this.residents = residents;
        this.later = later;
        this.sendBack = sendBack;
    }

    /** What every address here ends with, after the {@code @} or a dot. */
    public String domain() {
        return domain;
    }

    /** Opens a mailbox; one that is open stays as it is. */
    public void openBox(String address) {
        synchronized (boxes) {
            boxes.computeIfAbsent(address.toLowerCase(Locale.ROOT), _ -> new ArrayList<>());
        }
    }

    /** Every mailbox and what lies in it, in the order of arrival. */
    public Map<String, List<Letter>> boxes() {
        synchronized (boxes) {
            Map<String, List<Letter>> copy = new LinkedHashMap<>();
            boxes.forEach((address, letters) -> copy.put(address, List.copyOf(letters)));
            return copy;
        }
    }

    SmtpAnswer recipient(String from, String recipient) {
        boolean known;
        synchronized (boxes) {
            known = boxes.containsKey(recipient);
        }
        if (!known) {
            residents.strayed(recipient);
            return SmtpAnswer.NOBODY;
        }
        Mood mood = residents.at(recipient);
        if (mood == Mood.DEAD) {
            residents.moody(recipient, mood);
            return SmtpAnswer.NOBODY;
        }
        if (mood == Mood.GREYLISTING && meets(mood, from + " " + recipient)) {
            residents.moody(recipient, mood);
            return SmtpAnswer.LATER;
        }
        return SmtpAnswer.TAKEN;
    }

    SmtpAnswer deliver(Envelope envelope, String recipient) {
        Letter letter = Letter.read(numbers.incrementAndGet(), clock.instant(), envelope, recipient);
        Mood mood = residents.of(letter);
        if (mood == Mood.BOUNCES_LATER) {
            residents.moody(recipient, mood);
            residents.sentBack(letter);
            later.accept(UNTIL_REPORT, () -> sendBack(letter, Reports.undeliverable(letter, clock.instant())));
            return SmtpAnswer.TAKEN;
        }
        put(recipient, letter);
        residents.arrived(letter);
        if (mood == Mood.OUT_OF_OFFICE && meets(mood, recipient)) {
            residents.moody(recipient, mood);
            later.accept(Duration.ofMinutes(1), () -> sendBack(letter, Reports.outOfOffice(letter, clock.instant())));
        }
        if (mood == Mood.CUT_AFTER_DATA && meets(mood, letter.messageId())) {
            residents.moody(recipient, mood);
            return SmtpAnswer.CUT;
        }
        return SmtpAnswer.TAKEN;
    }

    private void put(String recipient, Letter letter) {
        synchronized (boxes) {
            @Nullable List<Letter> box = boxes.get(recipient);
            if (box != null) {
                box.add(letter);
            }
        }
    }

    private void sendBack(Letter letter, dev.baton.world.http.Body report) {
        if (!letter.returnPath().isEmpty()) {
            sendBack.accept(new Envelope("", List.of(letter.returnPath()), report));
        }
    }

    /** Whether it is the first time. */
    private boolean meets(Mood mood, String whom) {
        synchronized (met) {
            return met.add(mood + " " + whom);
        }
    }
}
