package dev.baton.console;

import dev.baton.console.ListViews.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.RowAct;
import dev.baton.console.OrderViews.Option;
import dev.baton.console.PeopleViews.Member;
import dev.baton.merchants.People;
import dev.baton.merchants.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The list of who works here, by address. */
@Component
class PeopleListing implements Listing<Member> {

    static final String PATH = "/console/people";
    private static final Called CALLED =
            new Called("people", PATH, "People", "", StaffDesk.Place.PEOPLE, Act.SEE_PEOPLE);

    private final People people;

    PeopleListing(People people) {
        this.people = people;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Member>> columns() {
        return List.of(
                Column.of("person", "Person", member -> new Cell.Name(member.email(), null, member.email(), false)),
                Column.of("remark", "Remark", member -> Cell.quiet(state(member))),
                Column.<Member>of("role", "Role", member -> Cell.of(member.roleTitle()))
                        .labelled(),
                Column.<Member>of("since", "Since", member -> Cell.at(member.since()))
                        .onlyWide(),
                Column.<Member>of("seen", "Last here", member -> Cell.at(member.seen()))
                        .onlyWide());
    }

    private static String state(Member member) {
        return member.own() ? "you" : member.canSignIn() ? "" : "no password yet";
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(ListFilter.choice(
                "role",
                "Role",
                Stream.of(Role.values())
                        .map(role -> new ListFilter.Choice(role.word(), role.title()))
                        .toList()));
    }

    @Override
    public Slice<Member> page(Staff staff, Asked asked, int limit) {
        List<Member> found = people.of(staff.merchant()).stream()
                .filter(member -> !asked.has("role") || member.role().word().equals(asked.text("role")))
                .filter(member -> member.email().compareTo(asked.after()) > 0)
                .sorted((one, other) -> one.email().compareTo(other.email()))
                .limit(limit + 1L)
                .map(member -> new Member(
                        member.person().value().toString(),
                        member.email(),
                        member.role().word(),
                        member.role().title(),
                        member.since(),
                        member.seenAt(),
                        member.canSignIn(),
                        member.person().equals(staff.person())))
                .toList();
        return Slice.of(found, limit, Member::email);
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        return people.of(staff.merchant()).stream()
                .filter(member -> !asked.has("role") || member.role().word().equals(asked.text("role")))
                .count();
    }

    @Override
    public String key(Member member) {
        return member.id();
    }

    @Override
    public List<RowAct> acts(Staff staff, Member member) {
        if (!staff.may(Act.MANAGE_PEOPLE)) {
            return List.of();
        }
        List<Option> roles = Stream.of(Role.values())
                .map(role -> new Option(role.word(), role.title(), role.word().equals(member.role())))
                .toList();
        Map<String, String> person = Map.of("person", member.id());
        return List.of(
                new RowAct(
                        PATH + "/role",
                        "Change",
                        "Change the role of " + member.email(),
                        false,
                        person,
                        new Choice("role", "Role of " + member.email(), roles)),
                new RowAct(PATH + "/remove", "Remove", "Remove " + member.email(), true, person, null));
    }

    @Override
    public Empty empty(boolean narrowed) {
        return new Empty("Nobody of that role", "Nobody here has it.", "Show all", PATH);
    }
}
