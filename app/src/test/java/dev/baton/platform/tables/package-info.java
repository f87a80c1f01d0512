/** Tests of reading tables. Start reading at {@link dev.baton.platform.tables.TableFileTest}. */
@NullMarked
package dev.baton.platform.tables;

import org.jspecify.annotations.NullMarked;
