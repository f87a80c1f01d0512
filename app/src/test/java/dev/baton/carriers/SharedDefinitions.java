package dev.baton.carriers;

import dev.baton.testing.SharedDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public definitions of the field (tracking_number_data, MIT) as an oracle: read from the shared documents where
 * they are at hand, with a reading of their check digits that shares no line with the code under test.
 */
record SharedDefinitions(List<Definition> definitions) {
    private static final String FOLDER = "carrier/tracking_number_data-definitions";

    /** One format of one courier as the field defines it. */
    record Definition(
            String courier,
            String name,
            Pattern pattern,
            String text,
            JsonNode validation,
            List<String> issuers,
            JsonNode samples) {

        /** Whether this definition takes the number, check digit and issuing country included. */
        boolean accepts(String number) {
            var matcher = pattern.matcher(number);
            if (!matcher.matches()) {
                return false;
            }
            if (!issuers.isEmpty() && !issuers.contains(matcher.group("CountryCode"))) {
                return false;
            }
            JsonNode checksum = validation.path("checksum");
            return checksum.isMissingNode()
                    || matcher.group("CheckDigit")
                            .equals(SharedChecksums.expected(serial(matcher.group("SerialNumber")), checksum));
        }

        String serial(String digits) {
            JsonNode prepend = validation.path("serial_number_format").path("prepend_if");
            boolean prepended = !prepend.isMissingNode()
                    && Pattern.compile(prepend.path("matches_regex").asString())
                            .matcher(digits)
                            .find();
            return prepended ? prepend.path("content").asString() + digits : digits;
        }
    }

    /** Empty where the shared documents are not at hand. */
    static SharedDefinitions read() {
        Optional<Path> folder = SharedDocuments.find(FOLDER);
        if (folder.isEmpty()) {
            return new SharedDefinitions(List.of());
        }
        List<Definition> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.get())) {
            files.sorted().forEach(file -> all.addAll(definitions(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SharedDefinitions(all);
    }

    boolean courierAccepts(String courier, String number) {
        return definitions.stream().anyMatch(it -> it.courier().equals(courier) && it.accepts(number));
    }

    private static List<Definition> definitions(Path file) {
        JsonNode courier = JsonMapper.shared().readTree(file.toFile());
        List<Definition> all = new ArrayList<>();
        for (JsonNode format : courier.path("tracking_numbers")) {
            String text = regex(format.path("regex"));
            all.add(new Definition(
                    courier.path("courier_code").asString(),
                    format.path("name").asString(),
                    Pattern.compile(text),
                    text,
                    format.path("validation"),
                    issuers(format),
                    format.path("test_numbers")));
        }
        return all;
    }

    private static String regex(JsonNode regex) {
        if (!regex.isArray()) {
            return regex.asString();
        }
        StringBuilder text = new StringBuilder();
        regex.forEach(part -> text.append(part.asString()));
        return text.toString();
    }

    private static List<String> issuers(JsonNode format) {
        List<String> countries = new ArrayList<>();
        if (format.path("validation").path("additional").path("exists").isMissingNode()) {
            return countries;
        }
        for (JsonNode additional : format.path("additional")) {
            if (additional.path("name").asString().equals("Courier")) {
                additional
                        .path("lookup")
                        .forEach(row -> countries.add(row.path("matches").asString()));
            }
        }
        return countries;
    }
}
