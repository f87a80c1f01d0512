/** Tests of stock: figures, claims, deductions, feeds. Start reading at {@link dev.baton.inventory.WorkedExampleTest}. */
@NullMarked
package dev.baton.inventory;

import org.jspecify.annotations.NullMarked;
