package dev.baton.orders;

/**
 * Lets go of what a line was resolved to, so that the catalogue is asked again: by what the merchant maps now, for the
 * country the order goes to now.
 */
final class ResolvedAnew {

    private ResolvedAnew() {}

    /**
     * Does so where nobody has any of the line: its units are open, none waits, is promised or was sent. A part of a
     * bundle, or of a mapping to several units, stays what it is: its line is no longer the store's own.
     *
     * @return whether it did
     */
    static boolean letGo(LineState line) {
        boolean whole = line.perUnit == 1 && line.setTitle == null;
        boolean untouched =
                line.in(Bucket.OPEN) > 0 && line.in(Bucket.OPEN) == line.live() && line.cancelRequested == 0;
        if (line.skuId == null || line.storeSku == null || !line.requiresShipping || !whole || !untouched) {
            return false;
        }
        line.sku = line.storeSku;
        line.skuId = null;
        line.touched = true;
        return true;
    }
}
