package dev.baton.console;

import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.merchants.SignedIn;
import dev.baton.platform.MerchantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose word a run is: what the person may do now counts, not what they might when they asked for it. */
@Component
class BulkStaff {

    private final People people;
    private final Lists lists;

    BulkStaff(People people, Lists lists) {
        this.people = people;
        this.lists = lists;
    }

    /**
     * What a run needs to go on.
     *
     * @param staff the person, with the role of this moment
     */
    record Charge(Staff staff, Listing<?> listing, BulkAct act) {}

    /** Empty when the person does not work here any more, or may not do it any more. */
    Optional<Charge> of(MerchantId merchant, BulkRun run) {
        return people.of(merchant).stream()
                .filter(member -> member.person().equals(run.person()))
                .findFirst()
                .map(member -> new Staff(signedIn(merchant, run, member), ""))
                .flatMap(staff -> of(staff, run));
    }

    private static SignedIn signedIn(MerchantId merchant, BulkRun run, MemberView member) {
        return new SignedIn(run.id(), member.person(), member.email(), merchant, member.role());
    }

    /** The same of somebody who is here; empty when they may not. */
    Optional<Charge> of(Staff staff, BulkRun run) {
        return lists.all().stream()
                .filter(listing -> listing.called().name().equals(run.list()))
                .filter(listing ->
                        staff.may(Act.ACT_ON_MANY) && staff.may(listing.called().act()))
                .flatMap(listing -> listing.bulk().stream()
                        .filter(act -> act.key().equals(run.act()) && staff.may(act.act()))
                        .<Charge>map(act -> new Charge(staff, listing, act)))
                .findFirst();
    }
}
