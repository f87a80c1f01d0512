/**
 * What every module stands on: tenancy and transactions, ids, money, the business clock, the only work
 * engine, documents with their keys, audit, human tasks, human numbers and guarded outside calls.
 *
 * <p>Calls in: every module. News out: none. Tables: work, merchant_key, subject, document, document_part,
 * subject_document, audit, task, number_block. Start reading at {@link dev.baton.platform.Tenancy}.
 */
@NullMarked
package dev.baton.platform;

import org.jspecify.annotations.NullMarked;
