package dev.baton.inventory;

import dev.baton.platform.Invariant;
import dev.baton.platform.MerchantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** I5: what counts against an offer's figure is what its claims say. */
@Component
class UncoveredInvariant implements Invariant {

    private final VerifyStock verify;

    UncoveredInvariant(VerifyStock verify) {
        this.verify = verify;
    }

    @Override
    public String number() {
        return "I5";
    }

    @Override
    public String meaning() {
        return "an offer's uncovered units are those of its claims";
    }

    @Override
    public List<String> breaches(MerchantId merchant, int most) {
        return verify.differences(merchant).stream()
                .limit(most)
                .map(each -> "offer " + each.offer().value() + " counts " + each.uncovered() + ", its claims "
                        + each.claimed())
                .toList();
    }

    @Override
    public int mend(MerchantId merchant) {
        int mended = 0;
        int again;
        do {
            again = verify.repair(merchant).size();
            mended += again;
        } while (again == VerifyStock.MOST);
        return mended;
    }
}
