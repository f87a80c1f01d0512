package dev.baton.console;

import dev.baton.console.SetupViews.Finding;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;
import org.springframework.stereotype.Component;

/**
 * Looks in the DNS what a sender's domain says about who may send mail for it: SPF (RFC 7208), DMARC (RFC 7489), and
 * that DKIM (RFC 6376) cannot be seen from outside without the selector of the relay. Asks outside; never throws for it.
 */
@Component
class SenderRecords {

    private static final String TIMEOUT_MILLIS = "2000";
    private static final String RETRIES = "1";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,253}");

    /** What a name answered; {@code trouble} empty = it was asked. */
    private record Found(List<String> texts, String trouble) {}

    List<Finding> of(String domain) {
        Found spf = texts(domain);
        if (!spf.trouble().isEmpty()) {
            return List.of(new Finding("DNS", "quiet", spf.trouble()));
        }
        Found dmarc = texts("_dmarc." + domain);
        boolean allows = spf.texts().stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).startsWith("v=spf1"));
        boolean asks = dmarc.texts().stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).startsWith("v=dmarc1"));
        return List.of(
                allows
                        ? new Finding(
                                "SPF", "good", domain + " says who may send for it. Your relay has to be named there.")
                        : new Finding(
                                "SPF",
                                "warn",
                                domain + " says nothing of who may send for it. Add a TXT record v=spf1 with what your"
                                        + " relay tells you to include."),
                new Finding(
                        "DKIM",
                        "quiet",
                        "Your relay signs, with a key under a name only it knows: switch DKIM on there, and look for"
                                + " dkim=pass in the headers of the test mail."),
                asks
                        ? new Finding("DMARC", "good", "_dmarc." + domain + " says what others do with forged mail.")
                        : new Finding(
                                "DMARC",
                                "warn",
                                "_dmarc." + domain + " is missing: large mailboxes want it. Begin with v=DMARC1;"
                                        + " p=none."));
    }

    /**
     * Asks for texts alone: what the DNS answers is never made an object of, and the name is one of letters, digits,
     * dots and dashes.
     */
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private static Found texts(String name) {
        if (!NAME.matcher(name).matches()) {
            return new Found(List.of(), "Could not look: " + name + " is no name the DNS knows.");
        }
        Hashtable<String, String> asked = new Hashtable<>();
        asked.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        asked.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
        asked.put("com.sun.jndi.dns.timeout.retries", RETRIES);
        List<String> texts = new ArrayList<>();
        try {
            InitialDirContext dns = new InitialDirContext(asked);
            try {
                Attributes answer = dns.getAttributes("dns:///" + name, new String[] {"TXT"});
                Attribute found = answer.get("TXT");
                NamingEnumeration<?> values = found == null ? null : found.getAll();
                while (values != null && values.hasMore()) {
                    texts.add(String.valueOf(values.next()).replace("\"", ""));
                }
            } finally {
                dns.close();
            }
            return new Found(texts, "");
        } catch (NameNotFoundException none) {
            return new Found(List.of(), "");
        } catch (NamingException away) {
            return new Found(
                    List.of(),
                    "Could not look: no DNS answered here. Look from elsewhere: the TXT records of the sender's domain"
                            + " and of _dmarc below it.");
        }
    }
}
