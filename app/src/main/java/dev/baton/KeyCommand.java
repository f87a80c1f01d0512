package dev.baton;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Keys;
import dev.baton.platform.BusinessClock;
import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.MasterKey;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.postgres.GivenPostgres;
import dev.baton.postgres.RunningPostgres;
import dev.baton.suppliers.SupplierLookup;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Makes a key of the API, whether Baton runs or not, and shows it once. */
final class KeyCommand {

    private static final String CREATE = "key create --name NAME --scope SCOPE[,SCOPE] [--supplier CODE]";

    private final CommandLine line;
    private final PrintStream out;

    KeyCommand(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    int run() {
        if (!line.words().equals(List.of("create"))) {
            throw new UsageMistake("Write: ./baton " + CREATE);
        }
        String name = line.option("name").orElseThrow(() -> new UsageMistake("--name is missing. " + CREATE));
        Optional<String> supplier = line.option("supplier");
        Set<String> scopes = scopes(supplier);
        Path dataFolder = RunSettings.dataFolder(line);
        Optional<String> url = line.option("database-url", "BATON_DATABASE_URL");
        if (url.isEmpty() && !Files.isDirectory(dataFolder)) {
            throw new UsageMistake("There is no Baton in " + dataFolder
                    + " yet. Start ./baton run once, or name its data folder with --data.");
        }
        Optional<DatabaseAccess> running = DoctorCommand.isHeld(dataFolder)
                ? url.map(given -> GivenPostgres.prepare(given, dataFolder)).or(() -> RunningPostgres.of(dataFolder))
                : Optional.empty();
        if (running.isPresent()) {
            out.println(create(running.get(), dataFolder, new Wanted(name, scopes, supplier)));
            return 0;
        }
        try (BatonDatabase database = BatonDatabase.open(dataFolder, url)) {
            out.println(create(database.access(), dataFolder, new Wanted(name, scopes, supplier)));
        }
        return 0;
    }

    private record Wanted(String name, Set<String> scopes, Optional<String> supplier) {}

    private Set<String> scopes(Optional<String> supplier) {
        Optional<String> given = line.option("scope");
        if (given.isEmpty() && supplier.isPresent()) {
            return Set.of(Keys.SUPPLIER_SCOPE);
        }
        String list = given.orElseThrow(() -> new UsageMistake("--scope is missing. " + CREATE));
        return Arrays.stream(list.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private String create(DatabaseAccess access, Path dataFolder, Wanted wanted) {
        try (AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext()) {
            beans.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "key", Map.of("baton.work.auto", "false", "baton.database.connections", "1")));
            beans.registerBean(Clock.class, () -> BusinessClock.system());
            beans.registerBean(DatabaseAccess.class, () -> access);
            beans.registerBean(MasterKey.class, () -> MasterKey.fromFile(dataFolder.resolve("secrets/master.key")));
            beans.scan("dev.baton.platform", "dev.baton.merchants", "dev.baton.suppliers");
            beans.refresh();
            MerchantId merchant = merchant(beans.getBean(JoinMerchant.class));
            UUID supplier = wanted.supplier()
                    .map(code -> supplier(beans, merchant, code))
                    .orElse(null);
            return beans.getBean(Keys.class)
                    .create(merchant, wanted.name(), wanted.scopes(), supplier)
                    .key();
        }
    }

    private MerchantId merchant(JoinMerchant people) {
        List<MerchantId> known = people.merchants();
        Optional<String> named = line.option("merchant");
        if (named.isEmpty() && known.size() == 1) {
            return known.getFirst();
        }
        if (known.isEmpty()) {
            throw new UsageMistake("There is no merchant yet. Start ./baton run once, then make the key.");
        }
        return known.stream()
                .filter(merchant -> named.filter(id -> isId(merchant, id)).isPresent())
                .findFirst()
                .orElseThrow(() -> new UsageMistake("Say whose key it is: --merchant and one of "
                        + known.stream().map(MerchantId::toString).collect(Collectors.joining(", "))));
    }

    private static boolean isId(MerchantId merchant, String id) {
        return merchant.hex().equals(id.replace("-", ""));
    }

    private static @Nullable UUID supplier(AnnotationConfigApplicationContext beans, MerchantId merchant, String code) {
        return beans.getBean(Tenancy.class)
                .inTransaction(
                        merchant, () -> beans.getBean(SupplierLookup.class).byCode(merchant, code))
                .map(terms -> terms.id().value())
                .orElseThrow(() -> new UsageMistake("There is no supplier of the code '" + code
                        + "'. Define it by PUT /api/v1/suppliers/" + code + " first."));
    }
}
