/** Mail: addresses, messages and their way out. Start reading at {@link dev.baton.platform.mail.MailAddress}. */
@NamedInterface("mail")
@NullMarked
package dev.baton.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
