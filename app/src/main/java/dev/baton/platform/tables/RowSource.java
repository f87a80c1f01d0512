package dev.baton.platform.tables;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Where rows come from, one after another. */
interface RowSource extends Closeable {

    /** The next row, null after the last. */
    @Nullable
    RawRow next();

    TableFormat format();
}
