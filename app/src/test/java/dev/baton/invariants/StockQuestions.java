package dev.baton.invariants;

import java.util.Map;

/** What is asked of stock and the claims on it. */
final class StockQuestions {

    private StockQuestions() {}

    static Map<String, String> of(String invariant) {
        return switch (invariant) {
            case "I5" -> uncovered();
            case "I6" -> shortages();
            case "I18" -> order();
            default -> Map.of();
        };
    }

    private static Map<String, String> uncovered() {
        return Map.of(
                "an offer whose uncovered units are not its claims'",
                """
                    select s.offer_id || ': ' || s.uncovered || ' instead of ' || coalesce(c.units, 0)
                    from stock s
                    left join (select merchant_id, offer_id, sum(uncovered) as units from stock_claim
                               group by merchant_id, offer_id) c on c.merchant_id = s.merchant_id and c.offer_id = s.offer_id
                    where s.uncovered <> coalesce(c.units, 0)
                    """,
                "a claim without its allocation",
                """
                    select c.claim_id::text from stock_claim c
                    left join allocation a on a.merchant_id = c.merchant_id and a.allocation_id = c.claim_id
                    where a.allocation_id is null or a.quantity <> c.quantity or a.offer_id <> c.offer_id
                    """,
                "an allocation without its claim",
                """
                    select a.allocation_id::text from allocation a
                    left join stock_claim c on c.merchant_id = a.merchant_id and c.claim_id = a.allocation_id
                    where c.claim_id is null
                    """,
                "a claim that does not know what its allocation has come to",
                """
                    select c.claim_id || ': shipped ' || c.shipped || ' of ' || a.shipped || ', given back ' || c.released
                           || ' of ' || a.rejected + a.cancelled
                    from stock_claim c join allocation a on a.merchant_id = c.merchant_id and a.allocation_id = c.claim_id
                    where c.shipped <> a.shipped + a.excess
                       or (a.stage <> 'withdrawn' and c.released <> a.rejected + a.cancelled)
                       or (a.stage = 'withdrawn' and c.released <> a.quantity)
                    """);
    }

    private static Map<String, String> shortages() {
        return Map.of(
                "an offer short of units without saying so",
                """
                    select offer_id || ': observed ' || observed || ', uncovered ' || uncovered from stock
                    where (observed < uncovered) <> (short_since is not null)
                    """,
                "a claim that was made while the offer was short",
                MADE_WHILE_SHORT,
                "a shortage without a task",
                """
                    select s.offer_id::text from stock s
                    where s.short_since is not null
                      and not exists (select 1 from task t where t.merchant_id = s.merchant_id
                                      and t.kind = 'inventory.shortage' and t.subject_id = s.offer_id
                                      and t.closed_at is null)
                    """,
                "an offer whose stock does not say that it has ended",
                """
                    select o.offer_id::text from offer o
                    left join stock s on s.merchant_id = o.merchant_id and s.offer_id = o.offer_id
                    where o.ended <> coalesce(s.ended, false)
                    """);
    }

    private static Map<String, String> order() {
        return Map.of("a figure older than the one that stands was applied after it", """
                    select o.offer_id || ': ' || s.observed_at || ' stands, ' || o.effective_at || ' was applied'
                    from stock_observation o join stock s on s.merchant_id = o.merchant_id and s.offer_id = o.offer_id
                    where o.outcome = 'APPLIED' and o.effective_at > s.observed_at
                    """);
    }

    /** A merge may have taken its time before it waited for a claim under way, which counts as before it. */
    private static final String MADE_WHILE_SHORT = """
            select c.claim_id || ' at ' || c.claimed_at || ', short since ' || s.short_since
            from stock s join stock_claim c on c.merchant_id = s.merchant_id and c.offer_id = s.offer_id
            where c.claimed_at > s.short_since + interval '15 minutes'
            """;
}
