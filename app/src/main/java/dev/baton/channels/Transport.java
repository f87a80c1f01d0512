package dev.baton.channels;

/** The way a document came in, and with it the shape it has. */
public enum Transport {
    /** A signed webhook, in the shape of Shopify's REST resources. */
    SHOPIFY_WEBHOOK,
    /** Read from Shopify's Admin GraphQL API: by the poll, or because a notice did not say everything. */
    SHOPIFY_READ,
    /** Posted to Baton's own REST API. */
    API
}
