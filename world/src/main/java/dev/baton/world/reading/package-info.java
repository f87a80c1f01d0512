/**
 * Reads what Baton writes to people: mails, tables, printed pages, bar codes. Start reading at
 * {@link dev.baton.world.reading.MailedOrderReader}.
 */
@NullMarked
package dev.baton.world.reading;

import org.jspecify.annotations.NullMarked;
