package dev.baton.world.demo;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.oracle.BatonPicture;
import dev.baton.world.story.HoldKind;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.story.SupplierSheet;
import dev.baton.world.supplier.WordOnFile;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** The merchant's clerk: looks at holds and parked documents and lets go what the script says. */
final class Clerk {

    private final BatonApi baton;
    private final BatonReader reader;
    private final Playbook playbook;
    private final Ledger ledger;
    private final Telephone telephone;
    private final CostClerk costs;
    private final Set<String> mended = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> resent = ConcurrentHashMap.newKeySet();
    /** Holds whose customer was asked and will not answer, by the order's name. */
    private final Map<String, BatonPicture.Hold> unanswered = new ConcurrentHashMap<>();

    private final Map<String, String> refusedFor = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** Enters a supplier as it is now; answers Baton's status. */
    @FunctionalInterface
    interface Mending {
        int mend(SupplierSheet sheet);
    }

    /** Asks a supplier whether a stock file of that name and size is right. */
    @FunctionalInterface
    interface AskAboutFile {
        WordOnFile wordOn(String supplier, String name, int bytes);
    }

    /**
     * What the clerk learns by asking people.
     *
     * @param inAMailbox whether a mail of that id has come
     * @param mending the supplier's new address, and that it wants to begin
     * @param askAboutFile what a supplier says of a stock file
     * @param office who grants the stores' apps what they lack
     */
    record Telephone(Predicate<String> inAMailbox, Mending mending, AskAboutFile askAboutFile, AppOffice office) {}

    Clerk(BatonApi baton, BatonReader reader, Playbook playbook, Ledger ledger, Telephone telephone) {
        this.baton = baton;
        this.reader = reader;
        this.playbook = playbook;
        this.ledger = ledger;
        this.telephone = telephone;
        this.costs = new CostClerk(baton, reader, playbook, ledger);
        ledger.follow(fact -> {
            if (fact instanceof Fact.BadAnswer bad) {
                refusedFor.put(bad.number(), bad.order());
            }
        });
    }

    /** Looks once at everything open. */
    void look() {
        if (looking.compareAndSet(false, true)) {
            try {
                reader.openHolds().forEach(this::hold);
                silentCustomers();
                reader.parked().forEach(this::parked);
                reader.watched().forEach(this::parked);
                reader.uncertainMails().forEach(this::uncertain);
                costs.look();
                doors();
                playbook.market().suppliers().values().stream()
                        .filter(sheet -> sheet.isByFile() && !sheet.isMailed())
                        .forEach(this::stockFiles);
            } finally {
                looking.set(false);
            }
        }
    }

    private void hold(BatonPicture.Hold hold) {
        OrderScript script = playbook.find(hold.storeOrder());
        if (!seen.add(hold.id())) {
            return;
        }
        ledger.write(new Fact.HoldSeen(hold.storeOrder(), hold.kind(), hold.id()));
        if (script != null && script.holdEnds() && HoldKind.of(hold.kind()) == HoldKind.REFUNDED_SHIP_ANYWAY) {
            release(hold, "A present to the customer");
        }
        if (script != null
                && script.plot().isAsked()
                && HoldKind.of(hold.kind()) == script.plot().hold()) {
            BatonApi.Answer answer = baton.post("/api/v1/holds/" + hold.id() + "/ask-customer", Json.object());
            ledger.write(new Fact.CustomerAsked(hold.storeOrder(), hold.id(), answer.status()));
            if (script.plot() == Plot.REPEATED_UNANSWERED) {
                unanswered.put(script.name(), hold);
            }
        }
    }

    /** A task says that a customer does not answer: the clerk decides. */
    private void silentCustomers() {
        if (unanswered.isEmpty()) {
            return;
        }
        for (BatonPicture.Task task : reader.openTasks()) {
            unanswered.entrySet().stream()
                    .filter(one -> task.kind().endsWith("customer-silent")
                            && task.title().contains(one.getKey() + " "))
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .map(unanswered::remove)
                    .ifPresent(hold -> release(hold, "The customer has never sent anything back"));
        }
    }

    /** A task says that a store does not let Baton in: whoever runs the store's apps grants what is lacking. */
    private void doors() {
        if (telephone.office().isLacking()
                && reader.openTasks().stream().anyMatch(task -> task.kind().equals("channels.store-access"))) {
            telephone.office().grant();
        }
    }

    private void release(BatonPicture.Hold hold, String note) {
        BatonApi.Answer answer = baton.post(
                "/api/v1/holds/" + hold.id() + "/release", Json.object().put("note", note));
        ledger.write(new Fact.HoldReleased(hold.storeOrder(), hold.kind(), hold.id(), answer.status()));
    }

    /** A mail that may not have left: the customer is asked, and it is sent again when it never came. */
    private void uncertain(BatonReader.UncertainMail mail) {
        if (!telephone.inAMailbox().test(mail.id())) {
            // Asked once only: while Baton is down it may come all the same, and then nobody wants it again.
            BatonApi.Answer answer = baton.tryPost("/api/v1/messages/" + mail.id() + "/resend", Json.object());
            if (answer.status() != 0) {
                ledger.write(new Fact.MailResent(mail.storeOrder(), mail.id(), answer.status()));
            }
        }
    }

    /** Baton has set a stock file aside: the clerk looks what it would change, calls the supplier and decides. */
    private void stockFiles(SupplierSheet supplier) {
        for (BatonReader.StockFile file : reader.doubted(FeedSetup.feedOf(supplier.code()))) {
            WordOnFile word = telephone.askAboutFile().wordOn(supplier.code(), file.name(), file.bytes());
            if (word == WordOnFile.NOTHING) {
                continue;
            }
            boolean right = word == WordOnFile.RIGHT;
            String path = "/api/v1/feed-files/" + file.id();
            BatonApi.Answer changes = baton.get(path + "/changes?limit=5");
            BatonApi.Answer answer = right
                    ? baton.post(path + "/accept", Json.object())
                    : baton.post(path + "/refuse", Json.object().put("reason", "The supplier says it is wrong"));
            int status = changes.isGood() ? answer.status() : changes.status();
            ledger.write(new Fact.StockFileDecided(supplier.code(), file.name(), "clerk", right, status));
        }
    }

    private void parked(BatonPicture.Parked parked) {
        SupplierSheet supplier = playbook.market().suppliers().get(parked.supplier());
        if (supplier != null && supplier.start() != SupplierSheet.Start.READY) {
            firstDay(parked, supplier);
            return;
        }
        String order = refusedFor.getOrDefault(parked.purchaseOrder(), "");
        OrderScript script = playbook.find(order);
        if (script != null && script.plot() == Plot.PARKED_THEN_RESENT && resent.add(parked.id())) {
            resend(parked, order);
        }
    }

    /** The first document that cannot go to a supplier reminds the clerk of what is still to be done about it. */
    private void firstDay(BatonPicture.Parked parked, SupplierSheet supplier) {
        if (mended.add(supplier.code())) {
            int status = telephone.mending().mend(supplier);
            ledger.write(new Fact.SupplierMended(
                    "", supplier.code(), supplier.start().name(), status));
        }
        if (resent.add(parked.id())) {
            resend(parked, "");
        }
    }

    private void resend(BatonPicture.Parked parked, String order) {
        BatonApi.Answer answer = baton.post("/api/v1/transmissions/" + parked.id() + "/resend", Json.object());
        ledger.write(new Fact.Resent(order, parked.purchaseOrder(), answer.status()));
    }
}
