/**
 * Presses the links of Baton's mails as a person's browser does, without JavaScript and without cookies. Start reading at
 * {@link dev.baton.world.links.LinkPages}.
 */
@NullMarked
package dev.baton.world.links;

import org.jspecify.annotations.NullMarked;
