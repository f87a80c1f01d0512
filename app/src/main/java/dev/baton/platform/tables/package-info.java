/**
 * Reads the tables people send each other, row by row and in constant memory: comma, semicolon, tab and pipe separated
 * text in the encodings that occur, and Excel sheets. What a row means is the reader's caller's matter; what is wrong
 * with it is said here, with its number.
 *
 * <p>Calls in: trading (suppliers' stock), catalog's imports, api. News out: none. Tables of the database: none. Start
 * reading at {@link dev.baton.platform.tables.TableFile}.
 */
@NamedInterface("tables")
@NullMarked
package dev.baton.platform.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
