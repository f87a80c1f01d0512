package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Records of people are kept for years; every version of their form is read for ever. */
class CustomerRecordContentTest {

    @Test
    void readsARecordOfTheFirstVersion() {
        String first = """
                {"schemaVersion": 1,
                 "customer": {"name": "Ada Muster", "email": "ada@customer.example", "phone": null, "locale": "de"},
                 "shipTo": {"name": "Ada Muster", "company": null, "line1": "Probestraße 1", "line2": null,
                   "city": "Berlin", "region": null, "regionCode": null, "postcode": "10115", "countryCode": "DE",
                   "phone": null},
                 "billTo": null, "giftMessage": "For you", "note": null}""";

        CustomerRecords.Content read = JsonMapper.builder().build().readValue(first, CustomerRecords.Content.class);

        assertThat(read.giftMessage()).isEqualTo("For you");
        assertThat(read.customer().name()).isEqualTo("Ada Muster");
        assertThat(read.entered()).isEmpty();
    }
}
