package dev.baton.merchants;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The table of sessions, read through the {@link Gate}. */
@Component
class StaffSessions {

    /** Longest one lasts, however often it is used. */
    static final Duration LIFE = Duration.ofDays(7);
    /** It ends by itself when nobody used it for so long. */
    static final Duration IDLE = Duration.ofHours(12);

    /** How exactly the last use is kept. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    /** How long one that ended is kept to be shown. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_AGENT = 300;

    private final Gate gate;
    private final Ids ids;
    private final Clock clock;
    private final Duration life;
    private final Duration idle;

    /** Where business time runs faster than the wall's, sessions last as many times longer by it. */
    StaffSessions(Gate gate, Ids ids, Clock clock, @Value("${baton.clock.rate:1}") double rate) {
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
        this.life = ofTheWall(LIFE, rate);
        this.idle = ofTheWall(IDLE, rate);
    }

    private static Duration ofTheWall(Duration length, double rate) {
        return Duration.ofSeconds((long) (length.toSeconds() * Math.max(1, rate)));
    }

    UUID begin(PersonId person, @Nullable MerchantId merchant, byte[] tokenHash, String agent, String address) {
        Instant now = clock.instant();
        gate.sql("delete from session where person_id = :person and expires_at < :before")
                .param("person", person.value())
                .param("before", SqlArrays.instant(now.minus(KEPT)))
                .update();
        UUID id = ids.next();
        gate.sql("""
                insert into session (session_id, token_sha256, person_id, merchant_id, began_at, seen_at, expires_at,
                                     agent, address)
                values (:id, :hash, :person, :merchant, :now, :now, :until, :agent, :address)
                """)
                .param("id", id)
                .param("hash", tokenHash)
                .param("person", person.value())
                .param("merchant", merchant == null ? null : merchant.value(), Types.OTHER)
                .param("now", SqlArrays.instant(now))
                .param("until", SqlArrays.instant(now.plus(life)))
                .param("agent", agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent)
                .param("address", address)
                .update();
        return id;
    }

    /** A session that lives, and when it was last seen. */
    record Living(SignedIn who, Instant seenAt) {}

    Optional<Living> living(byte[] tokenHash) {
        return gate.sql("""
                select s.session_id, s.person_id, p.email, s.seen_at, m.merchant_id, m.role
                from session s
                join person p on p.person_id = s.person_id
                left join membership m on m.person_id = s.person_id and m.merchant_id = s.merchant_id
                  and m.ended_at is null
                where s.token_sha256 = :hash and s.ended_at is null and s.expires_at > :now and s.seen_at > :idle
                """)
                .param("hash", tokenHash)
                .param("now", SqlArrays.instant(clock.instant()))
                .param("idle", SqlArrays.instant(clock.instant().minus(idle)))
                .query((row, number) -> {
                    UUID merchant = row.getObject("merchant_id", UUID.class);
                    return new Living(
                            new SignedIn(
                                    row.getObject("session_id", UUID.class),
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    row.getString("email"),
                                    merchant == null ? null : new MerchantId(merchant),
                                    merchant == null ? null : Role.of(row.getString("role"))),
                            row.getObject("seen_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /** Notes that it is used, once a minute at most. */
    void seen(Living session) {
        Instant now = clock.instant();
        if (Duration.between(session.seenAt(), now).compareTo(SEEN_EVERY) < 0) {
            return;
        }
        gate.sql("update session set seen_at = :now where session_id = :id and ended_at is null")
                .param("now", SqlArrays.instant(now))
                .param("id", session.who().session())
                .update();
    }

    /** Those of a person that live, the last used first. */
    List<SessionView> of(PersonId person) {
        return gate.sql("""
                select session_id, began_at, seen_at, agent, address from session
                where person_id = :person and ended_at is null and expires_at > :now and seen_at > :idle
                order by seen_at desc, session_id desc
                limit :most
                """)
                .param("person", person.value())
                .param("now", SqlArrays.instant(clock.instant()))
                .param("idle", SqlArrays.instant(clock.instant().minus(idle)))
                .param("most", MOST_SHOWN)
                .query((row, number) -> new SessionView(
                        row.getObject("session_id", UUID.class),
                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getString("agent"),
                        row.getString("address")))
                .list();
    }

    /** False when it had ended, or is somebody else's. */
    boolean end(PersonId person, UUID session) {
        return gate.sql("""
                update session set ended_at = :now
                where session_id = :id and person_id = :person and ended_at is null
                """)
                        .param("now", SqlArrays.instant(clock.instant()))
                        .param("id", session)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Ends every session of a person. */
    void endAll(PersonId person) {
        gate.sql("update session set ended_at = :now where person_id = :person and ended_at is null")
                .param("now", SqlArrays.instant(clock.instant()))
                .param("person", person.value())
                .update();
    }

    int endAllBut(PersonId person, UUID session) {
        return gate.sql("""
                update session set ended_at = :now
                where person_id = :person and session_id <> :id and ended_at is null
                """)
                .param("now", SqlArrays.instant(clock.instant()))
                .param("person", person.value())
                .param("id", session)
                .update();
    }

    /** Opens the books of a merchant the person works for; false when it does not. */
    boolean choose(SignedIn who, MerchantId merchant) {
        return gate.sql("""
                update session set merchant_id = :merchant
                where session_id = :id and ended_at is null
                  and exists (select 1 from membership m where m.person_id = session.person_id
                              and m.merchant_id = :merchant and m.ended_at is null)
                """)
                        .param("merchant", merchant.value())
                        .param("id", who.session())
                        .update()
                == 1;
    }
}
