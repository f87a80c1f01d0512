package dev.baton.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether a database keeps what it confirms and keeps merchants apart. Asked at every start and by the doctor. */
public final class SafetyCheck {

    private static final int OLDEST_SUPPORTED = 150_000;

    private static final String FACTS = """
            select current_setting('server_version_num')::int as version
                 , current_setting('server_version') as version_name
                 , current_setting('fsync') as fsync
                 , current_setting('full_page_writes') as full_page_writes
                 , current_setting('synchronous_commit') as synchronous_commit
                 , current_setting('server_encoding') as encoding
                 , current_user as user_name
                 , r.rolsuper
                 , r.rolbypassrls
              from pg_roles r
             where r.rolname = current_user
            """;

    private SafetyCheck() {}

    /**
     * Every reason not to trust this database with orders, each with what to do; empty means none.
     *
     * @param app a connection as the user that does the business
     */
    public static List<String> findings(Connection app) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet facts = statement.executeQuery(FACTS)) {
            facts.next();
            List<String> findings = new ArrayList<>();
            if (facts.getInt("version") < OLDEST_SUPPORTED) {
                findings.add("PostgreSQL " + facts.getString("version_name") + " is too old: use 15 or newer.");
            }
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                if ("off".equals(facts.getString(setting))) {
                    findings.add("%s is off: a confirmed order can be lost in a power cut. Set %s = on."
                            .formatted(setting, setting));
                }
            }
            if (!"UTF8".equals(facts.getString("encoding"))) {
                findings.add("The database's encoding is %s: create it with encoding 'UTF8'."
                        .formatted(facts.getString("encoding")));
            }
            String user = facts.getString("user_name");
            if (facts.getBoolean("rolsuper")) {
                findings.add(
                        user + " is a superuser and would see every merchant's rows: connect as an ordinary role.");
            }
            if (facts.getBoolean("rolbypassrls")) {
                findings.add("%s bypasses row-level security: alter role %s nobypassrls.".formatted(user, user));
            }
            return findings;
        }
    }
}
