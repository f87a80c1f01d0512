package dev.baton.world.supplier;

import dev.baton.world.http.Body;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.links.LinkPages;
import dev.baton.world.links.Page;
import dev.baton.world.mail.Letter;
import dev.baton.world.reading.MailedOrder;
import dev.baton.world.reading.MailedOrderReader;
import dev.baton.world.reading.Subject;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.SupplierSheet;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One supplier's mailbox: reads each mail, lets its scanner look at the links, and lets the supplier react. */
final class MailedDesk {

    /** A scanner's looks at each link of the first mails, and of all others. */
    private static final int MANY_LOOKS = 20;

    private static final int FEW_LOOKS = 1;

    /** A closure that touches no order of the run. */
    private static final Duration DAYS_AHEAD = Duration.ofDays(60);

    /** Mails that are looked at thoroughly: scanners and bar codes cost the machine a lot. */
    private static final int THOROUGH = 3;

    private static final Pattern STORES_NAME = Pattern.compile("#(\\d{4,6})\\b");

    /** Mails whose question was read: a copy that comes later finds it answered. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private final SupplierSheet sheet;
    private final SupplierWorld world;
    private final MailRoad road;
    private final LinkPages pages;
    private final LinkAnswers answers;
    private final StockAnswers stock;
    private final Reactions reactions;
    private final Map<String, Taken> taken = new HashMap<>();
    /** Held while a mail is read, not while something is done about it. */
    private final Lock reading = new ReentrantLock(true);

    /** Mails about purchase orders that were sent to where nobody reads. */
    private final Queue<Letter> early = new ConcurrentLinkedQueue<>();

    private final AtomicInteger read = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();

    MailedDesk(
            SupplierSheet sheet,
            SupplierWorld world,
            Warehouse warehouse,
            MailRoad road,
            StockAnswers stock,
            Set<String> rejectedOrders) {
        this.stock = stock;
        this.sheet = sheet;
        this.world = world;
        this.road = road;
        this.pages = road.pages();
        this.answers = new LinkAnswers(sheet, world, pages);
        this.reactions = new Reactions(sheet, world, warehouse, answers, rejectedOrders);
    }

    /** Reads a mail; a person reads one after another, as they came. */
    void read(Letter letter) {
        Subject subject = Subject.read(letter.header("X-Baton-Document")).orElse(null);
        if (subject == null) {
            stock.read(letter);
            return;
        }
        Runnable next;
        reading.lock();
        try {
            next = open(letter, subject);
        } finally {
            reading.unlock();
        }
        next.run();
    }

    private static void nothing() {}

    /** Reads a mail, and returns what is then done about it. */
    private Runnable open(Letter letter, Subject subject) {
        OrderScript script = script(letter, subject);
        if (script == null && road.sentBack().test(subject.number())) {
            // it cannot know what this is about before the order itself comes again
            early.add(letter);
            return MailedDesk::nothing;
        }
        if (script == null) {
            flaw(
                    "",
                    "wrong content",
                    "it never got " + subject.number() + ", which the mail " + letter.header("X-Baton-Document")
                            + " is about and which names no order that was placed");
            return MailedDesk::nothing;
        }
        world.ledger()
                .write(new Fact.SupplierMailed(
                        script.id(),
                        sheet.code(),
                        subject.number(),
                        letter.header("X-Baton-Document"),
                        letter.messageId(),
                        letter.at()));
        return switch (subject.about()) {
            case "order" -> order(letter, script);
            case "cancellation" -> () -> cancellation(letter, subject, script);
            case "amendment" -> () -> amendment(letter, subject, script);
            case "reminder" -> () -> reminder(letter, subject, script);
            default -> () -> flaw(script.id(), "wrong content", "a mail about '" + subject.about() + "'");
        };
    }

    /** The customer's order: known by the purchase order's number, or named in the mail as the store calls it. */
    private @Nullable OrderScript script(Letter letter, Subject subject) {
        Taken known = find(subject.number());
        if (known != null) {
            return known.script;
        }
        Matcher name = STORES_NAME.matcher(Jsoup.parse(letter.html()).text());
        while (name.find()) {
            OrderScript script = road.numbered().apply(name.group(1));
            if (script != null) {
                return script;
            }
        }
        return null;
    }

    private Runnable order(Letter letter, OrderScript script) {
        boolean thorough = read.incrementAndGet() <= THOROUGH;
        MailedOrder mailed;
        try {
            mailed = MailedOrderReader.read(letter, sheet, script, thorough);
        } catch (IllegalArgumentException e) {
            flaw(script.id(), "wrong content", String.valueOf(e.getMessage()));
            return MailedDesk::nothing;
        }
        PurchaseOrder order = mailed.document().ofStoreOrder(script.id(), script.name());
        mailed.flaws().forEach(flaw -> flaw(script.id(), flaw.what(), flaw.words()));
        String sha = Body.of(order.toString() + letter.html() + letter.text()).sha256();
        Taken fresh = new Taken(order, script, sha);
        Taken before;
        synchronized (taken) {
            before = taken.putIfAbsent(order.number(), fresh);
        }
        boolean repeat = before != null && before.sha256.equals(sha);
        String key = letter.header("X-Baton-Document");
        world.ledger().write(new Fact.PurchaseOrderTaken(script.id(), sheet.code(), order, key, sha, repeat));
        URI link = mailed.links().values().stream().findFirst().orElse(null);
        boolean isNew = before == null && link != null;
        if (before == null && link != null) {
            answers.remember(order.number(), link);
        }
        return () -> {
            if (isNew) {
                scan(mailed, fresh, thorough ? MANY_LOOKS : FEW_LOOKS);
                reactions.taken(fresh);
                if (told.compareAndSet(false, true)) {
                    tellsTheMerchant(fresh);
                }
            }
            readsWhatCameEarly(order.number());
        };
    }

    private void readsWhatCameEarly(String number) {
        for (Letter letter : List.copyOf(early)) {
            boolean about = Subject.read(letter.header("X-Baton-Document"))
                    .filter(subject -> subject.number().equals(number))
                    .isPresent();
            if (about && early.remove(letter)) {
                read(letter);
            }
        }
    }

    /** Once in a run it tells of days off far ahead, and has something to say. */
    private void tellsTheMerchant(Taken order) {
        LocalDate from = LocalDate.ofInstant(world.clock().instant().plus(DAYS_AHEAD), ZoneOffset.UTC);
        answers.closed(order, from.toString(), from.plusDays(2).toString());
        answers.message(order, "We have new cartons from next month on.");
    }

    /** A scanner looks at every link before a person does: nothing may come of it. */
    private void scan(MailedOrder mailed, Taken order, int looks) {
        Page before = answers.open(order, "");
        mailed.links().values().stream()
                .map(link -> URI.create(link.toString().replaceAll("#.*", "")))
                .distinct()
                .forEach(link -> {
                    int status = pages.scan(link, looks);
                    if (status != 200) {
                        flaw(order.script.id(), "wrong link", link.getPath() + " answers " + status);
                    }
                });
        Page after = answers.open(order, "");
        if (before == null || after == null || !before.forms().equals(after.forms()) || after.form("accept") == null) {
            flaw(
                    order.script.id(),
                    "link did something",
                    "looking at the links of " + order.number() + " " + looks + " times changed the page: before "
                            + (before == null ? List.of() : before.forms()) + ", after "
                            + (after == null ? List.of() : after.forms()));
        } else {
            for (PurchaseOrder.Line line : order.document.lines()) {
                if (!after.html().text().contains(line.sku())) {
                    flaw(order.script.id(), "wrong content", "the page of " + order.number() + " hides " + line.sku());
                }
            }
        }
    }

    private void cancellation(Letter letter, Subject subject, OrderScript script) {
        Taken known = find(subject.number());
        if (known == null) {
            flaw(script.id(), "wrong content", "asked to cancel " + subject.number() + ", which never came");
            return;
        }
        Document html = Jsoup.parse(letter.html());
        link(html, subject.number());
        Page page = answers.open(known, "");
        List<Element> questions = page == null ? List.of() : page.html().select("form[data-question=cancellation]");
        boolean again = !asked.add(letter.messageId());
        if (questions.isEmpty()) {
            if (!again) {
                flaw(
                        script.id(),
                        "wrong link",
                        "the page of " + subject.number() + " asks no question of a cancellation");
            }
            return;
        }
        Map<Integer, Integer> units = units(html, known);
        for (Element question : questions) {
            String id = question.select("input[name=id]").attr("value");
            DocumentReader.Cancellation asked =
                    new DocumentReader.Cancellation(subject.number(), subject.version(), id, units);
            world.ledger()
                    .write(new Fact.CancellationReceived(
                            script.id(), sheet.code(), subject.number(), asked.cancellationId(), asked.units()));
            reactions.askedToCancel(known, asked);
        }
    }

    private void amendment(Letter letter, Subject subject, OrderScript script) {
        Taken known = find(subject.number());
        if (known == null) {
            flaw(script.id(), "wrong content", "asked to amend " + subject.number() + ", which never came");
            return;
        }
        Document html = Jsoup.parse(letter.html());
        link(html, subject.number());
        Page page = answers.open(known, "");
        Element question = page == null ? null : page.html().selectFirst("form[data-question=amendment]");
        String wanted = script.movedTo() == null ? "" : script.movedTo().line1();
        boolean again = !asked.add(letter.messageId());
        if (question == null) {
            if (!again) {
                flaw(
                        script.id(),
                        "wrong link",
                        "the page of " + subject.number() + " asks no question of an amendment");
            }
        } else if (!html.text().contains(wanted)) {
            flaw(script.id(), "wrong address", "the mail about " + subject.number() + " does not show " + wanted);
        } else {
            PurchaseOrder.ShipTo to = known.document.shipTo().withLine1(wanted);
            reactions.askedToAmend(known, question.select("input[name=id]").attr("value"), to);
        }
    }

    /** Units by line as the mail shows them; all of the order where it shows none. */
    private static Map<Integer, Integer> units(Document html, Taken order) {
        Map<Integer, Integer> units = new LinkedHashMap<>();
        for (Element row : html.select("tr[data-line]")) {
            String shown = row.select("td[data-quantity]").text().replaceAll("\\D", "");
            if (!shown.isEmpty()) {
                units.put(Integer.valueOf(row.attr("data-line")), Integer.valueOf(shown));
            }
        }
        if (units.isEmpty()) {
            order.document.lines().forEach(line -> units.put(line.line(), line.quantity()));
        }
        return units;
    }

    private void reminder(Letter letter, Subject subject, OrderScript script) {
        Taken known = find(subject.number());
        world.ledger().write(new Fact.ReminderReceived(script.id(), sheet.code(), subject.number(), letter.at()));
        if (known == null) {
            flaw(script.id(), "wrong content", "reminded of " + subject.number() + ", which never came");
        } else {
            link(Jsoup.parse(letter.html()), subject.number());
            reactions.reminded(known);
        }
    }

    private void link(Document html, String number) {
        Element link = html.selectFirst("a[data-action]");
        if (link != null) {
            answers.remember(number, URI.create(link.attr("href")));
        }
    }

    private @Nullable Taken find(String number) {
        synchronized (taken) {
            return taken.get(number);
        }
    }

    private void flaw(String order, String what, String words) {
        world.ledger().write(new Fact.MailFlaw(order, sheet.code(), what, words));
    }
}
