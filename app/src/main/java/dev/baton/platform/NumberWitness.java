package dev.baton.platform;

/**
 * Remembers outside of the database which numbers may have been handed out, so that a database put back to an earlier
 * point never hands them out a second time (D12).
 */
public interface NumberWitness {

    /** The restore epoch of this installation: 0 until a start finds a database that has lost numbers. */
    int epoch();

    /**
     * A block was taken; returns when that is remembered for good, and only then may a number of it be used.
     *
     * @param end the first value behind the block
     */
    void blockTaken(MerchantId merchant, String series, int epoch, long end);

    /** For a database that is thrown away as a whole: remembers nothing. */
    static NumberWitness none() {
        return new NumberWitness() {
            @Override
            public int epoch() {
                return 0;
            }

            @Override
            public void blockTaken(MerchantId merchant, String series, int epoch, long end) {
                // nobody outside has seen a number of it
            }
        };
    }
}
