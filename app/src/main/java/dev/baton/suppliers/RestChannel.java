package dev.baton.suppliers;

import java.net.URI;

/**
 * Where a supplier takes purchase orders by HTTP POST.
 *
 * @param url an http or https address; its signing secret is read from {@link ChannelSecrets}
 */
public record RestChannel(URI url) {}
