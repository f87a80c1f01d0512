package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.SettingViews.Field;
import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandDefinition;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.DefineBrand;
import dev.baton.merchants.Logo;
import dev.baton.notifications.CustomerWords;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.SentFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The faces customers see: name, colours, logo, sender. */
@RestController
class BrandsScreen {

    static final String PATH = SettingsScreen.PATH + "/brands";
    static final String ONE = PATH + "/one";

    /** What a new brand begins with. */
    private static final BrandDefinition NONE =
            new BrandDefinition("", "", "", null, null, null, null, "#1a6652", "#ffffff", "en", null, null);

    private final BrandLookup brands;
    private final DefineBrand defining;
    private final Tenancy tenancy;
    private final BrandListing listing;
    private final ListDesk lists;
    private final StaffDesk desk;

    BrandsScreen(
            BrandLookup brands,
            DefineBrand defining,
            Tenancy tenancy,
            BrandListing listing,
            ListDesk lists,
            StaffDesk desk) {
        this.brands = brands;
        this.defining = defining;
        this.tenancy = tenancy;
        this.listing = listing;
        this.lists = lists;
        this.desk = desk;
    }

    static String path(String code) {
        return new Where(ONE, Map.of()).with("code", code).toString();
    }

    @Does(Act.SEE_SETTINGS)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return lists.page(staff, typed, listing, typed.text("done").equals("saved") ? "The brand is saved." : "");
    }

    @Does(Act.SEE_SETTINGS)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        String code = typed.text("code");
        Brand brand = tenancy.inTransaction(staff.merchant(), () -> brands.byCode(staff.merchant(), code))
                .orElse(null);
        return page(200, staff, code, brand, brand == null ? null : definition(brand), null);
    }

    @Does(Act.CHANGE_BRANDS)
    @PostMapping(ONE)
    ResponseEntity<String> save(Staff staff, Typed typed) {
        BrandDefinition stated = stated(typed);
        try {
            defining.define(staff.merchant(), stated);
            return Answer.seeOther(PATH + "?done=saved");
        } catch (Problem refused) {
            Brand brand = tenancy.inTransaction(staff.merchant(), () -> brands.byCode(staff.merchant(), stated.code()))
                    .orElse(null);
            return page(refused.code().status(), staff, stated.code(), brand, stated, refused);
        }
    }

    @Does(Act.CHANGE_BRANDS)
    @PostMapping(ONE + "/logo")
    ResponseEntity<String> logo(Staff staff, HttpServletRequest request, Typed typed) throws IOException {
        try (InputStream in = SentFile.of(request).bytes()) {
            defining.logo(staff.merchant(), typed.text("code"), in.readNBytes(DefineBrand.MOST_LOGO_BYTES + 1));
            return Answer.seeOther(path(typed.text("code")));
        }
    }

    private static BrandDefinition stated(Typed typed) {
        return new BrandDefinition(
                typed.text("code"),
                typed.text("name"),
                typed.text("senderName"),
                nothing(typed.text("senderAddress")),
                nothing(typed.text("replyTo")),
                nothing(typed.text("supportUrl")),
                nothing(typed.text("supportEmail")),
                typed.text("accentColour"),
                typed.text("inkOnAccent"),
                typed.text("language"),
                nothing(typed.text("returnInstructions")),
                nothing(typed.text("footer")));
    }

    private static BrandDefinition definition(Brand brand) {
        return new BrandDefinition(
                brand.code(),
                brand.name(),
                brand.senderName(),
                brand.senderAddress(),
                brand.replyTo(),
                brand.supportUrl(),
                brand.supportEmail(),
                brand.accentColour(),
                brand.inkOnAccent(),
                brand.language(),
                brand.returnInstructions(),
                brand.footer());
    }

    private ResponseEntity<String> page(
            int status,
            Staff staff,
            String code,
            @Nullable Brand brand,
            @Nullable BrandDefinition stated,
            @Nullable Problem refused) {
        if (brand == null && stated == null && !code.isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such brand.");
        }
        MerchantId merchant = staff.merchant();
        ResponseEntity<String> page = desk.page(
                staff,
                StaffDesk.Place.SETTINGS,
                stated == null ? "New brand" : stated.name(),
                "",
                "console/brand.jte",
                frame -> new SettingViews.BrandPage(
                        frame,
                        code,
                        stated == null ? "New brand" : stated.name(),
                        brand == null,
                        fields(stated),
                        staff.may(Act.SEE_MESSAGES)
                                ? MessagesScreen.previewPath(code, stated == null ? "en" : stated.language(), "shipped")
                                : "",
                        InstructionsScreen.ofBrand(code),
                        brand == null ? null : picture(merchant, brand),
                        ONE + "/logo?form-token=" + frame.formToken() + "&code=" + code,
                        staff.may(Act.CHANGE_BRANDS),
                        refused == null ? null : refused.field(),
                        refused == null ? null : refused.detail()));
        return ResponseEntity.status(status).headers(page.getHeaders()).body(page.getBody());
    }

    private @Nullable String picture(MerchantId merchant, Brand brand) {
        Optional<Logo> logo = brands.logo(merchant, brand);
        return logo.map(found -> "data:" + found.mediaType() + ";base64,"
                        + Base64.getEncoder().encodeToString(found.bytes()))
                .orElse(null);
    }

    private static List<Field> fields(@Nullable BrandDefinition brand) {
        BrandDefinition shown = brand == null ? NONE : brand;
        return List.of(
                Field.text("name", "Name", "What customers know it by.", shown.name()),
                Field.text("senderName", "Sender of its mails", "Shown beside the address.", shown.senderName()),
                Field.text(
                        "senderAddress",
                        "Address its mails come from",
                        "Empty = the installation's own. Its domain must let your relay send (SPF, DKIM).",
                        shown.senderAddress()),
                Field.text("replyTo", "Mailbox a person reads", "Answers go there.", shown.replyTo()),
                Field.text("supportUrl", "Page with help", "https://…", shown.supportUrl()),
                Field.text("supportEmail", "Address for help", "", shown.supportEmail()),
                Field.colour("accentColour", "Colour", "Buttons and the head of mails.", shown.accentColour()),
                Field.colour(
                        "inkOnAccent",
                        "Ink on the colour",
                        "Readable on it: contrast of 4.5 at least.",
                        shown.inkOnAccent()),
                Field.choice(
                        "language",
                        "Language where the customer's is not known",
                        "",
                        shown.language(),
                        CustomerWords.languages().stream()
                                .map(tag ->
                                        new Option(tag, CustomerWords.of(tag).nameOf(tag)))
                                .toList()),
                Field.text(
                        "returnInstructions",
                        "How to send goods back",
                        "Printed on the packing slip.",
                        shown.returnInstructions()),
                Field.text("footer", "Legal line", "Under mails and slips.", shown.footer()));
    }

    private static @Nullable String nothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
