package dev.baton.trading;

/**
 * A link of a mail, shown as a button.
 *
 * @param action what the page it opens is to show first
 * @param isFirst whether it is the one most readers want
 */
public record MailButton(String action, String address, String label, boolean isFirst) {}
