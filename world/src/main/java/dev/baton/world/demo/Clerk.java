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
    private final Predicate<String> inAMailbox;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> resent = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refusedFor = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** @param inAMailbox whether a mail of that id has come: its reader is asked on the telephone */
    Clerk(BatonApi baton, BatonReader reader, Playbook playbook, Ledger ledger, Predicate<String> inAMailbox) {
        this.baton = baton;
        this.reader = reader;
        this.playbook = playbook;
        this.ledger = ledger;
        this.inAMailbox = inAMailbox;
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
                reader.parked().forEach(this::parked);
                reader.uncertainMails().forEach(this::uncertain);
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
        String note = switch (HoldKind.of(hold.kind())) {
            case POSSIBLE_DUPLICATE -> "The customer wants both";
            case REFUNDED_SHIP_ANYWAY -> "A present to the customer";
            default -> "";
        };
        if (script != null && script.holdEnds() && !note.isEmpty()) {
            BatonApi.Answer answer = baton.post(
                    "/api/v1/holds/" + hold.id() + "/release", Json.object().put("note", note));
            ledger.write(new Fact.HoldReleased(hold.storeOrder(), hold.kind(), hold.id(), answer.status()));
        }
    }

    /** A mail that may not have left: the customer is asked, and it is sent again when it never came. */
    private void uncertain(BatonReader.UncertainMail mail) {
        if (!inAMailbox.test(mail.id())) {
            BatonApi.Answer answer = baton.post("/api/v1/messages/" + mail.id() + "/resend", Json.object());
            ledger.write(new Fact.MailResent(mail.storeOrder(), mail.id(), answer.status()));
        }
    }

    private void parked(BatonPicture.Parked parked) {
        String order = refusedFor.getOrDefault(parked.purchaseOrder(), "");
        OrderScript script = playbook.find(order);
        if (script != null && script.plot() == Plot.PARKED_THEN_RESENT && resent.add(parked.id())) {
            BatonApi.Answer answer = baton.post("/api/v1/transmissions/" + parked.id() + "/resend", Json.object());
            ledger.write(new Fact.Resent(order, parked.purchaseOrder(), answer.status()));
        }
    }
}
