package dev.baton.notifications;

import java.util.regex.Pattern;

/** What a mail server said, fit to be kept: servers like to repeat the address they speak of. Pure. */
final class MailWhy {

    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>()\"]+@[^\\s<>()\"]+>?");
    private static final int LONGEST = 500;

    private MailWhy() {}

    static String withoutAddresses(String said) {
        String clean = ADDRESS.matcher(said)
                .replaceAll("…")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
