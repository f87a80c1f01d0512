package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.RunningBaton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Brands: a good case and each refusal. */
class BrandCallsTest {

    private static final String BRAND = """
            {"name": "Nordlicht", "senderAddress": "orders@nordlicht.example", "replyTo": "help@nordlicht.example",
             "supportUrl": "https://nordlicht.example/help", "accentColour": "#0b5d4f", "language": "de",
             "returnInstructions": "Bring it to any parcel shop.", "footer": "Nordlicht GmbH"}""";

    private final ApiClient admin = ApiClient.admin();

    @Test
    void definesABrandAndListsItAfterTheDefaultOne() {
        ApiClient.Reply defined = admin.put("/api/v1/brands/nord", BRAND);
        SetUp.good(defined);

        ApiClient.Reply list = admin.get("/api/v1/brands");

        assertThat(list.at("/items/0/code")).isEqualTo("default");
        assertThat(list.at("/items/0/id")).isEqualTo(admin.merchant().value().toString());
        assertThat(list.at("/items/1/id")).isEqualTo(defined.at("/id"));
        assertThat(list.at("/items/1/senderName")).isEqualTo("Nordlicht");
        assertThat(list.at("/items/1/inkOnAccent")).isEqualTo("#ffffff");
    }

    @Test
    void definingAgainReplacesTheTermsAndKeepsIdAndLogo() throws IOException, InterruptedException {
        ApiClient.Reply first = admin.put("/api/v1/brands/default", BRAND);
        assertThat(sendLogo("default", png(40, 20)).statusCode()).isEqualTo(200);

        ApiClient.Reply second = admin.put("/api/v1/brands/default", BRAND.replace("Nordlicht", "Südlicht"));

        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(second.at("/name")).isEqualTo("Südlicht");
        assertThat(second.json().at("/logo/width").asInt()).isEqualTo(40);
        assertThat(admin.get("/api/v1/brands").json().at("/items")).hasSize(1);
    }

    @Test
    void refusesWhatNoMailCouldWear() {
        assertThat(field(BRAND.replace("#0b5d4f", "green"))).isEqualTo("accentColour");
        assertThat(field(BRAND.replace("#0b5d4f", "#fefefe"))).isEqualTo("inkOnAccent");
        assertThat(field(BRAND.replace("\"Nordlicht\"", "\"Nord\\r\\nBcc: x@y.example\"")))
                .isEqualTo("name");
        assertThat(field(BRAND.replace("orders@nordlicht", "orders at nordlicht")))
                .isEqualTo("senderAddress");
        assertThat(field(BRAND.replace("https://", "javascript:"))).isEqualTo("supportUrl");
        assertThat(field(BRAND.replace("\"de\"", "\"german\""))).isEqualTo("language");
    }

    @Test
    void refusesALogoThatIsNoPictureOrTooLarge() throws IOException, InterruptedException {
        SetUp.good(admin.put("/api/v1/brands/nord", BRAND));

        assertThat(sendLogo("nord", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains("LOGO_INVALID");
        assertThat(sendLogo("nord", new byte[200 * 1024 + 1]).body()).contains("LOGO_INVALID");
        assertThat(sendLogo("nord", png(1_001, 1_000)).body()).contains("LOGO_INVALID");
        assertThat(sendLogo("nobody", png(10, 10)).statusCode()).isEqualTo(404);
    }

    @Test
    void aStoreNamesItsBrandAndWhoMailsItsCustomers() {
        String store = SetUp.API_STORE.replace("}", ", \"brand\": \"nord\", \"notifyCustomer\": \"BATON\"}");
        assertThat(admin.put("/api/v1/stores/wholesale", store).at("/field")).isEqualTo("brand");

        SetUp.good(admin.put("/api/v1/brands/nord", BRAND));
        SetUp.good(admin.put("/api/v1/stores/wholesale", store));

        ApiClient.Reply list = admin.get("/api/v1/stores");
        assertThat(list.at("/items/0/brand")).isEqualTo("nord");
        assertThat(list.at("/items/0/notifyCustomer")).isEqualTo("BATON");
    }

    @Test
    void oneTellsTheStoresCustomersOfEachThing() {
        SetUp.good(admin.put("/api/v1/stores/wholesale", SetUp.API_STORE));
        assertThat(admin.get("/api/v1/stores/wholesale/senders").at("/items/0/sender"))
                .isEqualTo("STORE");

        ApiClient.Reply stated =
                admin.put("/api/v1/stores/wholesale/senders", "{\"senders\": {\"shipped\": \"BATON\"}}");

        assertThat(stated.status()).as(stated.text()).isEqualTo(200);
        ApiClient.Reply read = admin.get("/api/v1/stores/wholesale/senders");
        assertThat(read.text()).isEqualTo(stated.text());
        assertThat(read.at("/notifyCustomer")).isEqualTo("STORE");
        assertThat(read.text())
                .contains("{\"kind\":\"shipped\",\"sender\":\"BATON\",\"stated\":true}")
                .contains("{\"kind\":\"delivered\",\"sender\":\"STORE\",\"stated\":false}");
        SetUp.good(admin.put("/api/v1/stores/wholesale", SetUp.API_STORE));
        assertThat(admin.get("/api/v1/stores/wholesale/senders").text()).isEqualTo(read.text());
        assertThat(admin.put("/api/v1/stores/wholesale/senders", "{\"senders\": {\"told\": \"BATON\"}}")
                        .at("/field"))
                .isEqualTo("senders");
        assertThat(admin.get("/api/v1/stores/nobody/senders").status()).isEqualTo(404);
    }

    private String field(String body) {
        return admin.put("/api/v1/brands/nord", body).at("/field");
    }

    private HttpResponse<String> sendLogo(String code, byte[] picture) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(RunningBaton.shared().baseUrl().resolve("/api/v1/brands/" + code + "/logo"))
                            .header("authorization", "Bearer " + admin.key())
                            .header("content-type", "image/png")
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(picture))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
