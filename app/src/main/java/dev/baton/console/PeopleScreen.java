package dev.baton.console;

import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.merchants.Role;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works here, who is invited, and as what. */
@RestController
@RequestMapping("/console/people")
class PeopleScreen {

    private final People people;
    private final Invite invite;
    private final PeopleListing listing;
    private final ListDesk lists;
    private final StaffDesk desk;

    PeopleScreen(People people, Invite invite, PeopleListing listing, ListDesk lists, StaffDesk desk) {
        this.people = people;
        this.invite = invite;
        this.listing = listing;
        this.lists = lists;
        this.desk = desk;
    }

    @Does(Act.SEE_PEOPLE)
    @GetMapping
    ResponseEntity<String> show(Staff staff, Typed typed) {
        String notice = switch (typed.text("done")) {
            case "role" -> "The role is changed; it holds from the next click on.";
            case "removed" -> "The person does not work here any more.";
            case "revoked" -> "The invitation is withdrawn.";
            default -> "";
        };
        return page(staff, typed, notice, "", null, null);
    }

    @Does(Act.MANAGE_PEOPLE)
    @PostMapping("/invite")
    ResponseEntity<String> invite(Staff staff, Typed typed) {
        try {
            Role role = role(typed);
            Invite.Invited invited = invite.invite(staff.merchant(), typed.text("email"), role);
            return page(staff, typed, "", "", invited, null);
        } catch (Problem refused) {
            return page(staff, typed, "", typed.text("email"), null, refused);
        }
    }

    @Does(Act.MANAGE_PEOPLE)
    @PostMapping("/revoke")
    ResponseEntity<String> revoke(Staff staff, Typed typed) {
        people.revoke(staff.merchant(), typed.text("invitation"));
        return Back.saying(Back.of(typed, PeopleListing.PATH), "revoked");
    }

    @Does(Act.MANAGE_PEOPLE)
    @PostMapping("/role")
    ResponseEntity<String> changeRole(Staff staff, Typed typed) {
        people.changeRole(staff.merchant(), person(typed), role(typed));
        return Back.saying(Back.of(typed, PeopleListing.PATH), "role");
    }

    @Does(Act.MANAGE_PEOPLE)
    @PostMapping("/remove")
    ResponseEntity<String> remove(Staff staff, Typed typed) {
        people.remove(staff.merchant(), person(typed));
        return Back.saying(Back.of(typed, PeopleListing.PATH), "removed");
    }

    private static PersonId person(Typed typed) {
        return typed.id("person")
                .map(PersonId::new)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such person.", "person"));
    }

    private static Role role(Typed typed) {
        return typed.word("role", Role.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose a role.", "role"));
    }

    private ResponseEntity<String> page(
            Staff staff,
            Typed typed,
            String notice,
            String email,
            Invite.@Nullable Invited invited,
            @Nullable Problem refused) {
        List<PeopleViews.Invited> invitations = people.invitations(staff.merchant()).stream()
                .map(open -> new PeopleViews.Invited(
                        open.handle(), open.email(), open.role().title(), open.expiresAt()))
                .toList();
        ResponseEntity<String> page = desk.page(
                staff,
                StaffDesk.Place.PEOPLE,
                "People",
                notice,
                "console/people.jte",
                frame -> new PeopleViews.People(
                        frame,
                        lists.view(staff, typed, listing, frame),
                        invitations,
                        Stream.of(Role.values())
                                .map(role -> new PeopleViews.RoleWord(role.word(), role.title(), role.means()))
                                .toList(),
                        email,
                        invited == null ? null : invited.link(),
                        invited != null && invited.mailed(),
                        refused == null ? null : refused.field(),
                        refused == null ? null : refused.detail()));
        return refused == null
                ? page
                : ResponseEntity.status(refused.code().status())
                        .contentType(Answer.HTML)
                        .body(page.getBody());
    }
}
