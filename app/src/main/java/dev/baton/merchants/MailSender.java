package dev.baton.merchants;

/** Who tells a store's customers of their orders: one of them, so that nobody hears of the same thing twice. */
public enum MailSender {
    /** The store mails; Baton asks it to with what it pushes, and sends nothing itself. */
    STORE,
    /** Baton mails; the store is told to keep quiet. */
    BATON
}
