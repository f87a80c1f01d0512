package dev.baton.suppliers;

import java.util.regex.Pattern;

/**
 * The languages suppliers can be written to in: those of which there is a file of words,
 * {@code messages/supplier_mail_{language}.properties}. Adding one is adding its file.
 */
public final class SupplierLanguage {

    /** What a supplier is written to in when nothing was agreed. */
    public static final String DEFAULT = "en";

    private static final Pattern CODE = Pattern.compile("[a-z]{2}");

    private SupplierLanguage() {}

    /** Where the words of a language are among the program's resources. */
    public static String file(String language) {
        return "/messages/supplier_mail_" + language + ".properties";
    }

    /**
     * Whether there are words of that language.
     *
     * @param language ISO 639-1 in lower case
     */
    public static boolean isKnown(String language) {
        return CODE.matcher(language).matches() && SupplierLanguage.class.getResource(file(language)) != null;
    }
}
