/**
 * The REST API for programs: merchants' own and their suppliers'. It parses, asks an act or a look-up, and prints; it
 * decides nothing.
 *
 * <p>Calls in: HTTP under {@code /api/v1}, the description at {@code /api/openapi.json}. News out: none. Tables: none.
 * Start reading at {@link dev.baton.api.ApiKeyFilter}, then any
 * {@code …Calls} class: one per resource.
 */
@NullMarked
package dev.baton.api;

import org.jspecify.annotations.NullMarked;
