package dev.baton.merchants;

import dev.baton.merchants.Directory.Invitation;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who works for a merchant, as what, and who is invited. People stand in directory tables, another role's, so that an
 * act writes its audit row first and commits it last: what is refused leaves none, and what is done has one unless the
 * database is lost in between.
 */
@Component
public final class People {

    private static final Pattern HANDLE = Pattern.compile("[0-9a-f]{64}");

    private final Tenancy tenancy;
    private final Audit audit;
    private final Directory directory;
    private final Members members;

    People(Tenancy tenancy, Audit audit, Directory directory, Members members) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.directory = directory;
        this.members = members;
    }

    /** The merchants a person works for, oldest first. */
    public List<MerchantId> merchantsOf(PersonId person) {
        return members.merchantsOf(person);
    }

    /** Those who work for the merchant, by address. */
    public List<MemberView> of(MerchantId merchant) {
        return members.of(merchant);
    }

    /** Links that still work, the last to end first. */
    public List<InvitationView> invitations(MerchantId merchant) {
        return members.invitations(merchant);
    }

    /**
     * Invites somebody by a one-time link.
     *
     * @return the link's token; only its hash is stored
     * @throws Problem {@link MerchantProblem#SIGN_UP_INVALID} with the field: no address, or one that works there
     */
    public String invite(MerchantId merchant, String email, Role role) {
        String address = JoinMerchant.checkedEmail(email);
        if (members.of(merchant).stream().anyMatch(member -> member.email().equals(address) && member.canSignIn())) {
            throw new Problem(
                    MerchantProblem.SIGN_UP_INVALID,
                    address + " works here already; change the role in the list instead.",
                    "email");
        }
        String token = Token.next();
        byte[] hash = Token.sha256(token);
        tenancy.run(merchant, () -> {
            record(merchant, "InvitePerson", "invitation", named(hash), null, role.word());
            directory.invite(hash, new Invitation(merchant, role.word(), address), JoinMerchant.LINK_VALID);
        });
        return token;
    }

    /**
     * Ends a link before it is used.
     *
     * @throws Problem NOT_FOUND when it does not work any more
     */
    public void revoke(MerchantId merchant, String handle) {
        if (!HANDLE.matcher(handle).matches()) {
            throw gone("This link does not work any more.");
        }
        byte[] hash = HexFormat.of().parseHex(handle);
        tenancy.run(merchant, () -> {
            record(merchant, "RevokeInvitation", "invitation", named(hash), null, "revoked");
            if (!members.revoke(merchant, hash)) {
                throw gone("This link does not work any more.");
            }
        });
    }

    /**
     * Gives somebody another role; it holds from the next click on.
     *
     * @throws Problem CONFLICT when nobody would own the merchant any more, or the person left
     */
    public void changeRole(MerchantId merchant, PersonId person, Role role) {
        Role before = role(merchant, person);
        tenancy.run(merchant, () -> {
            record(merchant, "ChangeRole", "person", person.value(), before.word(), role.word());
            if (!members.change(merchant, person, role)) {
                throw lastOwner();
            }
        });
    }

    /**
     * Ends somebody's work for the merchant; the next click is refused.
     *
     * @throws Problem CONFLICT when nobody would own the merchant any more, or the person left
     */
    public void remove(MerchantId merchant, PersonId person) {
        Role before = role(merchant, person);
        tenancy.run(merchant, () -> {
            record(merchant, "RemovePerson", "person", person.value(), before.word(), null);
            if (!members.end(merchant, person)) {
                throw lastOwner();
            }
        });
    }

    private Role role(MerchantId merchant, PersonId person) {
        return members.of(merchant).stream()
                .filter(member -> member.person().equals(person))
                .map(MemberView::role)
                .findFirst()
                .orElseThrow(() -> gone("This person does not work here."));
    }

    private void record(
            MerchantId merchant, String act, String what, UUID id, @Nullable String from, @Nullable String to) {
        audit.record(merchant, List.of(new AuditEntry(act, what, id, from, to, null)));
    }

    /** An id to speak of a link by: made of its hash, and opening nothing. */
    private static UUID named(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static Problem lastOwner() {
        return new Problem(
                CommonProblem.CONFLICT,
                "Somebody who can sign in has to own this merchant: make another person owner first.",
                "role");
    }

    private static Problem gone(String detail) {
        return new Problem(CommonProblem.NOT_FOUND, detail);
    }
}
