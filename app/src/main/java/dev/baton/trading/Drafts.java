package dev.baton.trading;

import dev.baton.purchasing.PurchaseOrderId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mails one batch has written and not sent yet, and what of it must not or cannot leave in this round. */
final class Drafts {

    private record Draft(MailFacts facts, byte[] mail) {}

    private final Map<PurchaseOrderId, Draft> written = new HashMap<>();
    private final Map<PurchaseOrderId, String> unsendable = new HashMap<>();
    private final Set<PurchaseOrderId> later = new HashSet<>();

    void write(MailFacts facts, byte[] mail) {
        written.put(facts.order().order().id(), new Draft(facts, mail));
    }

    /** The mail of these very facts; empty when there is none. */
    Optional<byte[]> of(MailFacts facts) {
        return Optional.ofNullable(written.get(facts.order().order().id()))
                .filter(draft -> draft.facts().isSameAs(facts))
                .map(Draft::mail);
    }

    void mustNotLeave(Map<PurchaseOrderId, String> reasons) {
        unsendable.putAll(reasons);
    }

    Map<PurchaseOrderId, String> unsendable() {
        return unsendable;
    }

    void postpone(PurchaseOrderId id) {
        later.add(id);
    }

    boolean isPostponed(PurchaseOrderId id) {
        return later.contains(id);
    }
}
