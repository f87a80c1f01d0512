/**
 * A strict GraphQL server in small: parser, schema of one pinned version, validation in the words Shopify uses, and
 * execution. Start reading at {@link dev.baton.world.graphql.GraphqlServer}.
 */
@NullMarked
package dev.baton.world.graphql;

import org.jspecify.annotations.NullMarked;
