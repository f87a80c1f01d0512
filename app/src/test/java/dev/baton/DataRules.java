package dev.baton;

import dev.baton.testing.StatementsSeen;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The data rules as questions to a database's catalogue and to the text of a statement; each answer is a list of breaches. */
final class DataRules {

    /** {@code age} of one argument counts from today. */
    private static final Pattern VOLATILE = Pattern.compile(
            "\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random\\w*|gen_random_\\w+"
                    + "|uuid_generate_\\w+|uuidv[47]|nextval|currval|lastval|setval|txid_current\\w*|pg_current_xact_id\\w*)\\s*\\("
                    + "|\\bcurrent_(timestamp|date|time)\\b|\\blocaltime(stamp)?\\b"
                    + "|'(now|today|tomorrow|yesterday)'|\\bage\\s*\\((?:[^(),]|\\([^()]*\\))*\\)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(skip\\s+locked|lock\\s+table|pg_(try_)?advisory\\w*|listen|notify|pg_notify|savepoint"
                    + "|create\\s+((local|global)\\s+)?temp\\w*|into\\s+temp\\w*)\\b|^\\s*lock\\b"
                    + "|\\b(lo_(creat|create|from_bytea|get|put|import|export|open|unlink)|loread|lowrite)\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    /**
     * Tables that are not a merchant's rows by its id (D1), each with the kind its comment says. Whoever adds one says here that
     * it may be.
     */
    static final Set<String> EXEMPT = Set.of(
            "directory person",
            "directory credential",
            "directory membership",
            "directory invitation",
            "directory session",
            "directory password_reset",
            "directory sign_in_window",
            "staging feed_staged");

    /** What a policy says when it shows the rows of one merchant, as PostgreSQL prints it. */
    private static final String OF_THE_MERCHANT =
            "(merchant_id = (NULLIF(current_setting('baton.merchant'::text, true), ''::text))::uuid)";

    /** Takes back a block of a file's rows that stand in it twice, and stages them the slow way; a run that dies is staged again. */
    private static final Set<String> SAVEPOINT = Set.of("StagedFigures");

    /** Statements that may speak without a merchant: the dispatcher's scan, and the lease clock. */
    private static final Set<String> WITHOUT_MERCHANT = Set.of("DueWork", "DatabaseClock");

    /** Histories: nothing in them is ever corrected or removed. */
    private static final String WRITTEN_ONCE =
            "{audit,line_move,decision,stock_observation,stock_release,tracking_scan,"
                    + "transmission_attempt,acknowledgement_line}";

    /** Reads the suppliers' terms whole, once per revision; the merchant's own rows have no key but the merchant (D18). */
    private static final Set<String> WHOLE_OF_A_MERCHANT = Set.of("SupplierReader");

    private static final Pattern ONE_ROW_PER_MERCHANT =
            Pattern.compile("\\bfrom (merchant|merchant_key|supplier_revision)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]\\w*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDED =
            Pattern.compile("\\blimit\\b|\\b(count|sum|min|max)\\s*\\(|\\bexists\\b", Pattern.CASE_INSENSITIVE);

    private DataRules() {}

    /** A rule broken, and where. */
    record Breach(String where, String what) {}

    /** Breaches of D1, D2, D8, D9, D16 and D17 in the schema {@code public}. */
    static List<Breach> inCatalogue(Connection connection) throws SQLException {
        List<Breach> breaches = new ArrayList<>();
        ask(connection, breaches, "says no kind in its comment", """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                  and coalesce(obj_description(c.oid), '') !~ '^(distributed|reference|directory|staging|local): '
                """);
        ask(connection, breaches, "is exempt by its comment and not by name", """
                select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and t.relkind in ('r', 'p')
                  and obj_description(t.oid) ~ '^(reference|directory|staging|local): '
                  and split_part(obj_description(t.oid), ':', 1) || ' ' || t.relname <> all ('{%s}')
                """.formatted(String.join(",", EXEMPT)));
        ask(connection, breaches, "has an index or key that does not begin with merchant_id", """
                select t.relname || '.' || i.relname from pg_index x
                join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                join pg_namespace n on n.oid = t.relnamespace
                left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
                where n.nspname = 'public' and obj_description(t.oid) like 'distributed: %'
                  and coalesce(a.attname, '') <> 'merchant_id'
                """);
        ask(connection, breaches, "has no merchant_id uuid not null", """
                select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and t.relkind in ('r', 'p') and obj_description(t.oid) like 'distributed: %'
                  and not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'merchant_id'
                                  and a.attnotnull and a.atttypid = 'uuid'::regtype)
                """);
        ask(connection, breaches, "has no primary key", """
                select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and t.relkind in ('r', 'p') and obj_description(t.oid) like 'distributed: %'
                  and not exists (select 1 from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')
                """);
        ask(
                connection,
                breaches,
                "names the state of rows that change in place, so that each change writes every index",
                """
                select t.relname || '.' || i.relname from pg_index x
                join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and pg_get_indexdef(i.oid) ~ '\\m(status|stage|state)\\M'
                  and exists (select 1 from pg_options_to_table(t.reloptions) o
                              where o.option_name = 'fillfactor' and o.option_value::int <= 50)
                """);
        inForeignKeys(connection, breaches);
        inPolicies(connection, breaches);
        inLogic(connection, breaches);
        inGrants(connection, breaches);
        return breaches;
    }

    /** D2: within the merchant, among the directory's tables, or to a reference table. */
    private static void inForeignKeys(Connection connection, List<Breach> breaches) throws SQLException {
        ask(connection, breaches, "has a foreign key that does not begin with merchant_id on both sides", """
                select t.relname || '.' || c.conname from pg_constraint c
                join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
                join pg_namespace n on n.oid = t.relnamespace
                join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
                join pg_attribute b on b.attrelid = f.oid and b.attnum = c.confkey[1]
                where n.nspname = 'public' and c.contype = 'f' and obj_description(f.oid) like 'distributed: %'
                  and (a.attname <> 'merchant_id' or b.attname <> 'merchant_id')
                """);
        ask(connection, breaches, "has a foreign key to a table of a kind it may not lean on", """
                select t.relname || '.' || c.conname from pg_constraint c
                join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
                join pg_namespace n on n.oid = t.relnamespace
                cross join lateral (select split_part(coalesce(obj_description(t.oid), ''), ':', 1),
                                           split_part(coalesce(obj_description(f.oid), ''), ':', 1)) k (own, other)
                where n.nspname = 'public' and c.contype = 'f' and k.other <> 'reference'
                  and not (k.own = k.other and k.own in ('distributed', 'directory'))
                """);
    }

    private static void inPolicies(Connection connection, List<Breach> breaches) throws SQLException {
        ask(connection, breaches, "is not closed by row-level security, forced", """
                select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and t.relkind in ('r', 'p') and obj_description(t.oid) ~ '^(distributed|staging): '
                  and (not t.relrowsecurity or not t.relforcerowsecurity
                       or not exists (select 1 from pg_policy p where p.polrelid = t.oid))
                """);
        ask(connection, breaches, "has a policy for more than the merchant's rows", """
                select t.relname || '.' || p.polname from pg_policy p join pg_class t on t.oid = p.polrelid
                join pg_namespace n on n.oid = t.relnamespace
                cross join (select $$%s$$ as rule) m
                where n.nspname = 'public' and obj_description(t.oid) ~ '^(distributed|staging): '
                  and t.relname || '.' || p.polname <> 'work.dispatcher'
                  and (pg_get_expr(p.polqual, p.polrelid) is distinct from m.rule
                       or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), m.rule) <> m.rule)
                """.formatted(OF_THE_MERCHANT));
    }

    /** D9: what runs by itself in the database, or lives beside its tables. */
    private static void inLogic(Connection connection, List<Breach> breaches) throws SQLException {
        ask(connection, breaches, "is an extension, a large object or a schema of its own", """
                select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
                union all select 'large object ' || oid from pg_largeobject_metadata
                union all select 'schema ' || nspname from pg_namespace
                  where nspname not in ('public', 'information_schema') and nspname !~ '^pg_'
                """);
        ask(connection, breaches, "is a sequence, a trigger, a rule or a function", """
                select 'sequence ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind = 'S'
                union all select 'trigger ' || g.tgname from pg_trigger g where not g.tgisinternal
                union all select 'rule ' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
                  join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'
                union all select 'function ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                  where n.nspname = 'public'
                    and not exists (select 1 from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                                    and d.deptype = 'e')
                """);
        ask(connection, breaches, "is deferrable or an exclusion", """
                select c.conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
                where n.nspname = 'public' and (c.condeferrable or c.contype = 'x')
                """);
        ask(connection, breaches, "has a default that calls a function", """
                select t.relname || '.' || a.attname from pg_attrdef d
                join pg_class t on t.oid = d.adrelid join pg_namespace n on n.oid = t.relnamespace
                join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum
                where n.nspname = 'public' and t.relname <> 'flyway_schema_history'
                  and pg_get_expr(d.adbin, d.adrelid) ~ '\\('
                """);
    }

    /** What each role may do: D8 (who sees what) and D16 (what is written once stays). */
    private static void inGrants(Connection connection, List<Breach> breaches) throws SQLException {
        ask(connection, breaches, "is written once, and the app may change or empty it", """
                select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and t.relkind = 'r' and t.relname = any ('%s')
                  and (has_table_privilege('baton_app', t.oid, 'update')
                       or has_any_column_privilege('baton_app', t.oid, 'update')
                       or has_table_privilege('baton_app', t.oid, 'delete')
                       or has_table_privilege('baton_app', t.oid, 'truncate'))
                """.formatted(WRITTEN_ONCE));
        ask(connection, breaches, "is open to a role that has no business there", """
                select t.relname || ' to ' || r.rolname
                from pg_class t join pg_namespace n on n.oid = t.relnamespace
                cross join (select oid, rolname from pg_roles
                            where rolname in ('baton_app', 'baton_dispatcher', 'baton_gate')
                            union all select 0::oid, 'public') r
                where n.nspname = 'public' and t.relkind in ('r', 'p')
                  and case r.rolname
                        when 'baton_app' then has_table_privilege(r.oid, t.oid, 'truncate')
                          or (obj_description(t.oid) like 'directory: %' and has_table_privilege(r.oid, t.oid, 'select'))
                        when 'baton_dispatcher' then has_table_privilege(r.oid, t.oid, 'insert, update, delete, truncate')
                          or (t.relname <> 'work' and has_table_privilege(r.oid, t.oid, 'select'))
                        when 'baton_gate' then obj_description(t.oid) not like 'directory: %'
                          and has_table_privilege(r.oid, t.oid, 'select, insert, update, delete, truncate')
                        else exists (select 1 from aclexplode(t.relacl) a where a.grantee = 0)
                      end
                """);
    }

    private static void ask(Connection connection, List<Breach> breaches, String what, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                breaches.add(new Breach(rows.getString(1), what));
            }
        }
    }

    /** Which of these statements no test has run; {@code seen} as {@link StatementsSeen#plain} makes them. */
    static List<Breach> neverRun(String className, List<String> statements, Collection<String> seen) {
        return statements.stream()
                .filter(sql -> seen.stream().noneMatch(ran -> ran.contains(StatementsSeen.plain(sql))))
                .map(sql -> new Breach(className, "was run by no test: " + head(sql)))
                .toList();
    }

    /** Breaches of D3, D5, D6, D9 and D18 in one statement of a class; {@code tables} are those that hold a merchant's rows. */
    static List<Breach> inStatement(String className, String sql, Set<String> tables) {
        List<Breach> breaches = new ArrayList<>();
        String text = sql.toLowerCase(Locale.ROOT);
        boolean exempt = WITHOUT_MERCHANT.contains(className);
        boolean touches = tables.stream()
                .anyMatch(table -> Pattern.compile("\\b(from|join|into|update|using)\\s+" + table + "\\b")
                        .matcher(text)
                        .find());
        if (touches && !exempt && !text.contains(":merchant")) {
            breaches.add(new Breach(className, "touches a merchant's table and binds no :merchant: " + head(sql)));
        } else if (touches && !exempt) {
            MerchantJoins.untied(text, tables)
                    .forEach(name -> breaches.add(
                            new Breach(className, "does not tie " + name + " to the merchant: " + head(sql))));
        }
        if (!exempt && VOLATILE.matcher(text).find()) {
            breaches.add(new Breach(className, "calls a volatile or stable function: " + head(sql)));
        }
        boolean whole = PARAMETER
                .matcher(text)
                .results()
                .allMatch(found -> found.group(1).equals("merchant"));
        if (touches
                && text.strip().startsWith("select")
                && whole
                && !BOUNDED.matcher(text).find()
                && !ONE_ROW_PER_MERCHANT.matcher(text).find()
                && !WHOLE_OF_A_MERCHANT.contains(className)) {
            breaches.add(new Breach(className, "reads all a merchant has, without a limit: " + head(sql)));
        }
        if (FORBIDDEN.matcher(text).results().anyMatch(found -> !excused(className, found.group()))) {
            breaches.add(new Breach(className, "uses what carries no correctness here: " + head(sql)));
        }
        return breaches;
    }

    private static boolean excused(String className, String forbidden) {
        return forbidden.equals("savepoint") && SAVEPOINT.contains(className);
    }

    private static String head(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
