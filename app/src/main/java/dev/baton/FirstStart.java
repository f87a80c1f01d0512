package dev.baton;

import dev.baton.merchants.CreateMerchant;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Keys;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sees to it that there is a merchant and somebody who owns it; every start repeats what the last one did not finish.
 */
final class FirstStart {

    /** Of a merchant's books where nobody says otherwise, ISO 4217. */
    static final String CURRENCY = "EUR";

    /** Of a merchant's days where nobody says otherwise. */
    static final String ZONE = "UTC";

    private static final int PASSWORD_BYTES = 12;

    private final CreateMerchant merchants;
    private final JoinMerchant people;
    private final Keys keys;
    private final Ids ids;
    private final RunSettings settings;
    private final CommandLine line;
    private final PrintStream out;

    FirstStart(ApplicationContext beans, RunSettings settings, CommandLine line, PrintStream out) {
        this.merchants = beans.getBean(CreateMerchant.class);
        this.people = beans.getBean(JoinMerchant.class);
        this.keys = beans.getBean(Keys.class);
        this.ids = beans.getBean(Ids.class);
        this.settings = settings;
        this.line = line;
        this.out = out;
    }

    /** Makes the merchant where there is none. */
    Prepared prepare() {
        List<MerchantId> known = people.merchants();
        boolean first = known.isEmpty();
        MerchantId merchant = first ? new MerchantId(ids.next()) : known.getFirst();
        if (known.size() <= 1) {
            String name = line.option("merchant-name", "BATON_MERCHANT_NAME").orElse("My shop");
            merchants.create(merchant, MerchantSettings.cautious(name, CURRENCY, ZoneId.of(ZONE)));
        }
        return new Prepared(merchant, first ? people.inviteOwner(merchant, null) : null);
    }

    /**
     * What is there before anybody is told that Baton answers: a key can be made from then on.
     *
     * @param invitation a token by which whoever holds it owns the merchant; null where there was a merchant already
     */
    record Prepared(MerchantId merchant, @Nullable String invitation) {}

    /** Asks for the owner, or shows the link, and writes the key somebody's program waits for. */
    void complete(Prepared prepared, String baseUrl) {
        MerchantId merchant = prepared.merchant();
        if (settings.mode() == RunSettings.Mode.RUN && !people.hasOwner(merchant)) {
            welcomeOwner(prepared, settings.publicUrl().orElse(baseUrl));
        }
        settings.bootstrapKeyFile().ifPresent(file -> writeKey(file, merchant, baseUrl, visitor(merchant)));
    }

    private void welcomeOwner(Prepared prepared, String url) {
        MerchantId merchant = prepared.merchant();
        Optional<String> email = line.option("owner-email", "BATON_OWNER_EMAIL");
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (email.isEmpty()
                && terminal.filter(console -> askOwner(console, merchant, url)).isPresent()) {
            return;
        }
        String token = email.isEmpty() && prepared.invitation() != null
                ? prepared.invitation()
                : people.inviteOwner(merchant, email.orElse(null));
        out.println("""
                Nobody owns this Baton yet. Open this link once, within %d days, and choose a password:
                  %s/welcome/%s""".formatted(JoinMerchant.LINK_VALID.toDays(), url, token));
        out.println("Then make a key for your own programs: ./baton key create --name me --scope admin");
    }

    /** Answers false when the owner would rather have a link. */
    private boolean askOwner(Console console, MerchantId merchant, String url) {
        while (true) {
            @Nullable String email = console.readLine("Who owns this Baton? E-mail address (empty: give me a link): ");
            if (email == null || email.isBlank()) {
                return false;
            }
            try {
                JoinMerchant.checkedEmail(email);
                char @Nullable [] password =
                        console.readPassword("Password of at least %d characters: ", JoinMerchant.SHORTEST_PASSWORD);
                people.joinAsOwner(merchant, email, password == null ? "" : new String(password));
                out.println("Welcome. Sign in at " + url
                        + "/console. Make a key for your own programs: ./baton key create --name me --scope admin");
                return true;
            } catch (Problem refused) {
                out.println(refused.detail());
            }
        }
    }

    /** How a visitor of the demo signs in. */
    private record SignIn(String email, String password) {}

    /** Somebody who owns the demo's merchant, with a password nobody knows before; none where time is only measured. */
    private Optional<SignIn> visitor(MerchantId merchant) {
        if (settings.mode() != RunSettings.Mode.DEMO || people.hasOwner(merchant)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        SignIn visitor = new SignIn("you@demo.example", HexFormat.of().formatHex(bytes));
        people.joinAsOwner(merchant, visitor.email(), visitor.password());
        return Optional.of(visitor);
    }

    private void writeKey(Path file, MerchantId merchant, String baseUrl, Optional<SignIn> visitor) {
        String key = keys.create(merchant, "bootstrap", Set.of("admin"), null).key();
        Map<String, String> said = new TreeMap<>(
                Map.of("baseUrl", baseUrl, "merchant", merchant.value().toString(), "adminKey", key));
        visitor.ifPresent(who -> said.putAll(Map.of("consoleEmail", who.email(), "consolePassword", who.password())));
        String json = JsonMapper.builder().build().writeValueAsString(said);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(
                    folder,
                    "bootstrap",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, json);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
