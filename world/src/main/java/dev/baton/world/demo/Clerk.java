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

/** The merchant's clerk: looks at holds and parked documents and lets go what the script says. */
final class Clerk {

    private final BatonApi baton;
    private final BatonReader reader;
    private final Playbook playbook;
    private final Ledger ledger;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> resent = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refusedFor = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    Clerk(BatonApi baton, BatonReader reader, Playbook playbook, Ledger ledger) {
        this.baton = baton;
        this.reader = reader;
        this.playbook = playbook;
        this.ledger = ledger;
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
        boolean came = ledger.facts(Fact.CustomerMailed.class).stream()
                .anyMatch(fact -> fact.messageId().contains(mail.id()));
        if (!came) {
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
