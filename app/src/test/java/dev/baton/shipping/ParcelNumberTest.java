package dev.baton.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The numbers are made up, their check digits right unless said otherwise. */
class ParcelNumberTest {

    @Test
    void takesTheCarrierTheSupplierNames() {
        ParcelNumber parcel = ParcelNumber.of("UPS Ground", "1z 999 aa1 01 2345 6784");

        assertThat(parcel.carrierCode()).isEqualTo("ups");
        assertThat(parcel.guessed()).isFalse();
        assertThat(parcel.number()).isEqualTo("1Z999AA10123456784");
        assertThat(parcel.url()).contains("1Z999AA10123456784");
        assertThat(parcel.remark()).isNull();
    }

    @Test
    void remarksAWrongCheckDigitAndKeepsTheNumber() {
        ParcelNumber parcel = ParcelNumber.of("ups", "1Z999AA10123456785");

        assertThat(parcel.number()).isEqualTo("1Z999AA10123456785");
        assertThat(parcel.remark()).contains("check digit");
    }

    @Test
    @DisplayName("A number can match several carriers: the supplier's word wins")
    void letsTheSuppliersCarrierWinOverWhatTheNumberLooksLike() {
        ParcelNumber parcel = ParcelNumber.of("fedex", "1Z999AA10123456784");

        assertThat(parcel.carrierCode()).isEqualTo("fedex");
        assertThat(parcel.remark()).isNotNull();
    }

    @Test
    void recognisesTheCarrierWhenNoneIsNamed() {
        ParcelNumber parcel = ParcelNumber.of("", "1Z999AA10123456784");

        assertThat(parcel.carrierCode()).isEqualTo("ups");
        assertThat(parcel.guessed()).isTrue();
        assertThat(parcel.remark()).isNull();
    }

    @Test
    void keepsANumberNobodyKnows() {
        ParcelNumber parcel = ParcelNumber.of("Cousin's van", "AB-1");

        assertThat(parcel.carrierCode()).isEqualTo(ParcelNumber.UNKNOWN_CARRIER);
        assertThat(parcel.number()).isEqualTo("AB1");
        assertThat(parcel.url()).isNull();
        assertThat(parcel.remark()).isNotNull();
    }

    @Test
    void remarksAParcelWithoutANumber() {
        ParcelNumber parcel = ParcelNumber.of("ups", " ");

        assertThat(parcel.carrierCode()).isEqualTo("ups");
        assertThat(parcel.number()).isEmpty();
        assertThat(parcel.remark()).isNotNull();
    }
}
