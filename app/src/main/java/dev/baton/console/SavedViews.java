package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Views of lists that a person keeps for themselves. */
@Component
class SavedViews {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_QUERY = 1_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    SavedViews(Tenancy tenancy, JdbcClient jdbc, Ids ids, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** A view; {@code query} is the address behind the list's path. */
    record Saved(UUID id, String name, String query) {}

    /** The person's views of a list, in the order they were saved; needs an open transaction of the merchant. */
    List<Saved> of(Staff staff, String list) {
        return jdbc.sql("""
                select view_id, name, query from console_view
                where merchant_id = :merchant and person_id = :person and list = :list
                order by view_id limit :limit
                """)
                .param("merchant", staff.merchant().value())
                .param("person", staff.person().value())
                .param("list", list)
                .param("limit", MOST)
                .query((row, number) ->
                        new Saved(row.getObject("view_id", UUID.class), row.getString("name"), row.getString("query")))
                .list();
    }

    /**
     * Keeps a view; one of the same name is replaced. Opens a transaction.
     *
     * @throws Problem INVALID_FIELD when the name or the view is too long, or there are 20 already
     */
    void save(Staff staff, String list, String name, String query) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Give the view a name of at most 40 characters.", "name");
        }
        if (query.length() > LONGEST_QUERY) {
            throw new Problem(CommonProblem.INVALID_FIELD, "The list is narrowed by too much to be kept.", "query");
        }
        tenancy.run(staff.merchant(), () -> {
            if (of(staff, list).stream()
                            .filter(view -> !view.name().equals(name))
                            .count()
                    >= MOST) {
                throw new Problem(
                        CommonProblem.INVALID_FIELD, "There are 20 views of this list: remove one first.", "name");
            }
            jdbc.sql("""
                    insert into console_view (merchant_id, person_id, list, name, view_id, query, saved_at)
                    values (:merchant, :person, :list, :name, :id, :query, :at)
                    on conflict (merchant_id, person_id, list, name)
                    do update set query = excluded.query, saved_at = excluded.saved_at
                    """)
                    .param("merchant", staff.merchant().value())
                    .param("person", staff.person().value())
                    .param("list", list)
                    .param("name", name)
                    .param("id", ids.next())
                    .param("query", query)
                    .param("at", SqlArrays.instant(clock.instant()))
                    .update();
        });
    }

    /** Forgets a view of the person's own; another's stays. Opens a transaction. */
    void remove(Staff staff, UUID view) {
        tenancy.run(
                staff.merchant(),
                () -> jdbc.sql("""
                delete from console_view
                where merchant_id = :merchant and person_id = :person and view_id = :view
                """)
                        .param("merchant", staff.merchant().value())
                        .param("person", staff.person().value())
                        .param("view", view)
                        .update());
    }
}
