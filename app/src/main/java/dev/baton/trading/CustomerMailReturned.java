package dev.baton.trading;

import dev.baton.platform.MerchantId;
import java.util.UUID;

/**
 * A mail to a customer came back as undeliverable: it had left, and the customer does not have it. Published in the
 * transaction that noted the report.
 *
 * @param message what the Message-ID of the mail names; a report may be forged, and nothing be called so
 * @param said the mail server's words, with addresses in it
 */
public record CustomerMailReturned(MerchantId merchant, UUID message, String said) {}
