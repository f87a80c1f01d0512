package dev.baton.console;

import static dev.baton.merchants.Role.FINANCE;
import static dev.baton.merchants.Role.OPERATIONS;
import static dev.baton.merchants.Role.OWNER;
import static dev.baton.merchants.Role.SUPPORT;
import static dev.baton.merchants.Role.VIEWER;

import dev.baton.merchants.Role;
import java.util.Set;

/** Everything that can be done here, and who may: the one table. What a page answers to is one of these. */
enum Act {
    /** Come in by password. */
    SIGN_IN(Needs.NOTHING),
    /** Join by a one-time link. */
    JOIN(Needs.NOTHING),
    /** Go out. */
    SIGN_OUT(Needs.A_PERSON),
    /** Choose whose books are open. */
    CHOOSE_MERCHANT(Needs.A_PERSON),
    /** Look after one's own password and sessions. */
    OWN_ACCOUNT(Needs.A_PERSON),
    /** Choose when the morning's mail of the open merchant comes to oneself. */
    OWN_MORNING(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Look at the day. */
    SEE_TODAY(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Look at orders, customers' names and addresses included. */
    SEE_ORDERS(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Look at what waits for a person. */
    SEE_TASKS(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Say that a task is done. */
    CLOSE_TASK(OWNER, OPERATIONS, SUPPORT, FINANCE),
    /** Let a held order go; besides, the kind of hold says whose decision it is. */
    RELEASE_HOLD(OWNER, OPERATIONS, SUPPORT, FINANCE),
    /** Look at what can be sold, and why. */
    SEE_STOCK(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Let waiting orders have the stock that came. */
    SERVE_BACKORDERS(OWNER, OPERATIONS),
    /** Look at what would have been sent. */
    SEE_WATCH(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Let a store or a supplier go live, or watch it again. */
    GO_LIVE(OWNER, OPERATIONS),
    /** Look at how far setting up has come. */
    SEE_SETUP(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Set the merchant up: business, mail, stores, suppliers, offers. */
    SET_UP(OWNER, OPERATIONS),
    /** See who works here. */
    SEE_PEOPLE(OWNER),
    /** Invite, change roles, remove. */
    MANAGE_PEOPLE(OWNER),
    /** See how pages are made. */
    SEE_STYLE(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER);

    /** What has to be true of whoever asks. */
    enum Needs {
        /** Nothing: the page is the way in. */
        NOTHING,
        /** Somebody is signed in; no merchant need be chosen. */
        A_PERSON,
        /** Somebody is signed in, and is something to the merchant that is open. */
        A_ROLE
    }

    private final Needs needs;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Role> roles;

    Act(Needs needs) {
        this.needs = needs;
        this.roles = Set.of(Role.values());
    }

    Act(Role... roles) {
        this.needs = Needs.A_ROLE;
        this.roles = Set.of(roles);
    }

    Needs needs() {
        return needs;
    }

    boolean isFor(Role role) {
        return roles.contains(role);
    }

    Set<Role> roles() {
        return roles;
    }
}
