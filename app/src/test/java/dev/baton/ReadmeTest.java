package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.merchants.CreateMerchant;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.MerchantId;
import dev.baton.testing.Readme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The README's first order, typed into a shell as it stands there: each answer is what the README says it is, but for
 * ids, and for what it leaves out by "…". How Baton starts and makes the key, ShellTest sees.
 */
class ReadmeTest {

    private static final String SET_UP = "KEY=$(./baton key create";
    private static final String ORDER = "curl -sS localhost:8080/api/v1/orders -H";
    private static final String DECISION = "curl -sS localhost:8080/api/v1/orders/";

    /** What the README writes where it leaves something out. */
    private static final String LEFT_OUT = "…";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern MAKES_A_KEY = Pattern.compile("\\$\\(\\./baton key create [^)]*--scope admin\\)");

    /** What is left out may be so twice in one object. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final RunningBaton baton = RunningBaton.shared();

    /** By an id of the README, the one that Baton gave. */
    private final Map<String, String> ids = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void theFirstOrderByCurlIsAnsweredAsTheReadmeSays() throws Exception {
        assumeTrue(isThere("curl"), "this machine has no curl to type the README's lines for");
        String key = baton.key(merchant(), "admin");
        String setUp = Readme.typed(SET_UP);
        assertThat(setUp).containsPattern(MAKES_A_KEY);
        String withKey = MAKES_A_KEY.matcher(setUp).replaceFirst(key);

        List<Answer> answers = typed(withKey + Readme.typed(ORDER));

        List<JsonNode> told = json(Readme.answer(SET_UP));
        assertThat(answers).as(answers.toString()).hasSize(told.size() + 1);
        for (int i = 0; i < told.size(); i++) {
            assertThat(answers.get(i).status()).as(answers.toString()).isBetween(200, 299);
            same("answer " + i, told.get(i), answers.get(i).body());
        }
        Answer order = answers.getLast();
        assertThat(Readme.chapter()).contains("Baton answers `" + order.status() + "` with the order");
        JsonNode toldOrder = json(Readme.answer(ORDER)).getFirst();
        same("order", toldOrder, order.body());

        String why = Readme.typed(DECISION)
                .replace(
                        toldOrder.path("id").asString(), order.body().path("id").asString());
        Answer decision = typed("KEY=" + key + "\n" + why).getFirst();
        assertThat(decision.status()).isEqualTo(200);
        same("decision", json(Readme.answer(DECISION)).getFirst(), decision.body());
    }

    /** As the first start makes it, but suppliers see nothing for an hour: no sending begins before Baton answers. */
    private MerchantId merchant() {
        MerchantId merchant = new MerchantId(UUID.randomUUID());
        MerchantSettings first = MerchantSettings.cautious("My shop", FirstStart.CURRENCY, ZoneId.of(FirstStart.ZONE));
        baton.bean(CreateMerchant.class)
                .create(
                        merchant,
                        new MerchantSettings(
                                first.name(),
                                first.bookCurrency(),
                                first.zone(),
                                first.valueLimitMinor(),
                                first.maySplitLines(),
                                first.splitPenaltyMinor(),
                                first.maxReroutes(),
                                first.duplicateWindowHours(),
                                first.customerAnswerHours(),
                                3_600,
                                first.blockedCountries(),
                                first.requireDataPermission(),
                                first.holdUnpaid(),
                                first.marginFloorBps()));
        return merchant;
    }

    private record Answer(int status, JsonNode body) {}

    /** Types the lines into a shell, for this Baton; curl says the status after each answer. */
    private List<Answer> typed(String lines) throws Exception {
        String here = baton.baseUrl().getAuthority();
        Path script = folder.resolve("typed");
        Files.writeString(
                script,
                "curl() { command curl --noproxy '*' --max-time 30 -w '\\n%{http_code}\\n' \"$@\"; }\n"
                        + lines.replace("localhost:8080", here),
                StandardCharsets.UTF_8);
        Path said = folder.resolve("said");
        Process shell = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String all = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(shell.exitValue()).as(all).isZero();
        List<String> words = all.lines().filter(line -> !line.isBlank()).toList();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            assertThat(words.get(i + 1)).as(all).matches("\\d{3}");
            answers.add(new Answer(Integer.parseInt(words.get(i + 1)), JSON.readTree(words.get(i))));
        }
        return answers;
    }

    /** The answers a block of the README shows; long texts are broken into lines there, and what is left out is a field. */
    private static List<JsonNode> json(String block) throws IOException {
        String whole = block.replaceAll("\\n\\s*", " ").replace(LEFT_OUT, "\"" + LEFT_OUT + "\":0");
        return JSON.readerFor(JsonNode.class).<JsonNode>readValues(whole).readAll();
    }

    private void same(String where, JsonNode told, JsonNode answered) {
        if (told.isObject()) {
            Set<String> names = Set.copyOf(told.propertyNames());
            if (!names.contains(LEFT_OUT)) {
                assertThat(answered.propertyNames()).as(where).containsExactlyInAnyOrderElementsOf(names);
            }
            names.stream()
                    .filter(name -> !name.equals(LEFT_OUT))
                    .forEach(name -> same(where + "." + name, told.get(name), answered.path(name)));
        } else if (told.isArray()) {
            assertThat(answered.size()).as("%s: %s", where, answered).isEqualTo(told.size());
            for (int i = 0; i < told.size(); i++) {
                same(where + "[" + i + "]", told.get(i), answered.get(i));
            }
        } else if (told.isString() && ID.matcher(told.asString()).matches()) {
            assertThat(answered.asString()).as(where).matches(ID);
            assertThat(ids.computeIfAbsent(told.asString(), _ -> answered.asString()))
                    .as(where)
                    .isEqualTo(answered.asString());
        } else {
            assertThat(answered).as(where).isEqualTo(told);
        }
    }

    private static boolean isThere(String program) throws Exception {
        try {
            Process asked = new ProcessBuilder(program, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
