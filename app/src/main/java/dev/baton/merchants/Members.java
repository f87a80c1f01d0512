package dev.baton.merchants;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who works for whom and who is invited: tables read through the {@link Gate}. */
@Component
class Members {

    private static final int MOST = 1_000;

    private final Gate gate;
    private final Clock clock;

    Members(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** The merchants a person works for, oldest first. */
    List<MerchantId> merchantsOf(PersonId person) {
        return gate.sql("""
                select merchant_id from membership
                where person_id = :person and ended_at is null
                order by merchant_id limit :most
                """)
                .param("person", person.value())
                .param("most", MOST)
                .query((row, number) -> new MerchantId(row.getObject("merchant_id", UUID.class)))
                .list();
    }

    /** Those who work for the merchant, by address. */
    List<MemberView> of(MerchantId merchant) {
        return gate.sql("""
                select m.person_id, p.email, m.role, m.created_at,
                       exists (select 1 from credential c where c.person_id = m.person_id) as can_sign_in,
                       (select max(s.seen_at) from session s where s.person_id = m.person_id) as seen_at
                from membership m join person p on p.person_id = m.person_id
                where m.merchant_id = :merchant and m.ended_at is null
                order by p.email limit :most
                """)
                .param("merchant", merchant.value())
                .param("most", MOST)
                .query((row, number) -> {
                    OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
                    return new MemberView(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getString("email"),
                            Role.of(row.getString("role")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("can_sign_in"),
                            seen == null ? null : seen.toInstant());
                })
                .list();
    }

    /** Links that still work, the last to end first. */
    List<InvitationView> invitations(MerchantId merchant) {
        return gate.sql("""
                select token_sha256, role, coalesce(email, '') as email, expires_at from invitation
                where merchant_id = :merchant and used_at is null and expires_at > :now
                order by expires_at desc, token_sha256 limit :most
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(clock.instant()))
                .param("most", MOST)
                .query((row, number) -> new InvitationView(
                        HexFormat.of().formatHex(row.getBytes("token_sha256")),
                        row.getString("email"),
                        Role.of(row.getString("role")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Ends a link at once; false when it does not work any more. */
    boolean revoke(MerchantId merchant, byte[] tokenHash) {
        return gate.sql("""
                update invitation set expires_at = :now
                where token_sha256 = :hash and merchant_id = :merchant and used_at is null and expires_at > :now
                """)
                        .param("now", SqlArrays.instant(clock.instant()))
                        .param("hash", tokenHash)
                        .param("merchant", merchant.value())
                        .update()
                == 1;
    }

    /**
     * Gives a person another role. The owners' rows are locked first, so that of two owners who make each other less at
     * the same time one remains.
     *
     * @return false when the person does not work there, or would leave nobody who owns the merchant and can sign in
     */
    boolean change(MerchantId merchant, PersonId person, Role role) {
        return gate.sql("""
                with owners as (
                    select person_id from membership
                    where merchant_id = :merchant and role = 'owner' and ended_at is null
                    order by person_id for update)
                update membership set role = :role
                where person_id = :person and merchant_id = :merchant and ended_at is null
                  and (:role = 'owner' or exists (
                      select 1 from owners o join credential c on c.person_id = o.person_id
                      where o.person_id <> :person))
                """)
                        .param("merchant", merchant.value())
                        .param("role", role.word())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Ends a person's work for the merchant; false as with {@link #change}. */
    boolean end(MerchantId merchant, PersonId person) {
        return gate.sql("""
                with owners as (
                    select person_id from membership
                    where merchant_id = :merchant and role = 'owner' and ended_at is null
                    order by person_id for update)
                update membership set ended_at = :now
                where person_id = :person and merchant_id = :merchant and ended_at is null
                  and exists (
                      select 1 from owners o join credential c on c.person_id = o.person_id
                      where o.person_id <> :person)
                """)
                        .param("merchant", merchant.value())
                        .param("now", SqlArrays.instant(clock.instant()))
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
