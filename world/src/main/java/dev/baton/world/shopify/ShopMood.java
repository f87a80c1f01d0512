package dev.baton.world.shopify;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes wrong at a shop's API, by the number of the call, so that a seed always brings the same.
 *
 * @param throttledEvery each n-th call finds the bucket empty; 0 = never
 * @param tokensRevokedAt before this call all fetched tokens expire; 0 = never
 * @param answerLostEvery each n-th fulfilment, and each n-th setting of figures, is done and its answer lost; 0 = never
 * @param onHoldAt this fulfilment comes while somebody has its order on hold for a moment; 0 = none
 */
public record ShopMood(int throttledEvery, int tokensRevokedAt, int answerLostEvery, int onHoldAt) {

    /** Nothing goes wrong. */
    public static ShopMood calm() {
        return new ShopMood(0, 0, 0, 0);
    }

    /** Counts calls and says what the mood has for each. */
    static final class Counter {
        private final ShopMood mood;
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger fulfilments = new AtomicInteger();
        private final AtomicInteger figures = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        Counter(ShopMood mood) {
            this.mood = mood;
        }

        int call() {
            return calls.incrementAndGet();
        }

        boolean throttles(int call) {
            return mood.throttledEvery() > 0 && call % mood.throttledEvery() == 0;
        }

        boolean revokes(int call) {
            return mood.tokensRevokedAt() > 0 && call == mood.tokensRevokedAt();
        }

        boolean holdsTheOrder() {
            return mood.onHoldAt() > 0 && asked.incrementAndGet() == mood.onHoldAt();
        }

        boolean losesStockAnswer() {
            return mood.answerLostEvery() > 0 && figures.incrementAndGet() % mood.answerLostEvery() == 0;
        }

        boolean losesFulfilmentAnswer() {
            return mood.answerLostEvery() > 0 && fulfilments.incrementAndGet() % mood.answerLostEvery() == 0;
        }
    }
}
