/**
 * Reads the facts of the trade that ship with Baton (carriers, countries): plain tab-separated files of our own making,
 * each naming its source in its head. Calls nothing, owns no table. Start reading at {@link
 * dev.baton.platform.facts.FactFile}.
 */
@NamedInterface("facts")
@NullMarked
package dev.baton.platform.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
