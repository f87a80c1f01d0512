package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Words the news of costs that are other ones from now on. */
@Component
class TellCosts {

    private final ApplicationEventPublisher news;

    TellCosts(ApplicationEventPublisher news) {
        this.news = news;
    }

    /** Questions about costs of these offers were asked, answered or are moot. */
    void asked(MerchantId merchant, Collection<OfferId> offers) {
        if (!offers.isEmpty()) {
            news.publishEvent(new CostQuestionsChanged(merchant, List.copyOf(offers)));
        }
    }

    /** Compares the offers as they are with what they were; one that is new has nothing to compare. Last in the act. */
    void changed(MerchantId merchant, Collection<Offer> before, Collection<Offer> after) {
        Map<OfferId, Cost> known = new HashMap<>();
        before.forEach(offer -> known.put(offer.id(), offer.cost()));
        List<OfferId> raised = new ArrayList<>();
        List<OfferId> lowered = new ArrayList<>();
        for (Offer offer : after) {
            Cost was = known.get(offer.id());
            Cost is = offer.cost();
            if (was == null || was.equals(is)) {
                continue;
            }
            if (was.risesTo(is)) {
                raised.add(offer.id());
            }
            if (is.risesTo(was)) {
                lowered.add(offer.id());
            }
        }
        if (!raised.isEmpty() || !lowered.isEmpty()) {
            news.publishEvent(new CostsChanged(merchant, raised, lowered));
        }
    }
}
