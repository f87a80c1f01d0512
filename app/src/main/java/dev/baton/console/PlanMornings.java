package dev.baton.console;

import dev.baton.console.StaffMails.Kind;
import dev.baton.console.StaffMails.Line;
import dev.baton.console.StaffMails.Row;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At eight in the morning, by the merchant's clock, plans a mail for each person who wants it: what needs somebody, and
 * what would have been sent the day before for whom is watched. A morning that has planned the next one is its only end.
 */
@Component
class PlanMornings implements WorkHandler {

    static final String KIND = "console.morning.schedule";

    /** When people begin, local time of the merchant. */
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    /** A Baton that was down in the morning still says so until then; later the day is nearly over. */
    private static final Duration OF_USE = Duration.ofHours(4);

    private static final int MOST_REMEMBERED = 10_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final People people;
    private final MorningBooks books;
    private final Work work;
    private final Ids ids;
    private final Clock clock;
    private final Set<MerchantId> begun = ConcurrentHashMap.newKeySet();

    PlanMornings(Tenancy tenancy, JdbcClient jdbc, People people, MorningBooks books, Work work, Ids ids, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.people = people;
        this.books = books;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a morning's facts stand. */
    @Component
    record MorningBooks(
            MerchantLookup merchants, MorningWishes wishes, StaffMails mails, NeedsSheet needs, WatchedDay watched) {}

    /** Plans the merchant's mornings; has one effect for ever, whoever comes first. Opens a transaction. */
    void begin(MerchantId merchant) {
        if (begun.contains(merchant)) {
            return;
        }
        tenancy.run(merchant, () -> {
            int first = jdbc.sql("""
                    insert into morning_round (merchant_id, begun_at) values (:merchant, :at)
                    on conflict (merchant_id) do nothing
                    """)
                    .param("merchant", merchant.value())
                    .param("at", SqlArrays.instant(clock.instant()))
                    .update();
            if (first == 1) {
                planNext(merchant);
            }
        });
        if (begun.size() >= MOST_REMEMBERED) {
            begun.clear();
        }
        begun.add(merchant);
    }

    /** The merchant's clock is another one from now on. Joins a transaction. */
    void zoneChanged(MerchantId merchant) {
        if (work.remove(merchant, KIND, List.of(merchant.value())) > 0) {
            planNext(merchant);
        }
    }

    private void planNext(MerchantId merchant) {
        work.add(merchant, List.of(new NewWork("console.morning", KIND, merchant.value(), next(merchant), false)));
    }

    private Instant next(MerchantId merchant) {
        ZonedDateTime now =
                clock.instant().atZone(books.merchants().settings(merchant).zone());
        ZonedDateTime eight = now.toLocalDate().atTime(EIGHT).atZone(now.getZone());
        return (eight.isAfter(now)
                        ? eight
                        : now.toLocalDate().plusDays(1).atTime(EIGHT).atZone(now.getZone()))
                .toInstant();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int attemptsLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        List<MemberView> members = people.of(merchant);
        for (LeasedWork item : batch) {
            tenancy.run(merchant, () -> {
                morning(merchant, members);
                work.again(merchant, item, next(merchant), "the next morning");
            });
        }
    }

    private void morning(MerchantId merchant, List<MemberView> members) {
        ZoneId zone = books.merchants().settings(merchant).zone();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant until = today.atTime(EIGHT).atZone(zone).toInstant().plus(OF_USE);
        if (!now.isBefore(until)) {
            return;
        }
        List<Line> needs = books.needs().lines(merchant);
        List<Line> watched = books.watched().lines(merchant, today.minusDays(1), zone);
        Map<PersonId, MorningWish> wishes = books.wishes().all(merchant);
        for (MemberView member : members) {
            MorningWish wish = wishes.getOrDefault(member.person(), MorningWish.of(member.role()));
            if (!member.canSignIn() || wish == MorningWish.NEVER) {
                continue;
            }
            if (!needs.isEmpty() || wish == MorningWish.ALWAYS) {
                plan(merchant, member, Kind.MORNING, today, needs, until);
            }
            if (!watched.isEmpty()) {
                plan(merchant, member, Kind.WOULD_HAVE_SENT, today, watched, until);
            }
        }
    }

    private void plan(
            MerchantId merchant, MemberView member, Kind kind, LocalDate day, List<Line> lines, Instant until) {
        Instant now = clock.instant();
        Row row = Row.waiting(ids.next(), kind, member.person(), day, lines, now, until);
        if (books.mails().insert(merchant, row)) {
            work.add(merchant, List.of(SendStaffMails.work(row.id(), now)));
        }
    }
}
