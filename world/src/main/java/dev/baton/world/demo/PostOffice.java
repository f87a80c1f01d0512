package dev.baton.world.demo;

import dev.baton.world.customer.CustomerDesk;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.links.MailScanner;
import dev.baton.world.mail.Letter;
import dev.baton.world.mail.Mood;
import dev.baton.world.mail.Quarter;
import dev.baton.world.reading.Subject;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.SupplierSheet;
import dev.baton.world.supplier.Suppliers;
import dev.baton.world.time.Agenda;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings each mail to whoever reads it, and knows which mailboxes have a bad day. */
final class PostOffice implements Quarter.Residents {

    /** A person looks at a mailbox a little later. */
    private static final Duration UNTIL_READ = Duration.ofSeconds(30);

    /** Before the domain of a supplier that has moved. */
    private static final String OLD = "old-office@";

    private final Playbook playbook;
    private final Ledger ledger;
    private final Agenda agenda;
    private final CustomerDesk customers;
    private final MailScanner scanner;
    private final long seed;
    private final Map<String, String> supplierOf = new ConcurrentHashMap<>();
    private final Map<String, OrderScript> customerOf = new ConcurrentHashMap<>();
    private final Set<String> delivered = ConcurrentHashMap.newKeySet();
    private final Set<String> sentBack = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Suppliers suppliers;

    PostOffice(Playbook playbook, Ledger ledger, Agenda agenda, Readers readers, long seed) {
        this.playbook = playbook;
        this.ledger = ledger;
        this.agenda = agenda;
        this.customers = readers.customers();
        this.scanner = readers.scanner();
        this.seed = seed;
    }

    /** Who opens what is in a mail to a customer, and in any mail before that. */
    record Readers(CustomerDesk customers, MailScanner scanner) {}

    /** Opens every mailbox of the run. */
    void open(Quarter quarter) {
        for (SupplierSheet sheet : playbook.market().suppliers().values()) {
            if (sheet.isMailed()) {
                String address = address(sheet, quarter);
                supplierOf.put(address, sheet.code());
                quarter.openBox(address);
                if (sheet.start() == SupplierSheet.Start.OLD_ADDRESS) {
                    quarter.openBox(addressOnFile(sheet, quarter));
                }
            }
        }
        playbook.scripts().values().forEach(script -> openBox(quarter, script));
    }

    /** Opens the mailbox of an order's customer. */
    void openBox(Quarter quarter, OrderScript script) {
        customerOf.put(script.buyer().email(), script);
        quarter.openBox(script.buyer().email());
    }

    /** Where a supplier takes its orders. */
    static String address(SupplierSheet sheet, Quarter quarter) {
        return "orders@" + sheet.code() + "." + quarter.domain();
    }

    /** Where the merchant believes so on the first day. */
    static String addressOnFile(SupplierSheet sheet, Quarter quarter) {
        return sheet.start() == SupplierSheet.Start.OLD_ADDRESS
                ? OLD + sheet.code() + "." + quarter.domain()
                : address(sheet, quarter);
    }

    /** From now on suppliers read. */
    void reads(Suppliers open) {
        suppliers = open;
    }

    @Override
    public void arrived(Letter letter) {
        delivered.add(letter.header("Message-ID"));
        agenda.after(UNTIL_READ, () -> read(letter));
    }

    private void read(Letter letter) {
        scan(letter);
        @Nullable String supplier = supplierOf.get(letter.to());
        @Nullable Suppliers open = suppliers;
        if (supplier != null && open != null) {
            open.read(supplier, letter);
            return;
        }
        // One customer may have ordered twice: the mail says which order it is about.
        String named = letter.header("X-Baton-Order").replaceAll("^#", "");
        @Nullable OrderScript script = playbook.numbered(named);
        if (script == null || !script.buyer().email().equals(letter.to())) {
            ledger.write(new Fact.MailFlaw(
                    order(letter.to()), letter.to(), "wrong content", "a mail about the order '" + named + "'"));
        } else {
            customers.read(letter, script);
        }
    }

    /** Scanners open every link first; those of a purchase order's mail stand with its supplier, who compares the page. */
    private void scan(Letter letter) {
        boolean order = Subject.read(letter.header("X-Baton-Document"))
                .filter(subject -> subject.about().equals("order"))
                .isPresent();
        String flaw = order ? null : scanner.scan(letter);
        if (flaw != null) {
            ledger.write(new Fact.MailFlaw(order(letter.to()), letter.to(), "wrong link", flaw));
        }
    }

    /** Whether a mail of this id lies in a mailbox, read or not. */
    boolean has(String mailId) {
        return delivered.stream().anyMatch(messageId -> messageId.contains(mailId));
    }

    /** Whether the mailbox is one of those without a mood. */
    boolean willBeRead(Letter letter) {
        return at(letter.to()) == Mood.CALM && of(letter) == Mood.CALM;
    }

    @Override
    public void sentBack(Letter letter) {
        Subject.read(letter.header("X-Baton-Document"))
                .filter(subject -> subject.about().equals("order"))
                .ifPresent(subject -> sentBack.add(subject.number()));
    }

    /** Whether a mail with that purchase order came to a mailbox nobody reads. */
    boolean hasSentBack(String purchaseOrder) {
        return sentBack.contains(purchaseOrder);
    }

    @Override
    public void strayed(String recipient) {
        ledger.write(new Fact.MailStrayed("", recipient));
    }

    @Override
    public void moody(String recipient, Mood mood) {
        if (supplierOf.containsKey(recipient)) {
            ledger.write(new Fact.MailTrouble("", recipient, mood.name()));
        }
        playbook.scripts().values().stream()
                .filter(script -> script.buyer().email().equals(recipient))
                .forEach(script -> ledger.write(new Fact.MailTrouble(script.id(), recipient, mood.name())));
    }

    private String order(String recipient) {
        @Nullable OrderScript script = customerOf.get(recipient);
        return script == null ? "" : script.id();
    }

    @Override
    public Mood at(String recipient) {
        if (recipient.startsWith(OLD) || isAsked(recipient)) {
            return Mood.CALM;
        }
        int draw = draw(recipient);
        if (supplierOf.containsKey(recipient)) {
            return draw % 3 == 0 ? Mood.GREYLISTING : Mood.CALM;
        }
        return draw == 0 ? Mood.DEAD : draw < 4 ? Mood.GREYLISTING : Mood.CALM;
    }

    @Override
    public Mood of(Letter letter) {
        if (letter.to().startsWith(OLD)) {
            return Mood.BOUNCES_LATER;
        }
        @Nullable String supplier = supplierOf.get(letter.to());
        if (supplier != null) {
            String key = letter.header("X-Baton-Document");
            boolean order =
                    Subject.read(key).filter(one -> one.about().equals("order")).isPresent();
            return order && draw(key) % 12 == 0 ? Mood.CUT_AFTER_DATA : Mood.CALM;
        }
        if (isAsked(letter.to())) {
            return Mood.CALM;
        }
        return switch (draw(letter.to())) {
            case 5 -> Mood.CUT_AFTER_DATA;
            case 6 -> Mood.BOUNCES_LATER;
            case 7, 8 -> Mood.OUT_OF_OFFICE;
            default -> Mood.CALM;
        };
    }

    /** Whether the story needs that the customer reads a question. */
    private boolean isAsked(String recipient) {
        @Nullable OrderScript script = customerOf.get(recipient);
        return script != null && script.plot().isAsked();
    }

    /** A number from 0 to 39 that depends only on the seed and the text. */
    private int draw(String text) {
        long mixed = (seed + "/" + text.toLowerCase(Locale.ROOT)).hashCode() * 0x9E3779B9L;
        return Math.floorMod(mixed >>> 7, 40);
    }
}
