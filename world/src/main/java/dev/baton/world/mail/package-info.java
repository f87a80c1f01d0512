/**
 * The world's mail: a server that takes mail by SMTP, mailboxes that are read, and the mailbox returned mail comes to.
 * Start reading at {@link dev.baton.world.mail.MailHouse}.
 */
@NullMarked
package dev.baton.world.mail;

import org.jspecify.annotations.NullMarked;
