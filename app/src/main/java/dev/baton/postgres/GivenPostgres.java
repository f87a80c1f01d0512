package dev.baton.postgres;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.DatabaseAccess.Role;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/** An operator's own PostgreSQL in place of the embedded one: Baton's roles and database are made there once. */
public final class GivenPostgres {

    /** The database every server has; Baton makes one of its own beside it. */
    private static final String MAINTENANCE = "postgres";

    private static final String JDBC = "jdbc:";

    private GivenPostgres() {}

    /**
     * Makes what is absent and says how Baton's roles sign in; their passwords are kept in the data folder.
     *
     * @param url {@code postgresql://user:password@host:port/database} or JDBC's form, of a superuser; naming the
     *     database {@code postgres} makes one called {@code baton}, any other is used itself
     * @throws PostgresUnavailable with what to do
     */
    public static DatabaseAccess prepare(String url, Path dataFolder) {
        Properties parsed = parse(url);
        Passwords passwords = Passwords.keptIn(dataFolder.resolve("secrets"), false);
        String named = parsed.getProperty("PGDBNAME", MAINTENANCE);
        String database = named.equals(MAINTENANCE) ? DatabaseRoles.DATABASE : named;
        String server =
                "jdbc:postgresql://%s:%s/".formatted(parsed.getProperty("PGHOST"), parsed.getProperty("PGPORT"));
        try (Connection superuser = DriverManager.getConnection(server + named, parsed)) {
            DatabaseRoles.createMissing(superuser, passwords::of);
            DatabaseRoles.createDatabase(superuser, database);
            if (database.equals(named)) {
                openTo(superuser);
            }
        } catch (SQLException e) {
            throw new PostgresUnavailable(
                    "The database of BATON_DATABASE_URL cannot be prepared: " + e.getMessage()
                            + " The address must be that of a superuser of a running PostgreSQL 15 or newer.",
                    e);
        }
        DatabaseAccess access = new DatabaseAccess(
                server + database,
                Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), passwords::of)));
        refuseUnlessSafe(server + database, passwords, dataFolder);
        return access;
    }

    private static Properties parse(String url) {
        String jdbc = url.startsWith(JDBC) ? url : JDBC + withoutUser(url);
        Properties parsed = Driver.parseURL(jdbc.replaceFirst("^jdbc:postgres:", "jdbc:postgresql:"), userOf(url));
        if (parsed == null) {
            throw new PostgresUnavailable(
                    "BATON_DATABASE_URL cannot be read. It reads postgresql://user:password@host:5432/postgres.");
        }
        return parsed;
    }

    private static String withoutUser(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }

    private static Properties userOf(String url) {
        Properties user = new Properties();
        int from = url.indexOf("//") + 2;
        int at = url.indexOf('@', from);
        if (url.startsWith(JDBC) || at < 0) {
            return user;
        }
        String[] words = url.substring(from, at).split(":", 2);
        user.setProperty("user", decoded(words[0]));
        if (words.length == 2) {
            user.setProperty("password", decoded(words[1]));
        }
        return user;
    }

    private static String decoded(String word) {
        return java.net.URLDecoder.decode(word.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Since PostgreSQL 15 nobody but its owner may make tables in a database. */
    private static void openTo(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("grant usage, create on schema public to " + Role.OWNER.user());
        }
    }

    private static void refuseUnlessSafe(String jdbcUrl, Passwords passwords, Path dataFolder) {
        try (Connection app = DriverManager.getConnection(jdbcUrl, Role.APP.user(), passwords.of(Role.APP))) {
            List<String> findings = SafetyCheck.findings(app);
            if (!findings.isEmpty()) {
                throw new PostgresUnavailable("The given database is not safe: " + String.join(" ", findings));
            }
        } catch (SQLException e) {
            throw new PostgresUnavailable(
                    "Baton's role %s cannot sign in: %s If another Baton made the roles, copy its %s here."
                            .formatted(
                                    Role.APP.user(),
                                    e.getMessage(),
                                    dataFolder.resolve("secrets").resolve("database.properties")),
                    e);
        }
    }
}
