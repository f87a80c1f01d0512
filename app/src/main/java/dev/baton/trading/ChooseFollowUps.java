package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.purchasing.CounterOfferId;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.CounterOfferNotice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides about documents that follow what a supplier itself said. Needs an open transaction; changes nothing. */
@Component
class ChooseFollowUps {

    private final CounterOfferLookup counterOffers;
    private final Clock clock;

    ChooseFollowUps(CounterOfferLookup counterOffers, Clock clock) {
        this.counterOffers = counterOffers;
        this.clock = clock;
    }

    /** What the choice is made from. */
    record FollowUps(Map<CounterOfferId, CounterOfferNotice> prices) {}

    FollowUps look(MerchantId merchant, List<Transmission> notices) {
        List<CounterOfferId> prices = notices.stream()
                .filter(row -> row.kind() == TransmissionKind.PRICE)
                .map(row -> new CounterOfferId(row.about()))
                .toList();
        return new FollowUps(prices.isEmpty() ? Map.of() : counterOffers.notices(merchant, prices));
    }

    /** @param order the purchase order's own document; null = there is none */
    Step price(FollowUps found, Transmission row, @Nullable Transmission order) {
        CounterOfferNotice notice = found.prices().get(new CounterOfferId(row.about()));
        return notice == null
                ? new Step.Withdraw("nothing is decided about it")
                : afterOrder(row, order, NoticeDocument.price(notice));
    }

    private Step afterOrder(Transmission row, @Nullable Transmission order, byte[] document) {
        if (order == null) {
            return new Step.Withdraw("the purchase order was never sent");
        }
        return switch (order.status()) {
            case SENT, ACKNOWLEDGED -> new Step.SendNotice(document);
            case PLANNED, SENDING, UNKNOWN, REFUSED, PARKED ->
                ChooseSteps.later(clock, row, "the purchase order has to arrive first");
            case WITHDRAWN -> new Step.Withdraw("the purchase order was never sent");
        };
    }
}
