package dev.baton.platform.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where one mailbox is: {@code local@domain}, without a display name. Source: RFC 5321, 4.1.2 and 4.5.3.1, without quoted
 * local parts and address literals, which no supplier or customer gives out.
 *
 * @param local case kept, ASCII
 * @param domain lower case, in its ASCII form (RFC 5891)
 */
public record MailAddress(String local, String domain) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Reads an address as a person writes it, with a domain in any script; empty when it is none. */
    public static Optional<MailAddress> read(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST || at > LONGEST_LOCAL) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        String domain;
        try {
            domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unencodable) {
            return Optional.empty();
        }
        return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches() && domain.length() <= LONGEST
                ? Optional.of(new MailAddress(local, domain))
                : Optional.empty();
    }

    /** Whether the text is an address mail can go to. */
    public static boolean isOne(String text) {
        return read(text).isPresent();
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
