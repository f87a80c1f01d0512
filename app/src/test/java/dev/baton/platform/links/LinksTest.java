package dev.baton.platform.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinksTest {

    private final TestBaton baton = TestBaton.shared();
    private final Links links = baton.bean(Links.class);
    private final MerchantId merchant = baton.newMerchant();
    private final UUID order = UUID.randomUUID();
    private final Instant tomorrow =
            baton.clock().instant().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    @Test
    void opensWhatItSigned() {
        String handle = sign(LinkPurpose.PURCHASE_ORDER, tomorrow);

        assertThat(links.open(LinkPurpose.PURCHASE_ORDER, handle))
                .contains(new Links.Opened(merchant, order, 5, tomorrow, 0, false));
        assertThat(handle).matches("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]+");
    }

    @Test
    void saysHowOftenItsSubjectsLinksHadBeenTakenBack() {
        String handle =
                baton.in(merchant, () -> links.sign(merchant, LinkPurpose.PURCHASE_ORDER, order, 5, tomorrow, 200));

        assertThat(links.open(LinkPurpose.PURCHASE_ORDER, handle))
                .contains(new Links.Opened(merchant, order, 5, tomorrow, 200, false));
        for (int i = 0; i < handle.length(); i++) {
            char other = handle.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(links.open(LinkPurpose.PURCHASE_ORDER, handle.substring(0, i) + other + handle.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void opensNothingElse() {
        String handle = sign(LinkPurpose.PURCHASE_ORDER, tomorrow);

        assertThat(links.open(LinkPurpose.TRACKING, handle)).isEmpty();
        for (int i = 0; i < handle.length(); i++) {
            char other = handle.charAt(i) == 'A' ? 'B' : 'A';
            String changed = handle.substring(0, i) + other + handle.substring(i + 1);
            assertThat(links.open(LinkPurpose.PURCHASE_ORDER, changed))
                    .as("letter %d changed", i)
                    .isEmpty();
        }
        for (String garbage : new String[] {"", ".", "x".repeat(23), "é".repeat(30), handle + "AAAA", "a.b"}) {
            assertThat(links.open(LinkPurpose.PURCHASE_ORDER, garbage)).isEmpty();
        }
    }

    @Test
    void opensInNoOtherLettersOfTheSameBytes() {
        String handle = sign(LinkPurpose.PURCHASE_ORDER, tomorrow);
        int end = handle.length() - 1;
        char sibling = (char) (handle.charAt(end) + 1); // A, Q, g or w: the next one differs in an unused bit

        assertThat(handle.charAt(end)).isIn('A', 'Q', 'g', 'w');
        assertThat(links.open(LinkPurpose.PURCHASE_ORDER, handle.substring(0, end) + sibling))
                .isEmpty();
    }

    @Test
    void saysThatItHasExpired() {
        String handle = sign(LinkPurpose.TRACKING, baton.clock().instant().minusSeconds(2));

        assertThat(links.open(LinkPurpose.TRACKING, handle))
                .hasValueSatisfying(opened -> assertThat(opened.expired()).isTrue());
    }

    @Test
    void makesNoKeyForAMerchantNobodyKnows() {
        UUID nobody = UUID.randomUUID();
        String letters = Base64.getUrlEncoder().withoutPadding().encodeToString(MerchantKeys.bytes(nobody));
        String handle = letters + sign(LinkPurpose.TRACKING, tomorrow).substring(letters.length());

        assertThat(links.open(LinkPurpose.TRACKING, handle)).isEmpty();
        assertThat(baton.in(
                        new MerchantId(nobody),
                        () -> baton.bean(MerchantKeys.class).isKnown(new MerchantId(nobody))))
                .isFalse();
    }

    private String sign(LinkPurpose purpose, Instant until) {
        return baton.in(merchant, () -> links.sign(merchant, purpose, order, 5, until));
    }
}
