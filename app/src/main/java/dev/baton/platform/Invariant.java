package dev.baton.platform;

import java.util.List;

/** Something that is always true of one merchant's data, and that a database can be asked at any time. */
public interface Invariant {

    /** Its number in the list of invariants, such as {@code I5}. */
    String number();

    /** What is always true, in words a person understands. */
    String meaning();

    /**
     * What contradicts it, each in words; none on a sound database. Opens or joins a transaction of the merchant.
     *
     * @param most at most so many, from 1
     */
    List<String> breaches(MerchantId merchant, int most);

    /**
     * Mends what can be mended without asking anybody; answers how many. What cannot stays, and is answered by
     * {@link #breaches} again.
     */
    default int mend(MerchantId merchant) {
        return 0;
    }
}
