package dev.baton.postgres;

/** The database users Baton connects as. None is a superuser and none may bypass row-level security. */
public enum Role {
    /** Owns the database and its tables; used by migrations only. */
    OWNER("baton_owner"),
    /** Does the business, one merchant per transaction; sees no row unless a merchant is set. */
    APP("baton_app"),
    /** Reads the table of due work and nothing else. */
    DISPATCHER("baton_dispatcher"),
    /** Looks up people and keys before a merchant is known; reads directory tables only. */
    GATE("baton_gate");

    private final String userName;

    Role(String userName) {
        this.userName = userName;
    }

    /** The name to connect with. */
    public String userName() {
        return userName;
    }
}
