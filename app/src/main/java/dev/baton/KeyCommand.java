package dev.baton;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Keys;
import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierLookup;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

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
        return ShortCommand.onDatabase(line, (access, dataFolder) -> {
            out.println(create(access, dataFolder, new Wanted(name, scopes, supplier)));
            return 0;
        });
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
        try (AnnotationConfigApplicationContext beans = ShortCommand.beans(access, dataFolder)) {
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
                        + known.stream().map(MerchantId::toString).collect(Collectors.joining(", "))
                        + ". ./baton merchant list says whose they are."));
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
