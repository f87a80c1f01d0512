package dev.baton.console;

import dev.baton.console.ListViews.Choice;
import dev.baton.console.ListViews.Effect;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.RowAct;
import dev.baton.console.OrderViews.Option;
import dev.baton.console.PeopleViews.Member;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.merchants.Role;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return List.of(
                ListFilter.text("q", "Address begins with"),
                ListFilter.choice(
                        "role",
                        "Role",
                        Stream.of(Role.values())
                                .map(role -> new ListFilter.Choice(role.word(), role.title()))
                                .toList()),
                ListFilter.choice(
                        "here",
                        "Signed in",
                        List.of(new ListFilter.Choice("yes", "at least once"), new ListFilter.Choice("no", "never"))));
    }

    @Override
    public List<Sort> sorts() {
        return List.of(
                new Sort("person", "Address, A first", "person", true),
                new Sort("newest", "Newest here first", "since", false),
                new Sort("oldest", "Longest here first", "since", true),
                new Sort("seen", "Last here first", "seen", false));
    }

    @Override
    public Slice<Member> page(Staff staff, Asked asked, int limit) {
        Comparator<Member> order = switch (asked.text("sort")) {
            case "newest" -> Comparator.comparing(Member::since).reversed();
            case "oldest" -> Comparator.comparing(Member::since);
            case "seen" ->
                Comparator.<Member, Instant>comparing(PeopleListing::seen).reversed();
            default -> Comparator.comparing(Member::email);
        };
        return WholeList.page(all(staff, asked), order, Member::email, asked.after(), limit);
    }

    private static Instant seen(Member member) {
        return Objects.requireNonNullElse(member.seen(), Instant.MIN);
    }

    private List<Member> all(Staff staff, Asked asked) {
        return people.of(staff.merchant()).stream()
                .filter(member -> member.email().startsWith(asked.text("q").toLowerCase(Locale.ROOT)))
                .filter(member -> !asked.has("role") || member.role().word().equals(asked.text("role")))
                .filter(member -> !asked.has("here")
                        || (member.seenAt() != null) == asked.text("here").equals("yes"))
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
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        return (long) all(staff, asked).size();
    }

    @Override
    public List<BulkAct> bulk() {
        return List.of(new ChangeRole());
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

    /** Gives people another role; undone they have the one from before. */
    private final class ChangeRole implements BulkAct {

        @Override
        public String key() {
            return "role";
        }

        @Override
        public String label() {
            return "Change role";
        }

        @Override
        public Act act() {
            return Act.MANAGE_PEOPLE;
        }

        @Override
        public String question(int rows) {
            return "Change the role of " + persons(rows);
        }

        @Override
        public Given given(Staff staff) {
            return new Given(
                    "role",
                    "To",
                    true,
                    Stream.of(Role.values())
                            .map(role -> new ListFilter.Choice(role.word(), role.title()))
                            .toList(),
                    null);
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return people.of(staff.merchant()).stream()
                    .filter(member -> keys.contains(member.person().value().toString()))
                    .map(member -> new Effect(
                            member.person().value().toString(),
                            member.email(),
                            PATH,
                            "is " + member.role().title() + "; the new role holds from the next click on",
                            true))
                    .toList();
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            PersonId person = new PersonId(UUID.fromString(key));
            Role to = given.word("role", Role.values())
                    .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose a role.", "role"));
            Role before = role(staff, person);
            if (before == null) {
                return null;
            }
            people.changeRole(staff.merchant(), person, to);
            return key + " " + before.word();
        }

        private @Nullable Role role(Staff staff, PersonId person) {
            return people.of(staff.merchant()).stream()
                    .filter(member -> member.person().equals(person))
                    .map(MemberView::role)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String done(int rows) {
            return "The role of " + persons(rows) + " is changed.";
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            int at = handle.indexOf(' ');
            PersonId person = new PersonId(UUID.fromString(handle.substring(0, at)));
            Role before = new Typed(Map.of("role", handle.substring(at + 1)))
                    .word("role", Role.values())
                    .orElse(null);
            if (before == null || role(staff, person) == null) {
                return false;
            }
            try {
                people.changeRole(staff.merchant(), person, before);
                return true;
            } catch (Problem goneFurther) {
                return false;
            }
        }

        private static String persons(int rows) {
            return Moments.counted(rows, "person", "people");
        }
    }
}
