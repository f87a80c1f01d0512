package dev.baton.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the app's code may not call or carry, wherever it stands. */
public final class BannedCalls {

    private static final List<String> SECOND_DURABLE_MECHANISM = List.of(
            "org.springframework.scheduling.annotation.Async",
            "org.springframework.transaction.event.TransactionalEventListener",
            "org.springframework.modulith.events.ApplicationModuleListener");

    /** Each reads the system's clock, which no test and no demo can turn. */
    private static final Set<String> READS_OF_THE_SYSTEM_CLOCK = Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDate.now(java.time.ZoneId)",
            "java.time.LocalTime.now()",
            "java.time.LocalTime.now(java.time.ZoneId)",
            "java.time.LocalDateTime.now()",
            "java.time.LocalDateTime.now(java.time.ZoneId)",
            "java.time.OffsetDateTime.now()",
            "java.time.OffsetDateTime.now(java.time.ZoneId)",
            "java.time.ZonedDateTime.now()",
            "java.time.ZonedDateTime.now(java.time.ZoneId)",
            "java.util.Date.<init>()",
            "java.util.Calendar.getInstance()",
            "java.lang.System.currentTimeMillis()");

    private BannedCalls() {}

    /** News is published inside the transaction and its effect is a work row; nothing else promises to happen later. */
    public static ArchRule noSecondDurableMechanism() {
        return ArchRuleDefinition.classes()
                .should(new ArchCondition<JavaClass>("carry none of " + SECOND_DURABLE_MECHANISM) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (String annotation : SECOND_DURABLE_MECHANISM) {
                            Stream.concat(Stream.of(type), type.getCodeUnits().stream())
                                    .filter(place -> carries(place, annotation))
                                    .forEach(place -> events.add(SimpleConditionEvent.violated(
                                            place, "%s carries @%s".formatted(place, annotation))));
                        }
                    }
                });
    }

    private static boolean carries(CanBeAnnotated place, String annotation) {
        return place.isAnnotatedWith(annotation) || place.isMetaAnnotatedWith(annotation);
    }

    /** Time comes from an injected {@link java.time.Clock}. */
    public static ArchRule timeComesFromTheInjectedClock() {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>("not read the system's clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (READS_OF_THE_SYSTEM_CLOCK.contains(access.getTarget().getFullName())) {
                        events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                    }
                }
            }
        });
    }
}
