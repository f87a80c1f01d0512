package dev.baton.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.carriers.SharedDefinitions.Definition;
import dev.baton.carriers.Verdict.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Our facts against the field's public definitions, both ways round, on made-up numbers. */
class SharedDefinitionsTest {
    private static final int SAMPLES = 300;
    private static final int FORMATS = 39;

    /** What we know beyond the definitions: a number taken by one of these says nothing against us. */
    private static final Set<String> OURS_ALONE = Set.of(
            "ups_mail_innovations", "fedex_door_tag", "sf_express", "fourpx", "cainiao_lp", "yanwen_yp", "dpd_28");

    private static SharedDefinitions shared = new SharedDefinitions(List.of());

    @BeforeAll
    static void readDefinitions() {
        shared = SharedDefinitions.read();
        assumeTrue(!shared.definitions().isEmpty(), "The shared documents are not at hand");
    }

    @Test
    void recognisesAllThirtyNineFormats() {
        Set<String> recognised = new HashSet<>();
        Random random = new Random(39);
        for (Definition definition : shared.definitions()) {
            String number = LayoutSamples.one(definition.pattern(), random).orElseThrow();
            if (recognisedCouriers(withRightCheckDigit(definition, number)).contains(definition.courier())) {
                recognised.add(definition.courier() + " " + definition.name());
            }
        }
        assertThat(recognised).hasSize(FORMATS);
    }

    @TestFactory
    Stream<DynamicTest> agreesOnEveryNumberOfEveryDefinition() {
        return shared.definitions().stream()
                .map(definition ->
                        dynamicTest(definition.courier() + ": " + definition.name(), () -> agrees(definition)));
    }

    private static void agrees(Definition definition) {
        Random random = new Random(7);
        int valid = 0;
        for (int i = 0; i < SAMPLES; i++) {
            String number = LayoutSamples.one(definition.pattern(), random).orElseThrow();
            String right = withRightCheckDigit(definition, number);
            valid += definition.accepts(right) ? 1 : 0;
            assertAgreement(definition.courier(), right);
            assertAgreement(definition.courier(), number);
            assertAgreement(definition.courier(), mutated(right, random));
            assertAgreement(definition.courier(), right.substring(1));
            assertAgreement(definition.courier(), right + random.nextInt(10));
        }
        assertThat(valid).as("numbers the definition itself takes").isGreaterThan(SAMPLES / 2);
    }

    @TestFactory
    Stream<DynamicTest> theDefinitionsTakeTheNumbersOfEveryFormatOfOurs() {
        return CarrierFacts.get().formats().stream()
                .filter(format -> format.own() && !OURS_ALONE.contains(format.id()))
                .map(format -> dynamicTest(format.id(), () -> isTakenByTheDefinitions(format)));
    }

    private static void isTakenByTheDefinitions(Format format) {
        Random random = new Random(11);
        String courier = courier(format);
        for (int i = 0; i < SAMPLES; i++) {
            String number = ours(format, random);
            assertAgreement(courier, number);
        }
    }

    /** The definitions write LaserShip's piece behind a dash, which we set aside. */
    private static String ours(Format format, Random random) {
        String number = LayoutSamples.one(format.layout(), random).orElseThrow();
        return format.id().equals("lasership_1ls7_18") ? number.substring(0, 16) + "-1" : number;
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTheDefinitionsOwnSamples() {
        return shared.definitions().stream()
                .filter(definition -> !definition.samples().isMissingNode())
                .map(definition -> dynamicTest(definition.courier() + ": " + definition.name(), () -> {
                    texts(definition.samples().path("valid")).forEach(number -> {
                        assertThat(TrackingNumbers.check(definition.courier(), number))
                                .as(number)
                                .isInstanceOf(Valid.class);
                        assertThat(recognisedCouriers(number)).as(number).contains(definition.courier());
                    });
                    texts(definition.samples().path("invalid"))
                            .filter(number -> !shared.courierAccepts(definition.courier(), number))
                            .forEach(number -> assertThat(TrackingNumbers.check(definition.courier(), number))
                                    .as(number)
                                    .isNotInstanceOf(Valid.class));
                }));
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString);
    }

    /** The definitions leave out OnTrac's letter where the serial begins with its value; OnTrac does not. */
    private static boolean isQuirk(String courier, String number) {
        return courier.equals("ontrac") && (number.startsWith("C4") || number.startsWith("D5"));
    }

    private static void assertAgreement(String courier, String number) {
        if (isQuirk(courier, number)) {
            return;
        }
        boolean theirs = shared.courierAccepts(courier, number);
        Verdict ours = TrackingNumbers.check(courier, number);
        if (theirs) {
            assertThat(ours).as(courier + " " + number).isInstanceOf(Valid.class);
            assertThat(recognisedCouriers(number)).as(number).contains(courier);
        } else if (ours instanceof Valid valid) {
            assertThat(beyondTheDefinitions(valid.format()) || isTerritory(courier, valid))
                    .as(courier + " " + number + " " + valid)
                    .isTrue();
        }
    }

    /** The definitions list the UPU's members only; we also know the posts of territories. */
    private static boolean isTerritory(String courier, Valid valid) {
        String number = valid.number().normalised();
        Definition s10 = shared.definitions().stream()
                .filter(definition -> !definition.issuers().isEmpty())
                .findFirst()
                .orElseThrow();
        return courier.equals("s10") && !s10.issuers().contains(number.substring(number.length() - 2));
    }

    private static boolean beyondTheDefinitions(String format) {
        return OURS_ALONE.contains(format)
                || CarrierFacts.get().formats().stream().anyMatch(it -> it.id().equals(format) && !it.own());
    }

    private static Set<String> recognisedCouriers(String number) {
        Set<String> couriers = new HashSet<>();
        TrackingNumbers.recognise(number).forEach(found -> {
            couriers.add(found.format().equals("s10") ? "s10" : found.carrier().family());
        });
        return couriers;
    }

    private static String courier(Format format) {
        return CarrierFacts.get().carrier(format.carrier()).family();
    }

    private static String withRightCheckDigit(Definition definition, String number) {
        JsonNode checksum = definition.validation().path("checksum");
        var matcher = definition.pattern().matcher(number);
        if (checksum.isMissingNode() || !matcher.matches()) {
            return number;
        }
        String expected = SharedChecksums.expected(definition.serial(matcher.group("SerialNumber")), checksum);
        String fixed = number.substring(0, matcher.start("CheckDigit"))
                + expected
                + number.substring(matcher.end("CheckDigit"));
        return definition.issuers().isEmpty()
                ? fixed
                : fixed.substring(0, fixed.length() - 2)
                        + definition
                                .issuers()
                                .get(Math.floorMod(
                                        fixed.hashCode(), definition.issuers().size()));
    }

    private static String mutated(String number, Random random) {
        int at = random.nextInt(number.length());
        return number.substring(0, at) + random.nextInt(10) + number.substring(at + 1);
    }
}
