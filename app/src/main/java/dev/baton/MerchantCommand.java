package dev.baton;

import dev.baton.merchants.CreateMerchant;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.People;
import dev.baton.merchants.Role;
import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Opens the books of another merchant in this installation, and lists those there are, whether Baton runs or not. */
final class MerchantCommand {

    private static final String CREATE =
            "./baton merchant create --name NAME --owner-email ADDRESS [--currency CODE] [--zone ZONE]";

    private static final String NONE_YET = "There is no merchant yet. Start ./baton run once; it makes the first.";

    private final CommandLine line;
    private final PrintStream out;

    MerchantCommand(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    int run() {
        return ShortCommand.onDatabase(line, act());
    }

    /** What the words ask for; what cannot be understood is told before a database is opened. */
    ShortCommand.Act act() {
        if (line.words().equals(List.of("list"))) {
            return this::list;
        }
        if (!line.words().equals(List.of("create"))) {
            throw new UsageMistake("Write: " + CREATE + ", or: ./baton merchant list");
        }
        Wanted wanted = new Wanted(
                line.option("name").orElseThrow(() -> missing("name")).strip(),
                email(line.option("owner-email").orElseThrow(() -> missing("owner-email"))),
                currency(line.option("currency").orElse(FirstStart.CURRENCY)),
                zone(line.option("zone").orElse(FirstStart.ZONE)),
                url(RunSettings.of(line)));
        return (access, dataFolder) -> create(access, dataFolder, wanted);
    }

    /**
     * The merchant somebody wants.
     *
     * @param url where its owner will reach this Baton
     */
    private record Wanted(String name, String ownerEmail, String currency, ZoneId zone, String url) {}

    private static UsageMistake missing(String option) {
        return new UsageMistake("--" + option + " is missing. Write: " + CREATE);
    }

    private static String email(String text) {
        try {
            return JoinMerchant.checkedEmail(text);
        } catch (Problem refused) {
            throw new UsageMistake("--owner-email: " + refused.detail());
        }
    }

    private static String currency(String text) {
        try {
            return Currency.getInstance(text.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new UsageMistake("--currency takes an ISO 4217 code such as EUR, not '" + text + "'.");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            throw new UsageMistake("--zone takes a time zone such as Europe/Berlin, not '" + text + "'.");
        }
    }

    private static String url(RunSettings settings) {
        return settings.publicUrl().orElseGet(() -> "http://" + RunCommand.host(settings) + ":" + settings.port());
    }

    private int create(DatabaseAccess access, Path dataFolder, Wanted wanted) {
        try (AnnotationConfigApplicationContext beans = beans(access, dataFolder)) {
            MerchantId merchant = unowned(beans, wanted).orElseGet(() -> opened(beans, wanted));
            Optional<String> invitation = beans.getBean(JoinMerchant.class).appointOwner(merchant, wanted.ownerEmail());
            MerchantSettings settings = settings(beans, merchant);
            out.printf(
                    "Merchant %s is %s, its books in %s, its days in %s.%n",
                    merchant, settings.name(), settings.bookCurrency(), settings.zone());
            out.println(invitation
                    .map(token -> welcome(wanted, token))
                    .orElseGet(() -> wanted.ownerEmail() + " signs in here already, and owns it from now on: "
                            + wanted.url() + "/console"));
            out.println("Then make a key for its programs: ./baton key create --merchant " + merchant
                    + " --name me --scope admin");
            return 0;
        }
    }

    /** Nobody sees books without an owner: where this ends before there is one, the command is given again. */
    private static MerchantId opened(ApplicationContext beans, Wanted wanted) {
        MerchantId merchant = new MerchantId(beans.getBean(Ids.class).next());
        beans.getBean(CreateMerchant.class)
                .create(merchant, MerchantSettings.cautious(wanted.name(), wanted.currency(), wanted.zone()));
        return merchant;
    }

    private String welcome(Wanted wanted, String token) {
        String link = """
                Its owner opens this link once, within %d days, and chooses a password:
                  %s/welcome/%s""".formatted(JoinMerchant.LINK_VALID.toDays(), wanted.url(), token);
        return line.option("public-url", "BATON_PUBLIC_URL").isPresent()
                ? link
                : link + "\nIf Baton answers elsewhere, put its address there before /welcome (or give --public-url).";
    }

    /**
     * The merchant of that name whose owner lost the link or was mistyped; empty = there is none. Two of one name could
     * not be told apart by whoever works for both.
     */
    private static Optional<MerchantId> unowned(ApplicationContext beans, Wanted wanted) {
        JoinMerchant people = beans.getBean(JoinMerchant.class);
        List<MerchantId> known = people.merchants();
        if (known.isEmpty()) {
            throw new UsageMistake(NONE_YET);
        }
        Optional<MerchantId> named = known.stream()
                .filter(merchant -> settings(beans, merchant).name().equalsIgnoreCase(wanted.name()))
                .findFirst();
        if (named.filter(people::hasOwner).isPresent()) {
            throw new UsageMistake("'" + wanted.name() + "' is merchant " + named.get()
                    + " already. Give the new one another --name; ./baton merchant list names all.");
        }
        if (named.isEmpty() && known.size() >= JoinMerchant.MOST_MERCHANTS) {
            throw new UsageMistake("There are " + known.size()
                    + " merchants here, and one Baton serves no more. Start another on a data folder of its own.");
        }
        return named;
    }

    private int list(DatabaseAccess access, Path dataFolder) {
        try (AnnotationConfigApplicationContext beans = beans(access, dataFolder)) {
            List<MerchantId> known = beans.getBean(JoinMerchant.class).merchants();
            if (known.isEmpty()) {
                out.println(NONE_YET);
            }
            for (MerchantId merchant : known) {
                MerchantSettings settings = settings(beans, merchant);
                // what a merchant calls itself must not steer somebody's terminal
                String name = settings.name().replaceAll("\\p{Cntrl}", " ");
                out.printf(
                        "%s  %s (%s, %s), owned by %s%n",
                        merchant, name, settings.bookCurrency(), settings.zone(), owners(beans, merchant));
            }
            return 0;
        }
    }

    private static String owners(ApplicationContext beans, MerchantId merchant) {
        String owners = beans.getBean(People.class).of(merchant).stream()
                .filter(member -> member.role() == Role.OWNER)
                .map(MerchantCommand::named)
                .collect(Collectors.joining(", "));
        return owners.isEmpty() ? "nobody yet" : owners;
    }

    private static String named(MemberView member) {
        return member.email() + (member.canSignIn() ? "" : " (has not opened the link yet)");
    }

    private static MerchantSettings settings(ApplicationContext beans, MerchantId merchant) {
        return beans.getBean(Tenancy.class)
                .inTransaction(
                        merchant, () -> beans.getBean(MerchantLookup.class).settings(merchant));
    }

    private static AnnotationConfigApplicationContext beans(DatabaseAccess access, Path dataFolder) {
        AnnotationConfigApplicationContext beans = ShortCommand.beans(access, dataFolder);
        beans.scan("dev.baton.platform", "dev.baton.merchants");
        beans.refresh();
        return beans;
    }
}
