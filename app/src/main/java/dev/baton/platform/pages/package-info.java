/** Templates become pages, mails and documents. Start reading at {@link dev.baton.platform.pages.Pages}. */
@NamedInterface("pages")
@NullMarked
package dev.baton.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
