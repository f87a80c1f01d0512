/**
 * The database in the box: unpacks PostgreSQL's own programs, keeps one cluster under the data folder, starts it durable
 * and password-protected, and stops it cleanly.
 *
 * <p>Calls in: the program's entry point and the tests; no module of the trade. News out: none. Tables: none; the roles
 * and the empty database are made here, every table by the modules' migrations. A {@code BATON_DATABASE_URL} replaces all
 * of it but {@link dev.baton.postgres.SafetyCheck}.
 *
 * <p>Start reading at {@link dev.baton.postgres.EmbeddedPostgres}.
 */
@NullMarked
package dev.baton.postgres;

import org.jspecify.annotations.NullMarked;
