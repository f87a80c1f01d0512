package dev.baton.merchants;

import dev.baton.platform.ProblemCode;

/** Why an act on a merchant's own settings is refused. */
public enum MerchantProblem implements ProblemCode {
    /** A setting has a value that cannot be accepted. */
    SETTING_INVALID(422, "A setting is not valid"),
    /** A store's term has a value that cannot be accepted. */
    STORE_INVALID(422, "A store's term is not valid"),
    /** A store stays of the kind it was made; define another one. */
    STORE_KIND_FIXED(409, "The kind of a store cannot change"),
    /** A brand has a value that cannot be accepted. */
    BRAND_INVALID(422, "A brand's term is not valid"),
    /** A picture that cannot be a logo. */
    LOGO_INVALID(422, "The logo cannot be used"),
    /** A rate has a value that cannot be accepted. */
    RATE_INVALID(422, "An exchange rate is not valid"),
    /** A key has a name or scope that cannot be accepted. */
    KEY_INVALID(422, "The key cannot be made so"),
    /** The link is not known, was used, or is too old. */
    INVITATION_GONE(410, "The link does not work any more"),
    /** An e-mail address or password that cannot be accepted. */
    SIGN_UP_INVALID(422, "The e-mail address or password is not valid");

    private final int status;
    private final String title;

    MerchantProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
