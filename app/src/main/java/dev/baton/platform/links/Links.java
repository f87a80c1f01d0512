package dev.baton.platform.links;

import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Tenancy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Links that carry their own permission: {@code {merchant}.{token}}, where the token names one subject, what may be
 * done and until when, and is signed by the merchant's key. Nothing is stored; a link opens its own subject only.
 */
@Component
public final class Links {

    /** How often the links of one subject can be taken back. */
    public static final int MOST_ROUNDS = 255;

    private static final int SUBJECT_BYTES = 16 + 1 + 4;
    private static final int SIGNATURE_BYTES = 16;
    private static final int MERCHANT_LETTERS = 22;
    private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();

    private final MerchantKeys keys;
    private final Tenancy tenancy;
    private final Clock clock;

    Links(MerchantKeys keys, Tenancy tenancy, Clock clock) {
        this.keys = keys;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * A link that was opened.
     *
     * @param actions what its maker allowed, bit by bit; the meaning is the maker's
     * @param round how often its subject's links had been taken back when it was made
     * @param expired true: it may still say what it was for, but nothing may be done with it
     */
    public record Opened(MerchantId merchant, UUID subject, int actions, Instant until, int round, boolean expired) {}

    /**
     * Signs a link; needs an open transaction of the merchant.
     *
     * @param actions 0 to 255
     * @param until kept to the second
     * @return {@code {merchant}.{token}}, letters that need no escaping in an address
     */
    public String sign(MerchantId merchant, LinkPurpose purpose, UUID subject, int actions, Instant until) {
        return sign(merchant, purpose, subject, actions, until, 0);
    }

    /**
     * As above, of a subject whose links were taken back before.
     *
     * @param round how often, 0 to {@value #MOST_ROUNDS}; its maker keeps count and refuses links of a former one
     */
    public String sign(MerchantId merchant, LinkPurpose purpose, UUID subject, int actions, Instant until, int round) {
        if (actions < 0 || actions > 255) {
            throw new IllegalArgumentException("actions are 0 to 255, not " + actions);
        }
        if (round < 0 || round > MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds are 0 to " + MOST_ROUNDS + ", not " + round);
        }
        ByteBuffer said = ByteBuffer.allocate(SUBJECT_BYTES + (round == 0 ? 0 : 1))
                .put(MerchantKeys.bytes(subject))
                .put((byte) actions)
                .putInt((int) until.getEpochSecond());
        if (round > 0) {
            said.put((byte) round);
        }
        byte[] body = said.array();
        byte[] token = ByteBuffer.allocate(body.length + SIGNATURE_BYTES)
                .put(body)
                .put(signature(merchant, purpose, body))
                .array();
        return LETTERS.encodeToString(MerchantKeys.bytes(merchant.value())) + "." + LETTERS.encodeToString(token);
    }

    /** Whether a link says that it is of this merchant; whoever joins a transaction of the merchant asks it first. */
    public boolean isOf(MerchantId merchant, String handle) {
        return handle.startsWith(LETTERS.encodeToString(MerchantKeys.bytes(merchant.value())) + ".");
    }

    /**
     * Opens a link; joins an open transaction of its merchant, or opens one of its own.
     *
     * @return empty when it is none of ours, was changed, or was made for another purpose
     */
    public Optional<Opened> open(LinkPurpose purpose, String handle) {
        if (handle.length() < MERCHANT_LETTERS + 2 || handle.length() > 100 || handle.charAt(MERCHANT_LETTERS) != '.') {
            return Optional.empty();
        }
        byte[] merchantBytes = bytes(handle.substring(0, MERCHANT_LETTERS));
        byte[] token = bytes(handle.substring(MERCHANT_LETTERS + 1));
        int said = token.length - SIGNATURE_BYTES;
        if (merchantBytes.length != 16 || said < SUBJECT_BYTES || said > SUBJECT_BYTES + 1) {
            return Optional.empty();
        }
        MerchantId merchant = new MerchantId(uuid(ByteBuffer.wrap(merchantBytes)));
        byte[] body = Arrays.copyOf(token, said);
        byte[] claimed = Arrays.copyOfRange(token, said, token.length);
        boolean ours = tenancy.inTransaction(
                merchant,
                () -> keys.isKnown(merchant) && MessageDigest.isEqual(claimed, signature(merchant, purpose, body)));
        if (!ours) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(body);
        UUID subject = uuid(read);
        int actions = Byte.toUnsignedInt(read.get());
        Instant until = Instant.ofEpochSecond(Integer.toUnsignedLong(read.getInt()));
        int round = read.hasRemaining() ? Byte.toUnsignedInt(read.get()) : 0;
        return Optional.of(new Opened(
                merchant, subject, actions, until, round, clock.instant().isAfter(until)));
    }

    private byte[] signature(MerchantId merchant, LinkPurpose purpose, byte[] body) {
        String text = "link:" + (char) purpose.code() + ":" + LETTERS.encodeToString(body);
        return Arrays.copyOf(keys.print(merchant, text), SIGNATURE_BYTES);
    }

    /** Only the letters we would write ourselves: the decoder alone would overlook the last one's unused bits. */
    private static byte[] bytes(String letters) {
        try {
            byte[] read = Base64.getUrlDecoder().decode(letters.getBytes(StandardCharsets.US_ASCII));
            return LETTERS.encodeToString(read).equals(letters) ? read : new byte[0];
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }

    private static UUID uuid(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }
}
