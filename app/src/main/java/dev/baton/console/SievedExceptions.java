package dev.baton.console;

import dev.baton.console.ExceptionParties.Party;
import dev.baton.console.ExceptionsScreen.Boards;
import dev.baton.console.ExceptionsScreen.Either;
import dev.baton.merchants.PersonId;
import dev.baton.merchants.StoreId;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds and tasks in one order, narrowed. Kind and sort are ranges of a key; what else narrows them (store, supplier,
 * age, who has it, whether its customer was asked) is known elsewhere, so that they are looked through a stretch at a time. Needs an open transaction of
 * the merchant.
 */
@Component
class SievedExceptions {

    /** The person nobody is. */
    static final String NOBODY = "nobody";

    /** Holds whose customer was asked. */
    static final String ASKED = "yes";

    /** Holds whose customer could be asked, and was not. */
    static final String UNASKED = "no";

    static final String HOLDS = "hold";
    static final String TASKS = "task";

    /** Looked at by one page at most; the next page looks on. */
    private static final int MOST_LOOKED = 2_000;

    /** More are not counted where each has to be looked at. */
    private static final int MOST_COUNTED = 2_000;

    private static final int STRETCH = 500;

    private final Boards boards;
    private final ExceptionParties parties;
    private final Handovers handovers;
    private final CustomerQuestionLookup questions;

    SievedExceptions(Boards boards, ExceptionParties parties, Handovers handovers, CustomerQuestionLookup questions) {
        this.boards = boards;
        this.parties = parties;
        this.handovers = handovers;
        this.questions = questions;
    }

    /** Since when something waits. */
    enum Age {
        /** Less than a day. */
        NEW("Less than a day", Duration.ZERO),
        /** A day and more. */
        DAY("A day and more", Duration.ofDays(1)),
        /** Three days and more. */
        DAYS("3 days and more", Duration.ofDays(3)),
        /** A week and more. */
        WEEK("A week and more", Duration.ofDays(7));

        final String label;
        private final Duration least;

        Age(String label, Duration least) {
            this.label = label;
            this.least = least;
        }

        private boolean isOf(Instant since, Instant now) {
            Duration waits = Duration.between(since, now);
            return this == NEW ? waits.compareTo(DAY.least) < 0 : waits.compareTo(least) >= 0;
        }
    }

    /** A page of what is asked for, oldest first. */
    Slice<Either> page(Staff staff, Asked asked, int limit) {
        UUID after = asked.afterId();
        if (!isSieved(asked)) {
            return Slice.of(
                    stretch(staff, asked, after, limit + 1),
                    limit,
                    each -> each.id().toString());
        }
        List<Either> kept = new ArrayList<>();
        int looked = 0;
        while (kept.size() <= limit && looked < MOST_LOOKED) {
            Stretch next = candidates(staff, asked, after);
            kept.addAll(sieved(staff, asked, next.rows));
            looked += STRETCH;
            after = next.last;
            if (after == null) {
                return Slice.of(kept, limit, each -> each.id().toString());
            }
        }
        return kept.size() > limit
                ? Slice.of(kept, limit, each -> each.id().toString())
                : new Slice<>(kept, Objects.requireNonNull(after).toString(), kept.size() < limit);
    }

    /**
     * How many of each kind there are, whatever kind and sort are asked for; null = too many to be looked at one by one.
     */
    @Nullable
    Map<String, Long> counts(Staff staff, Asked asked) {
        Map<String, Long> all = counts(staff.merchant());
        if (!isSieved(asked)) {
            return all;
        }
        if (all.values().stream().mapToLong(Long::longValue).sum() > MOST_COUNTED) {
            return null;
        }
        Asked any = new Asked(asked.where().with("kind", "").with("of", ""), "", asked.moments());
        Map<String, Long> counts = new LinkedHashMap<>();
        all.keySet().forEach(kind -> counts.put(kind, 0L));
        UUID after = null;
        do {
            Stretch next = candidates(staff, any, after);
            sieved(staff, any, next.rows).forEach(each -> counts.merge(kind(each), 1L, Long::sum));
            after = next.last;
        } while (after != null);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private Map<String, Long> counts(MerchantId merchant) {
        Map<String, Long> counts = new LinkedHashMap<>();
        boards.holds().counts(merchant).forEach((kind, count) -> counts.put(word(kind), count));
        counts.putAll(boards.tasks().counts(merchant));
        return counts;
    }

    private static boolean isSieved(Asked asked) {
        return asked.has("store")
                || asked.has("supplier")
                || asked.has("age")
                || asked.has("with")
                || asked.has("asked");
    }

    /** What is looked at next; {@code last} is where the look after it begins, null = that was all. */
    private record Stretch(List<Either> rows, @Nullable UUID last) {}

    private Stretch candidates(Staff staff, Asked asked, @Nullable UUID after) {
        UUID with = Typed.uuid(asked.text("with")).orElse(null);
        if (with == null) {
            List<Either> rows = stretch(staff, asked, after, STRETCH);
            return new Stretch(
                    rows, rows.size() < STRETCH ? null : rows.getLast().id());
        }
        List<UUID> handed = handovers.to(staff, new PersonId(with), after, STRETCH);
        List<Either> open = merged(
                boards.holds().of(staff.merchant(), handed), boards.tasks().of(staff.merchant(), handed), STRETCH);
        return new Stretch(
                open.stream().filter(each -> isAsked(asked, each)).toList(),
                handed.size() < STRETCH ? null : handed.getLast());
    }

    private static boolean isAsked(Asked asked, Either each) {
        boolean sort = !asked.has("of") || asked.text("of").equals(each.hold() == null ? TASKS : HOLDS);
        return sort && (!asked.has("kind") || kind(each).equals(asked.text("kind")));
    }

    private List<Either> stretch(Staff staff, Asked asked, @Nullable UUID after, int limit) {
        MerchantId merchant = staff.merchant();
        Optional<HoldKind> hold = asked.word("kind", HoldKind.values());
        boolean held = !asked.text("of").equals(TASKS) && (hold.isPresent() || !asked.has("kind"));
        boolean open = !asked.text("of").equals(HOLDS) && hold.isEmpty();
        return merged(
                held ? boards.holds().page(merchant, hold.orElse(null), after, limit) : List.of(),
                open ? boards.tasks().page(merchant, asked.orNull("kind"), after, limit) : List.of(),
                limit);
    }

    private List<Either> sieved(Staff staff, Asked asked, List<Either> rows) {
        Optional<Age> age = asked.word("age", Age.values());
        List<Either> kept = rows.stream()
                .filter(each -> age.isEmpty()
                        || age.get().isOf(each.since(), asked.moments().now()))
                .toList();
        if (asked.text("with").equals(NOBODY)) {
            Set<UUID> held =
                    handovers.of(staff, kept.stream().map(Either::id).toList()).keySet();
            kept = kept.stream().filter(each -> !held.contains(each.id())).toList();
        }
        if (asked.has("asked")) {
            kept = asked(staff.merchant(), kept, asked.text("asked").equals(ASKED));
        }
        if (kept.isEmpty() || !(asked.has("store") || asked.has("supplier"))) {
            return kept;
        }
        StoreId store = Typed.uuid(asked.text("store")).map(StoreId::new).orElse(null);
        SupplierId supplier =
                Typed.uuid(asked.text("supplier")).map(SupplierId::new).orElse(null);
        Map<UUID, Party> of = parties.of(staff.merchant(), kept);
        return kept.stream()
                .filter(each -> {
                    Party party = Objects.requireNonNull(of.get(each.id()));
                    return (store == null || store.equals(party.store()))
                            && (supplier == null || supplier.equals(party.supplier()));
                })
                .collect(Collectors.toList());
    }

    /** Those whose customer was asked, or those whose customer was not, though there is a question to ask. */
    private List<Either> asked(MerchantId merchant, List<Either> rows, boolean was) {
        Set<UUID> about = questions
                .of(
                        merchant,
                        rows.stream()
                                .filter(SievedExceptions::isAQuestion)
                                .map(Either::id)
                                .toList())
                .keySet();
        return rows.stream()
                .filter(SievedExceptions::isAQuestion)
                .filter(each -> about.contains(each.id()) == was)
                .toList();
    }

    private static boolean isAQuestion(Either each) {
        OpenHold hold = each.hold();
        return hold != null && hold.kind() == HoldKind.POSSIBLE_DUPLICATE;
    }

    /** As the database orders ids: by their digits. */
    private static List<Either> merged(List<OpenHold> held, List<Task> open, int limit) {
        return Stream.concat(
                        held.stream().map(hold -> new Either(hold, null)),
                        open.stream().map(task -> new Either(null, task)))
                .sorted(Comparator.comparing(each -> each.id().toString()))
                .limit(limit)
                .toList();
    }

    private static String kind(Either each) {
        OpenHold hold = each.hold();
        return hold == null ? Objects.requireNonNull(each.task()).kind() : word(hold.kind());
    }

    /** How addresses call a kind of hold. */
    static String word(HoldKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a kind, as addresses call it, is one of holds. */
    static boolean isHold(String kind) {
        return Stream.of(HoldKind.values()).anyMatch(each -> word(each).equals(kind));
    }
}
