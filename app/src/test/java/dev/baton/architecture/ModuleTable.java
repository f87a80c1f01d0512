package dev.baton.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order of the modules, inner ones first. Calls, listening and the use of types go toward the top of the list; the
 * doors stand side by side, and the shell around them is used by nobody.
 */
public final class ModuleTable {

    private static final String ROOT = "dev.baton";

    private static final List<String> INNER_TO_OUTER = List.of(
            "platform",
            "merchants",
            "carriers",
            "suppliers",
            "catalog",
            "inventory",
            "sourcing",
            "orders",
            "purchasing",
            "shipping",
            "tracking",
            "payments",
            "returns",
            "support",
            "channels",
            "trading",
            "notifications",
            "insights");

    private static final Set<String> DOORS = Set.of("api", "console", "portal", "shopper");

    /** The database in the box and the program's entry point. */
    private static final String POSTGRES = "postgres";

    private static final String ENTRY_POINT = "";

    /** They are two sides of the road; what one knows of the other goes through orders and purchasing. */
    private static final Set<String> NEVER_MEET = Set.of("channels", "trading");

    private ModuleTable() {}

    /** A class depends on its own module and on inner ones only. */
    public static ArchRule callsGoTowardTheTop() {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should(new ArchCondition<JavaClass>("depend only on modules further up in the table") {
                    @Override
                    public void check(JavaClass origin, ConditionEvents events) {
                        String module = moduleOf(origin).orElseThrow();
                        if (rank(module).isEmpty()) {
                            events.add(violated(
                                    origin,
                                    "module '%s' of %s is not in the table".formatted(module, origin.getName())));
                            return;
                        }
                        origin.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> isForbidden(module, dependency))
                                .forEach(dependency -> events.add(violated(origin, dependency.getDescription())));
                    }
                });
    }

    private static ConditionEvent violated(JavaClass origin, String message) {
        return SimpleConditionEvent.violated(origin, message);
    }

    private static boolean isForbidden(String from, Dependency dependency) {
        return moduleOf(dependency.getTargetClass().getBaseComponentType())
                .filter(to -> !to.equals(from))
                .filter(to -> !mayUse(from, to))
                .isPresent();
    }

    private static boolean mayUse(String from, String to) {
        boolean strangers = NEVER_MEET.contains(from) && NEVER_MEET.contains(to);
        return !strangers && rank(to).orElse(Integer.MAX_VALUE) < rank(from).orElseThrow();
    }

    /** Smaller is further in; empty for a module nobody planned. */
    private static Optional<Integer> rank(String module) {
        int row = INNER_TO_OUTER.indexOf(module);
        if (row >= 0) {
            return Optional.of(row);
        }
        int outside = INNER_TO_OUTER.size();
        return switch (module) {
            case POSTGRES -> Optional.of(outside + 1);
            case ENTRY_POINT -> Optional.of(outside + 2);
            default -> DOORS.contains(module) ? Optional.of(outside) : Optional.empty();
        };
    }

    /** The part of the package name after {@code dev.baton}; empty for classes that are not ours. */
    private static Optional<String> moduleOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(ROOT)) {
            return Optional.of(ENTRY_POINT);
        }
        if (!name.startsWith(ROOT + ".")) {
            return Optional.empty();
        }
        String below = name.substring(ROOT.length() + 1);
        int dot = below.indexOf('.');
        return Optional.of(dot < 0 ? below : below.substring(0, dot));
    }
}
