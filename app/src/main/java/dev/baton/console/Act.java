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
    /** Choose another password by a one-time link. */
    RESET_PASSWORD(Needs.NOTHING),
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
    /** Find orders, purchase orders, parcels, goods and suppliers by what they are called. */
    SEARCH(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Look at what waits for a person. */
    SEE_TASKS(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Say that a task is done. */
    CLOSE_TASK(OWNER, OPERATIONS, SUPPORT, FINANCE),
    /** Let a held order go; besides, the kind of hold says whose decision it is. */
    RELEASE_HOLD(OWNER, OPERATIONS, SUPPORT, FINANCE),
    /** Have a customer asked whether an order was meant. */
    ASK_CUSTOMERS(OWNER, OPERATIONS, SUPPORT),
    /** Mend where an order goes. */
    MEND_ADDRESS(OWNER, OPERATIONS, SUPPORT),
    /** Say what a store's SKU, a supplier's item and a bundle are made of. */
    MAP_GOODS(OWNER, OPERATIONS),
    /** Have a customer told what they were told otherwise before. */
    TELL_CUSTOMERS(OWNER, OPERATIONS, SUPPORT),
    /** Send a customer a mail once more. */
    RESEND_MAIL(OWNER, OPERATIONS, SUPPORT),
    /** Write down what a supplier said by telephone or mail. */
    ANSWER_FOR_SUPPLIER(OWNER, OPERATIONS),
    /** Say whether a supplier's stock file is right. */
    DECIDE_STOCK(OWNER, OPERATIONS),
    /** Say whether a supplier's costs and price lists are right. */
    DECIDE_COSTS(OWNER, OPERATIONS, FINANCE),
    /** Run work again that was set aside. */
    RETRY_WORK(OWNER, OPERATIONS),
    /** Give something that needs a person to a colleague. */
    HAND_OVER(OWNER, OPERATIONS, SUPPORT, FINANCE),
    /** Stop orders by hand. */
    HOLD_ORDERS(OWNER, OPERATIONS, SUPPORT),
    /** Cancel orders; what suppliers have is asked back. */
    CANCEL_ORDERS(OWNER, OPERATIONS, SUPPORT),
    /** Do one thing to many rows; besides, each such thing is an act of its own. */
    ACT_ON_MANY(OWNER, OPERATIONS, SUPPORT, FINANCE),
    /** Take a list away as a file; besides, the list must be one to see. */
    EXPORT_LISTS(OWNER, OPERATIONS, SUPPORT, FINANCE),
    /** Keep a view of a list for oneself. */
    SAVE_VIEWS(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Look at purchase orders. */
    SEE_PURCHASES(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Send documents again, ask suppliers not to ship, decide what they refused to change. */
    ASK_SUPPLIERS(OWNER, OPERATIONS, SUPPORT),
    /** Take back the links a supplier was given. */
    TAKE_BACK_LINKS(OWNER, OPERATIONS, SUPPORT),
    /** Look at suppliers and what is agreed with them. */
    SEE_SUPPLIERS(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Define suppliers, change what is agreed, pause them. */
    MANAGE_SUPPLIERS(OWNER, OPERATIONS),
    /** Correct a parcel's number or carrier. */
    CORRECT_PARCEL(OWNER, OPERATIONS, SUPPORT),
    /** Look at parcels. */
    SEE_PARCELS(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Say that a parcel is lost, or that it turned up. */
    JUDGE_PARCELS(OWNER, OPERATIONS, SUPPORT),
    /** Look at stores and how they are connected. */
    SEE_STORES(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Have all products of a store read anew. */
    READ_STORES(OWNER, OPERATIONS),
    /** Have a store's stock figures kept here, or left alone. */
    KEEP_STORE_STOCK(OWNER, OPERATIONS),
    /** Say who tells a store's customers of what. */
    CHOOSE_SENDERS(OWNER, OPERATIONS),
    /** Look at what can be sold, and why. */
    SEE_STOCK(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Say how many units are never sold. */
    KEEP_BACK(OWNER, OPERATIONS),
    /** Say when to warn of stock. */
    SET_THRESHOLDS(OWNER, OPERATIONS),
    /** Look at suppliers' stock files. */
    SEE_FEEDS(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Send a supplier's stock file by hand. */
    SEND_FILE(OWNER, OPERATIONS),
    /** Say how a supplier's stock files come and what they mean. */
    DEFINE_FEED(OWNER, OPERATIONS),
    /** Look at what is sold, who offers it and at what cost. */
    SEE_PRODUCTS(OWNER, OPERATIONS, SUPPORT, FINANCE, VIEWER),
    /** Say what suppliers offer, at which cost and on which terms. */
    DEFINE_OFFERS(OWNER, OPERATIONS),
    /** Send a supplier's price list by hand. */
    SEND_PRICES(OWNER, OPERATIONS, FINANCE),
    /** Let waiting orders have the stock that came. */
    SERVE_BACKORDERS(OWNER, OPERATIONS),
    /** Look at the settings. */
    SEE_SETTINGS(OWNER, OPERATIONS, FINANCE),
    /** Change the business's name, currency and zone, and how its orders are handled. */
    CHANGE_SETTINGS(OWNER),
    /** Change how brands look and mail. */
    CHANGE_BRANDS(OWNER, OPERATIONS),
    /** Look at what customers are written, and have one sent to oneself. */
    SEE_MESSAGES(OWNER, OPERATIONS, SUPPORT),
    /** See, make and end keys of the API. */
    MANAGE_KEYS(OWNER),
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
