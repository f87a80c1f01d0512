package dev.baton.world.reading;

import dev.baton.world.ledger.PurchaseOrder;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A purchase order as its supplier read it in a mail.
 *
 * @param links by what their button says: {@code open}, {@code accept} …
 * @param flaws where the mail and its attachments contradict each other or the script, or show what they must not
 */
public record MailedOrder(PurchaseOrder document, Map<String, URI> links, List<Flaw> flaws) {}
