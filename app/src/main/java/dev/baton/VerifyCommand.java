package dev.baton;

import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.Invariant;
import dev.baton.platform.MerchantId;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Asks the database what must always be true of it, whether Baton runs or not. */
final class VerifyCommand {

    /** Breaches of one invariant that are told. */
    private static final int TOLD = 20;

    private final CommandLine line;
    private final PrintStream out;

    VerifyCommand(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    /** Answers 0 when all is sound, else 1. */
    int run() {
        return ShortCommand.onDatabase(line, this::verify);
    }

    int verify(DatabaseAccess access, Path dataFolder) {
        try (AnnotationConfigApplicationContext beans = ShortCommand.beans(access, dataFolder)) {
            beans.registerBean(
                    tools.jackson.databind.json.JsonMapper.class,
                    () -> tools.jackson.databind.json.JsonMapper.builder().build());
            beans.scan(
                    "dev.baton.platform",
                    "dev.baton.merchants",
                    "dev.baton.carriers",
                    "dev.baton.suppliers",
                    "dev.baton.catalog",
                    "dev.baton.inventory",
                    "dev.baton.sourcing",
                    "dev.baton.orders");
            scanOnlyInvariants(beans, "dev.baton.notifications");
            beans.refresh();
            List<Invariant> invariants = beans.getBeansOfType(Invariant.class).values().stream()
                    .sorted(Comparator.comparing(Invariant::number))
                    .toList();
            return verify(beans.getBean(JoinMerchant.class).merchants(), invariants) ? 0 : 1;
        }
    }

    /** Of a module whose acts need more than a database: only what it says must always be true of it. */
    private static void scanOnlyInvariants(AnnotationConfigApplicationContext beans, String module) {
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Invariant.class));
        scanner.scan(module);
    }

    private boolean verify(List<MerchantId> merchants, List<Invariant> invariants) {
        boolean sound = true;
        for (MerchantId merchant : merchants) {
            out.println("Merchant " + merchant);
            for (Invariant invariant : invariants) {
                sound &= ask(merchant, invariant);
            }
        }
        if (merchants.isEmpty()) {
            out.println("There is no merchant yet.");
        }
        if (!sound) {
            out.println(
                    line.has("mend")
                            ? "What is left cannot be mended without a person: keep a backup and report it."
                            : "./baton verify --mend mends what needs no decision; nothing else is changed.");
        }
        return sound;
    }

    private boolean ask(MerchantId merchant, Invariant invariant) {
        List<String> breaches = invariant.breaches(merchant, TOLD);
        if (!breaches.isEmpty() && line.has("mend")) {
            int mended = invariant.mend(merchant);
            breaches = invariant.breaches(merchant, TOLD);
            out.println("  mended " + invariant.number() + "  " + mended + ": " + invariant.meaning());
        }
        out.println("  " + (breaches.isEmpty() ? "ok    " : "BREACH") + " " + invariant.number() + "  "
                + invariant.meaning());
        breaches.forEach(breach -> out.println("           " + breach));
        if (breaches.size() == TOLD) {
            out.println("           and perhaps more: the first " + TOLD + " are told");
        }
        return breaches.isEmpty();
    }
}
