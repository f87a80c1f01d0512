package dev.baton.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.testing.TestBaton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DefineSupplierTest {

    private static final String SECRET = "whsec_"
            + Base64.getEncoder()
                    .encodeToString("a secret of thirty-two bytes, yes".getBytes(StandardCharsets.US_ASCII));

    private final TestBaton baton = TestBaton.shared();
    private final DefineSupplier define = baton.bean(DefineSupplier.class);
    private final SupplierLookup lookup = baton.bean(SupplierLookup.class);
    private final MerchantId merchant = new MerchantId(UUID.randomUUID());

    @Test
    void readsBackWhatWasAgreed() {
        SupplierId acme = define.define(
                merchant,
                SampleSupplier.coded("acme")
                        .counting(Netting.NET)
                        .bookingWithin(60)
                        .rates(new ShippingRate("DE", 5_000, 390), new ShippingRate("*", 5_000, 990))
                        .shipMethods(new ShipMethod("express", "EXP1", "dhl"))
                        .channel("https://acme.test/orders", SECRET)
                        .definition());

        SupplierTerms terms = terms(acme);

        assertThat(terms.netting()).isEqualTo(Netting.NET);
        assertThat(terms.bookingLagSeconds()).isEqualTo(60);
        assertThat(terms.rates())
                .containsExactlyInAnyOrder(new ShippingRate("DE", 5_000, 390), new ShippingRate("*", 5_000, 990));
        assertThat(terms.shipMethods()).containsExactly(new ShipMethod("express", "EXP1", "dhl"));
        assertThat(terms.hours())
                .isEqualTo(SampleSupplier.coded("x").definition().hours());
        assertThat(terms.instructions()).isEqualTo(new Instructions("Plain box", null, null));
        assertThat(terms.channel()).isEqualTo(new RestChannel(URI.create("https://acme.test/orders")));
        assertThat(terms.paused()).isFalse();
        assertThat(terms.live()).isTrue();
    }

    @Test
    void definingAgainReplacesTheTermsAndKeepsTheId() {
        SupplierId first = define.define(merchant, SampleSupplier.coded("acme").definition());
        assertThat(terms(first).rates()).hasSize(1);

        SupplierId second = define.define(
                merchant, SampleSupplier.coded("acme").rates().watched().definition());

        assertThat(second).isEqualTo(first);
        assertThat(terms(first).rates()).isEmpty();
        assertThat(terms(first).live()).isFalse();
    }

    @Test
    void readsBackWhereItReadsMailAndInWhichLanguage() {
        SupplierId acme = define.define(
                merchant,
                SampleSupplier.coded("acme")
                        .mail("orders@acme.example", "boss@acme.example", "de")
                        .definition());

        assertThat(terms(acme).mail()).isEqualTo(new MailChannel("orders@acme.example", "boss@acme.example"));
        assertThat(terms(acme).language()).isEqualTo("de");
        assertThat(terms(acme).isMailed()).isTrue();
    }

    @Test
    void aSupplierWithBothChannelsGetsPurchaseOrdersByRest() {
        SupplierId acme = define.define(
                merchant,
                SampleSupplier.coded("acme")
                        .channel("https://acme.test/a", SECRET)
                        .mail("orders@acme.example", null, "en")
                        .definition());

        assertThat(terms(acme).isMailed()).isFalse();
    }

    @Test
    void refusesAnAddressThatIsNoneAndALanguageItHasNoWordsOf() {
        SampleSupplier acme = SampleSupplier.coded("acme");

        assertThatThrownBy(() -> define.define(
                        merchant, acme.mail("orders at acme", null, "en").definition()))
                .hasMessageContaining("mail.address");
        assertThatThrownBy(() -> define.define(
                        merchant,
                        acme.mail("orders@acme.example", "a@b, c@d", "en").definition()))
                .hasMessageContaining("mail.cc");
        assertThatThrownBy(() -> define.define(
                        merchant, acme.mail("orders@acme.example", null, "xx").definition()))
                .hasMessageContaining("language");
    }

    @Test
    void keepsTheSecretThatIsNotSentAgain() {
        SupplierId acme = define.define(
                merchant,
                SampleSupplier.coded("acme")
                        .channel("https://acme.test/a", SECRET)
                        .definition());

        define.define(
                merchant,
                SampleSupplier.coded("acme")
                        .channel("https://acme.test/b", null)
                        .definition());

        assertThat(baton.in(merchant, () -> baton.bean(ChannelSecrets.class).signingSecret(merchant, acme)))
                .isEqualTo(SECRET);
    }

    @Test
    void refusesAChannelWithoutAnySecret() {
        SupplierDefinition terms = SampleSupplier.coded("acme")
                .channel("https://acme.test/a", null)
                .definition();

        assertThatThrownBy(() -> define.define(merchant, terms)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(SupplierProblem.CHANNEL_SECRET_MISSING);
            assertThat(problem.field()).isEqualTo("channel.secret");
        });
    }

    @Test
    void refusesATermThatCannotBeAndNamesIt() {
        refused(SampleSupplier.coded("a b").definition(), "code");
        refused(SampleSupplier.coded("a").grace(-1).definition(), "graceSeconds");
        refused(SampleSupplier.coded("a").rates(new ShippingRate("XX", 1, 1)).definition(), "shippingRates[0].country");
        refused(
                SampleSupplier.coded("a")
                        .rates(new ShippingRate("DE", 1, 1), new ShippingRate("DE", 1, 2))
                        .definition(),
                "shippingRates[1].maxWeightGrams");
        refused(SampleSupplier.coded("a").channel("ftp://acme.test", SECRET).definition(), "channel.url");
        refused(SampleSupplier.coded("a").channel("https://acme.test", "secret").definition(), "channel.secret");
        refused(
                SampleSupplier.coded("a")
                        .shipMethods(new ShipMethod("x", "1", "dhl"), new ShipMethod("x", "2", "dhl"))
                        .definition(),
                "shipMethods[1].storeMethod");
    }

    @Test
    void pauseStopsWithItsReasonAndResumeLiftsIt() {
        SupplierId acme = define.define(merchant, SampleSupplier.coded("acme").definition());
        PauseSupplier pause = baton.bean(PauseSupplier.class);

        pause.pause(merchant, acme, "burnt down");
        assertThat(terms(acme).paused()).isTrue();
        assertThat(terms(acme).pauseReason()).isEqualTo("burnt down");
        define.define(merchant, SampleSupplier.coded("acme").definition());
        assertThat(terms(acme).paused()).isTrue();

        pause.resume(merchant, acme);
        assertThat(terms(acme).paused()).isFalse();
    }

    @Test
    void refusesToPauseWhomNobodyKnowsOrWithoutAReason() {
        PauseSupplier pause = baton.bean(PauseSupplier.class);
        SupplierId nobody = new SupplierId(UUID.randomUUID());

        assertThatThrownBy(() -> pause.pause(merchant, nobody, "why"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(SupplierProblem.SUPPLIER_UNKNOWN));
        assertThatThrownBy(() -> pause.pause(merchant, nobody, " "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("reason"));
    }

    @Test
    void whatARolledBackTransactionReadIsNotKept() {
        SupplierId acme = define.define(merchant, SampleSupplier.coded("acme").definition());

        assertThatThrownBy(() -> baton.in(merchant, () -> {
                    define.define(
                            merchant, SampleSupplier.coded("acme").grace(77).definition());
                    assertThat(lookup.terms(merchant, Set.of(acme)).get(acme))
                            .extracting(SupplierTerms::graceSeconds)
                            .isEqualTo(77);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(terms(acme).graceSeconds()).isZero();
    }

    @Test
    void oneMerchantsSuppliersAreNotAnothers() {
        SupplierId acme = define.define(merchant, SampleSupplier.coded("acme").definition());
        MerchantId other = new MerchantId(UUID.randomUUID());

        assertThat(baton.in(other, () -> lookup.terms(other, Set.of(acme)))).isEmpty();
        assertThat(baton.in(other, () -> lookup.byCode(other, "acme"))).isEqualTo(Optional.empty());
        assertThat(baton.in(other, () -> lookup.all(other))).isEmpty();
        assertThat(baton.in(merchant, () -> lookup.byCode(merchant, "acme"))).isPresent();
        assertThat(baton.in(merchant, () -> lookup.all(merchant))).hasSize(1);
    }

    private void refused(SupplierDefinition terms, String field) {
        assertThatThrownBy(() -> define.define(merchant, terms)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(SupplierProblem.SUPPLIER_TERM_INVALID);
            assertThat(problem.field()).isEqualTo(field);
        });
    }

    private SupplierTerms terms(SupplierId supplier) {
        SupplierTerms terms = baton.in(
                merchant, () -> lookup.terms(merchant, Set.of(supplier)).get(supplier));
        assertThat(terms).isNotNull();
        return Objects.requireNonNull(terms);
    }
}
