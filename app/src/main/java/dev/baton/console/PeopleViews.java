package dev.baton.console;

import dev.baton.platform.pages.Shell;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages about people show. */
public final class PeopleViews {

    private PeopleViews() {}

    /**
     * One's own account.
     *
     * @param shortest fewest characters of a password
     * @param field which field of the password's form is wrong; null = none
     * @param wishes when the morning's mail may come; empty = no merchant is open
     */
    public record Account(
            Shell shell,
            String formToken,
            String email,
            Moments moments,
            List<Session> sessions,
            int shortest,
            @Nullable String notice,
            @Nullable String field,
            @Nullable String trouble,
            List<Wish> wishes) {}

    /** A choice of when the morning's mail comes. */
    public record Wish(String word, String words, boolean chosen) {}

    /** A browser one is signed in with; {@code own} = this one. */
    public record Session(String id, String browser, String address, Instant began, Instant seen, boolean own) {}

    /**
     * Who works here.
     *
     * @param link the invitation's address, shown once to whoever invited; null = nobody was invited just now
     * @param mailed whether it was mailed as well
     * @param field which field of the invitation's form is wrong; null = none
     */
    public record People(
            Frame frame,
            ListViews.Page members,
            List<Invited> invitations,
            List<RoleWord> roles,
            String email,
            @Nullable String link,
            boolean mailed,
            @Nullable String field,
            @Nullable String trouble) {}

    /** Somebody who works here; {@code seen} null = never signed in. */
    public record Member(
            String id,
            String email,
            String role,
            String roleTitle,
            Instant since,
            @Nullable Instant seen,
            boolean canSignIn,
            boolean own) {}

    /** Somebody invited. */
    public record Invited(String handle, String email, String role, Instant until) {}

    /** A role one can give. */
    public record RoleWord(String word, String title, String means) {}
}
