package dev.baton.trading;

import java.util.List;

/**
 * Purchase orders whose mails are not written yet, or were written of other facts; the transaction that began them dies,
 * they are written outside of any, and it is done again.
 */
final class Undrafted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never leaves the process
    private final List<MailFacts> mails;

    Undrafted(List<MailFacts> mails) {
        super(mails.size() + " mails have to be written first");
        this.mails = List.copyOf(mails);
    }

    List<MailFacts> mails() {
        return mails;
    }
}
