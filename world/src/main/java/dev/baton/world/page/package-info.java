/**
 * The world's own page: what each party did and got, for a person to read. Start reading at
 * {@link dev.baton.world.page.WorldPage}.
 */
@NullMarked
package dev.baton.world.page;

import org.jspecify.annotations.NullMarked;
