package dev.baton.trading;

import dev.baton.platform.MerchantId;
import org.springframework.stereotype.Component;

/** Has the mailbox read that returned mail comes to, from a merchant's first mail on. */
@Component
public class WatchReturnedMail {

    private final PollReturnedMail poll;

    WatchReturnedMail(PollReturnedMail poll) {
        this.poll = poll;
    }

    /** Mail of the merchant has left, so that something may come back; needs an open transaction of it. */
    public void begin(MerchantId merchant) {
        poll.begin(merchant);
    }
}
