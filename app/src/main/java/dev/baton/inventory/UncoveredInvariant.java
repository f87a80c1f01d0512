package dev.baton.inventory;

import dev.baton.platform.Invariant;
import dev.baton.platform.MerchantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** I5: what counts against an offer's figure is what its claims say. */
@Component
class UncoveredInvariant implements Invariant {

    private final RebuildStock rebuild;

    UncoveredInvariant(RebuildStock rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public String number() {
        return "I5";
    }

    @Override
    public String meaning() {
        return "an offer's uncovered units are those of its claims, and a claim's follow from what became of it";
    }

    @Override
    public List<String> breaches(MerchantId merchant, int most) {
        return rebuild.differences(merchant).stream()
                .filter(each -> each.what() != RebuildStock.Wrong.SHORTAGE)
                .limit(most)
                .map(UncoveredInvariant::words)
                .toList();
    }

    private static String words(RebuildStock.Change change) {
        return switch (change.what()) {
            case OFFER_UNCOVERED, SHORTAGE ->
                "offer " + change.offer().value() + " counts " + change.before() + ", its claims " + change.after();
            case CLAIM_UNCOVERED ->
                "claim " + change.claim() + " counts " + change.before() + ", its deductions and releases leave "
                        + change.after();
            case CLAIM_RELEASED ->
                "claim " + change.claim() + " has given back " + change.before() + ", its releases say "
                        + change.after();
        };
    }

    @Override
    public int mend(MerchantId merchant) {
        return rebuild.rebuildUncovered(merchant).size();
    }
}
