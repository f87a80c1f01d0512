package dev.baton.invariants;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down, beside a database and in the very transactions, what no table of the product keeps: every step of
 * questions and transmissions from one status to the next (I2), and what was left of an offer when it was claimed (I6).
 */
final class StepWatch {

    /** Most breaches that are told. */
    private static final int MOST = 20;

    private final Connection connection;

    /** Looks by a superuser's connection. */
    StepWatch(Connection connection) {
        this.connection = connection;
    }

    /** Begins to watch; once for a database, which goes on through every restart. */
    void begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            for (String table : List.of("cancellation", "amendment", "transmission")) {
                statement.execute("create trigger seen_step after insert or update of status on " + table
                        + " for each row execute function seen.step_taken()");
            }
        }
    }

    /** I2: steps of cancellations, amendments and transmissions that are none of theirs. */
    List<String> illegalSteps() throws SQLException {
        return told("""
                select what || ' ' || id || ': ' || coalesce(nullif(from_state, ''), 'nothing') || ' to ' || to_state
                from seen.step where (what, from_state, to_state) not in (%s)
                """.formatted(LEGAL));
    }

    /** I6: claims of more than was left of the offer when they were made. */
    List<String> claimsOfTooMuch() throws SQLException {
        return told(
                "select claim_id || ': ' || available || ' were left after it' from seen.claim where available < 0");
    }

    /** Which kinds of steps were seen, such as {@code cancellation OPEN AGREED}. */
    List<String> steps() throws SQLException {
        return told("select distinct what || ' ' || from_state || ' ' || to_state from seen.step order by 1");
    }

    /** How many claims were seen. */
    int claims() throws SQLException {
        return Integer.parseInt(told("select count(*)::text from seen.claim").getFirst());
    }

    private List<String> told(String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next() && all.size() < MOST) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private static final String TABLES = """
            create schema seen;
            create table seen.step (what text, id uuid, from_state text, to_state text);
            create table seen.claim (claim_id uuid, available bigint);
            create function seen.step_taken() returns trigger language plpgsql security definer as $$
            begin
                if tg_op = 'INSERT' then
                    insert into seen.step values (tg_table_name, new.id, '', new.status);
                elsif new.status <> old.status then
                    insert into seen.step values (tg_table_name, new.id, old.status, new.status);
                end if;
                return null;
            end $$;
            create function seen.claimed() returns trigger language plpgsql security definer as $$
            begin
                insert into seen.claim
                select new.claim_id, s.observed - s.buffer - s.withheld - s.uncovered
                from public.stock s where s.merchant_id = new.merchant_id and s.offer_id = new.offer_id;
                return null;
            end $$;
            create trigger seen_claim after insert on stock_claim for each row execute function seen.claimed();
            """;

    /** As Cancellation.Status, Amendment.Status and TransmissionStatus say what may follow. */
    private static final String LEGAL = """
            values
                ('cancellation', '', 'OPEN'), ('cancellation', '', 'WAITING'),
                ('cancellation', 'WAITING', 'OPEN'), ('cancellation', 'WAITING', 'OVERTAKEN'),
                ('cancellation', 'OPEN', 'AGREED'), ('cancellation', 'OPEN', 'REFUSED'),
                ('cancellation', 'OPEN', 'OVERTAKEN'),
                ('amendment', '', 'PLANNED'), ('amendment', '', 'HELD'),
                ('amendment', 'PLANNED', 'ASKED'), ('amendment', 'PLANNED', 'HELD'),
                ('amendment', 'PLANNED', 'OVERTAKEN'), ('amendment', 'PLANNED', 'WITHDRAWN'),
                ('amendment', 'ASKED', 'AGREED'), ('amendment', 'ASKED', 'REFUSED'),
                ('amendment', 'ASKED', 'OVERTAKEN'), ('amendment', 'ASKED', 'REPLACED'),
                ('amendment', 'ASKED', 'DECIDED'),
                ('amendment', 'HELD', 'PLANNED'), ('amendment', 'HELD', 'DECIDED'),
                ('amendment', 'HELD', 'OVERTAKEN'), ('amendment', 'HELD', 'WITHDRAWN'),
                ('amendment', 'REFUSED', 'WITHDRAWN'), ('amendment', 'OVERTAKEN', 'WITHDRAWN'),
                ('amendment', 'DECIDED', 'WITHDRAWN'),
                ('transmission', '', 'PLANNED'),
                ('transmission', 'PLANNED', 'SENDING'), ('transmission', 'PLANNED', 'PARKED'),
                ('transmission', 'PLANNED', 'WITHDRAWN'),
                ('transmission', 'SENDING', 'SENT'), ('transmission', 'SENDING', 'ACKNOWLEDGED'),
                ('transmission', 'SENDING', 'REFUSED'), ('transmission', 'SENDING', 'UNKNOWN'),
                ('transmission', 'SENDING', 'PARKED'), ('transmission', 'SENDING', 'WITHDRAWN'),
                ('transmission', 'UNKNOWN', 'SENDING'), ('transmission', 'UNKNOWN', 'ACKNOWLEDGED'),
                ('transmission', 'UNKNOWN', 'PARKED'), ('transmission', 'UNKNOWN', 'WITHDRAWN'),
                ('transmission', 'SENT', 'ACKNOWLEDGED'), ('transmission', 'SENT', 'REFUSED'),
                ('transmission', 'SENT', 'SENDING'),
                ('transmission', 'REFUSED', 'SENDING'), ('transmission', 'REFUSED', 'ACKNOWLEDGED'),
                ('transmission', 'REFUSED', 'WITHDRAWN'),
                ('transmission', 'PARKED', 'PLANNED'), ('transmission', 'PARKED', 'SENDING'),
                ('transmission', 'PARKED', 'ACKNOWLEDGED'), ('transmission', 'PARKED', 'WITHDRAWN')
            """;
}
