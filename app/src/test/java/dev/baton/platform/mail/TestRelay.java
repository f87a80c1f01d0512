package dev.baton.platform.mail;

/** A relay of a test, for modules that send by one. */
public final class TestRelay {

    private TestRelay() {}

    /** The relay that listens there without encryption. */
    public static MailRelay at(int port) {
        return new MailRelay("smtp://127.0.0.1:" + port + "?starttls=off", "baton@shop.example");
    }

    /** No relay at all. */
    public static MailRelay none() {
        return new MailRelay("", "");
    }
}
