package dev.baton;

import dev.baton.platform.Problem;
import dev.baton.postgres.PostgresUnavailable;
import java.io.PrintStream;
import java.util.Map;
import org.springframework.modulith.Modulithic;

/** The program: one process that takes a store's orders and hands them to the suppliers. */
@Modulithic
public final class Baton {

    private static final String USAGE = """
            Baton takes a store's orders and hands them to the suppliers who ship them.

              run      start Baton (the default)
              doctor   check this machine and say what to do; exit code 1 when something must be mended
              key      key create --name NAME --scope SCOPE[,SCOPE] [--supplier CODE] [--merchant ID]
                       scopes: admin, orders, catalog, stock, suppliers, read; a supplier's own key: supplier
              merchant merchant create --name NAME --owner-email ADDRESS [--currency CODE] [--zone ZONE]
                       opens the books of another merchant (EUR, UTC) beside those there are; merchant list names all
              verify   ask the database what must always be true of it; --mend mends what needs no decision

              --data FOLDER          BATON_DATA          data folder (./data)
              --port PORT            BATON_PORT          where to listen (8080; 0 = any free port)
              --bind ADDRESS         BATON_BIND          on which address (127.0.0.1)
              --public-url URL       BATON_PUBLIC_URL    where stores and suppliers reach this Baton
              --smtp-url URL         BATON_SMTP_URL      relay for mail: smtp://user:password@host:587 (STARTTLS), smtps://…:465;
                                                         ?starttls=optional|off, ?perMinute=N, ?perConnection=N
              --mail-from ADDRESS    BATON_MAIL_FROM     sender where a brand has none; returned mail goes to it
              --bounces-url URL      BATON_BOUNCES_URL   its mailbox: imaps://user:password@host/INBOX
              --trusted-proxies LIST BATON_TRUSTED_PROXIES proxies in front, such as 10.0.0.0/8,::1: only their X-Forwarded-For
                                                         says who calls (none)
              --page-keep-days DAYS  BATON_PAGE_KEEP_DAYS  how long suppliers' pages remember forms and mails (180)
              --database-url URL     BATON_DATABASE_URL  your own PostgreSQL 15 or newer instead of the one in the box
              --witness FILE         BATON_WITNESS       remembers, outside the data folder, which numbers were handed out
                                                         (the data folder's name with .witness); none in a demo
              --owner-email ADDRESS  BATON_OWNER_EMAIL   who owns the merchant; asked at the first start otherwise
              --merchant-name NAME   BATON_MERCHANT_NAME what the merchant is called until you say otherwise
              --allow-private        BATON_ALLOW_PRIVATE suppliers and stores may lie inside this network
              --authorities FILE     BATON_AUTHORITIES   certificates (PEM) trusted beside the usual ones when others are called
            """;

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** Looked up once for every part of every mail, in every file of the class path, unless it is named. */
    private static final String MAIL_STREAMS = "jakarta.mail.util.StreamProvider";

    /**
     * How many virtual threads compute at once. More than there are cores, so that the system shares these out among them:
     * a short answer does not wait until two long batches are done, as it would where nobody interrupts them.
     */
    private static final String COMPUTING_AT_ONCE = "jdk.virtualThreadScheduler.parallelism";

    private static final int LEAST_AT_ONCE = 8;

    /**
     * Who tells a virtual thread that an answer has come: 1, a thread of the system, does so at once; the default, a
     * virtual thread of its own, is one hand-over more for every answer.
     */
    private static final String WAKING = "jdk.pollerMode";

    private static final String AT_ONCE = "1";

    private Baton() {}

    /**
     * Runs a command. {@code run} returns once Baton answers and lives until the process is told to stop; the others
     * end with the exit code 0, 1 when they found or met trouble, 2 when they were called wrongly.
     *
     * @param args the command and its options; {@code --help} lists them
     */
    public static void main(String[] args) {
        if (System.getProperty(MAIL_STREAMS) == null) {
            System.setProperty(MAIL_STREAMS, "org.eclipse.angus.mail.util.MailStreamProvider");
        }
        if (System.getProperty(WAKING) == null) {
            System.setProperty(WAKING, AT_ONCE);
        }
        if (System.getProperty(COMPUTING_AT_ONCE) == null) {
            int cores = Runtime.getRuntime().availableProcessors();
            System.setProperty(COMPUTING_AT_ONCE, Integer.toString(Math.max(LEAST_AT_ONCE, 2 * cores)));
        }
        int exitCode = call(args, System.getenv(), System.out, System.err);
        if (exitCode != RunCommand.STAYS_UP) {
            System.exit(exitCode);
        }
    }

    static int call(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            CommandLine line = CommandLine.parse(args, environment);
            if (line.has("help")) {
                out.print(USAGE);
                return 0;
            }
            return switch (line.command()) {
                case "doctor" -> new DoctorCommand(line, out).run();
                case "key" -> new KeyCommand(line, out).run();
                case "merchant" -> new MerchantCommand(line, out).run();
                case "verify" -> new VerifyCommand(line, out).run();
                default -> new RunCommand(line, out).run();
            };
        } catch (UsageMistake mistake) {
            err.println("baton: " + mistake.getMessage());
            return MISUSED;
        } catch (Problem refused) {
            err.println("baton: " + (refused.field() == null ? "" : "--" + refused.field() + ": ") + refused.detail());
            return FAILED;
        } catch (PostgresUnavailable unavailable) {
            err.println("baton: " + unavailable.getMessage());
            return FAILED;
        }
    }
}
