package dev.baton.notifications;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.notifications.CustomerMail.Bought;
import dev.baton.notifications.CustomerMail.Choice;
import dev.baton.notifications.CustomerMail.Row;
import dev.baton.notifications.CustomerMail.Section;
import dev.baton.notifications.CustomerMail.Travel;
import dev.baton.notifications.CustomerOrder.Item;
import dev.baton.notifications.WordMessages.Wording.Worded;
import dev.baton.platform.MerchantId;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailComparison;
import dev.baton.platform.mail.MailComparison.Said;
import dev.baton.platform.mail.MailReading;
import dev.baton.platform.mail.MailRelay;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a mail to a customer back, its heads, its text and its page, and compares all of it with what was meant: every
 * word of it line by line, the goods with the order itself, the links by opening them, the sender with the store's
 * brand. A mail that says anything else does not leave: no line more, such as a supplier's or a cost, and none less.
 */
@Component
class ReadBackMails {

    private static final String PAGE = "/o/";

    private final BrandLookup brands;
    private final Links links;
    private final PublicUrl publicUrl;
    private final MailRelay relay;

    ReadBackMails(BrandLookup brands, Links links, PublicUrl publicUrl, MailRelay relay) {
        this.brands = brands;
        this.links = links;
        this.publicUrl = publicUrl;
        this.relay = relay;
    }

    /**
     * The first difference in words, without what stands there; empty when the mail says what was meant. Needs an open
     * transaction of the merchant.
     */
    Optional<String> difference(MerchantId merchant, MessageKind kind, Worded meant, byte[] bytes) {
        try {
            MailReading read = new MailReading(bytes);
            Brand brand = brands.ofStore(merchant, meant.order().store());
            Comparing comparing = new Comparing(merchant, meant, brand, read, new MailComparison(read));
            comparing.heads();
            comparing.page();
            comparing.text();
            comparing.goods(kind);
            comparing.numbers();
            comparing.links();
            return comparing.found.difference();
        } catch (MessagingException | IOException unreadable) {
            return Optional.of("the mail cannot be read back: " + unreadable.getMessage());
        }
    }

    /** One mail and what was meant by it. */
    private final class Comparing {

        private final MerchantId merchant;
        private final CustomerMail mail;
        private final CustomerOrder order;
        private final List<EventFacts> facts;
        private final Brand brand;
        private final MailReading read;
        private final MailComparison found;

        private Comparing(MerchantId merchant, Worded meant, Brand brand, MailReading read, MailComparison found) {
            this.merchant = merchant;
            this.mail = meant.mail();
            this.order = meant.order();
            this.facts = meant.facts();
            this.brand = brand;
            this.read = read;
            this.found = found;
        }

        private void heads() throws MessagingException {
            String customer = order.customer() == null ? null : order.customer().email();
            found.same(
                    "the recipient",
                    addresses(customer),
                    MailReading.addresses(read.message().getRecipients(RecipientType.TO)));
            found.same(
                    "further readers",
                    List.of(),
                    MailReading.addresses(read.message().getRecipients(RecipientType.CC)));
            Address[] from = read.message().getFrom();
            List<String> sender = addresses(brand.senderAddress());
            found.same(
                    "the sender",
                    sender.isEmpty()
                            ? relay.from().map(MailAddress::toString).stream().toList()
                            : sender,
                    MailReading.addresses(from));
            found.same(
                    "the sender's name",
                    brand.senderName(),
                    Optional.ofNullable(from == null ? null : ((InternetAddress) from[0]).getPersonal()));
            if (!addresses(brand.replyTo()).isEmpty()) {
                found.same(
                        "the address for answers",
                        addresses(brand.replyTo()),
                        MailReading.addresses(read.message().getReplyTo()));
            }
            found.same(
                    "the subject",
                    mail.subject(),
                    Optional.ofNullable(read.message().getSubject()));
            found.same("order number in the subject", 1, mail.subject().contains(order.name()) ? 1 : 0);
        }

        private static List<String> addresses(@Nullable String written) {
            return Optional.ofNullable(written)
                    .flatMap(address -> MailAddress.read(address.strip()))
                    .map(MailAddress::toString)
                    .stream()
                    .toList();
        }

        private void page() {
            List<Said> said = new ArrayList<>();
            if (brand.logo() == null) {
                said.add(new Said("the brand", brand.name()));
            }
            opening(said);
            mail.choices().forEach(choice -> said.add(new Said("an answer", choice.words())));
            if (mail.trackUrl() != null) {
                said.add(new Said("the link to the order", mail.words().say("mail.track")));
            }
            rows(said);
            mail.travels().forEach(travel -> said.add(new Said("the tracking number", travel.words())));
            said.add(new Said("the order number", mail.words().say("mail.order", order.name())));
            said.add(new Said("where to ask", WordMessages.questions(brand, mail.words())));
            Optional.ofNullable(brand.footer()).ifPresent(footer -> said.add(new Said("the legal line", footer)));
            found.whole("its page", said, read.texts());
            found.same("addresses of the page", urls(), read.values("href"));
            boolean pictured = brand.logo() != null;
            found.same("pictures", pictured ? List.of("cid:" + CustomerMail.LOGO) : List.of(), read.values("src"));
            found.same("names of the pictures", pictured ? List.of(brand.name()) : List.of(), read.values("alt"));
            if (!brands.logo(merchant, brand)
                    .map(logo -> Arrays.equals(logo.bytes(), read.pictures().get(CustomerMail.LOGO)))
                    .orElse(read.pictures().isEmpty())) {
                found.differs("the brand's picture");
            }
            boolean coloured =
                    read.values("style").stream().anyMatch(style -> style.contains("solid " + brand.accentColour()));
            found.same("the brand's colour", 1, coloured ? 1 : 0);
        }

        private void opening(List<Said> said) {
            said.add(new Said("its title", mail.title()));
            said.add(new Said("the greeting", mail.hello()));
            said.add(new Said("what it tells", mail.text()));
        }

        private void rows(List<Said> said) {
            int item = 0;
            for (Section section : mail.sections()) {
                said.add(new Said("a heading", section.title()));
                for (Bought bought : section.goods()) {
                    said.add(new Said(
                            "a set", bought.set() == null ? "" : mail.words().say("set", bought.set())));
                    for (Row row : bought.rows()) {
                        item++;
                        said.add(new Said("item " + item, row.title()));
                        said.add(new Said(
                                "item " + item + " quantity", mail.words().say("times", row.quantity())));
                    }
                }
            }
        }

        private void text() {
            List<Said> said = new ArrayList<>();
            opening(said);
            mail.sections().forEach(section -> {
                said.add(new Said("a heading", section.title() + ":"));
                section.goods().forEach(bought -> goods(bought, said));
            });
            for (Travel travel : mail.travels()) {
                said.add(new Said("the tracking number", travel.words()));
                said.add(new Said("the carrier's page", Objects.requireNonNullElse(travel.url(), "")));
            }
            for (Choice choice : mail.choices()) {
                said.add(new Said("an answer", choice.words()));
                said.add(new Said("an answer's address", Objects.requireNonNullElse(choice.url(), "")));
            }
            if (mail.trackUrl() != null) {
                said.add(new Said("the link to the order", mail.words().say("mail.track") + ":"));
                said.add(new Said("the link's address", mail.trackUrl()));
            }
            said.add(new Said("where to ask", WordMessages.questions(brand, mail.words())));
            said.add(new Said("the brand", brand.name()));
            said.add(new Said("the legal line", Objects.requireNonNullElse(brand.footer(), "")));
            found.whole(
                    "its text",
                    said.stream()
                            .flatMap(each -> each.words().lines().map(line -> new Said(each.place(), line)))
                            .toList(),
                    read.lines());
        }

        private void goods(Bought bought, List<Said> said) {
            if (bought.set() != null) {
                said.add(new Said("a set", mail.words().say("set", bought.set()) + ":"));
            }
            bought.rows()
                    .forEach(row -> said.add(
                            new Said("an item", mail.words().say("times", row.quantity()) + " " + row.title())));
        }

        /** The goods with the order itself, whoever put them into words. */
        private void goods(MessageKind kind) {
            Map<String, Integer> about = shown(true);
            boolean right = switch (kind) {
                case CONFIRMED, ASKED -> about.equals(units(item -> item.ordered() - item.cancelled()));
                case SHIPPED, AFTER_ALL, DELIVERED, LOST, FOUND -> about.equals(units(this::told));
                case CANCELLED -> within(about, units(Item::cancelled));
                case DELAYED -> within(about, units(Item::toCome));
                case REFUNDED -> about.isEmpty();
            };
            // a supplier may have sent more than was ordered
            boolean rest = within(shown(false), units(item -> Math.max(item.ordered(), item.sent())));
            if (!right || !rest) {
                found.differs("an item or its quantity, beside the order itself,");
            }
        }

        private Map<String, Integer> shown(boolean main) {
            Map<String, Integer> shown = new HashMap<>();
            for (Section section : mail.sections()) {
                for (Bought bought : section.main() == main ? section.goods() : List.<Bought>of()) {
                    bought.rows()
                            .forEach(row -> shown.merge(
                                    key(row.storeLineId(), bought.set(), row.title()), row.quantity(), Integer::sum));
                }
            }
            return shown;
        }

        private static boolean within(Map<String, Integer> shown, Map<String, Integer> most) {
            return shown.entrySet().stream()
                    .allMatch(row -> row.getValue() > 0 && row.getValue() <= most.getOrDefault(row.getKey(), 0));
        }

        private Map<String, Integer> units(ToIntFunction<Item> of) {
            Map<String, Integer> units = new HashMap<>();
            for (Item item : order.items()) {
                units.merge(key(item.storeLineId(), item.set(), item.title()), of.applyAsInt(item), Integer::sum);
            }
            units.values().removeIf(quantity -> quantity == 0);
            return units;
        }

        private int told(Item item) {
            return facts.stream()
                    .flatMap(each -> each.units().stream())
                    .filter(units -> units.line().equals(item.id().value()))
                    .mapToInt(EventFacts.Units::quantity)
                    .sum();
        }

        private static String key(String line, @Nullable String set, String title) {
            return line + "\n" + set + "\n" + title;
        }

        /** Each parcel it tells of by its number, and no other. */
        private void numbers() {
            List<CustomerOrder.Parcel> told = order.parcels().stream()
                    .filter(parcel -> !mail.travels().isEmpty()
                            && !parcel.number().isEmpty()
                            && facts.stream()
                                    .anyMatch(each -> parcel.id().value().equals(each.parcel())))
                    .toList();
            found.same("number of parcels", told.size(), mail.travels().size());
            for (int i = 0; i < Math.min(told.size(), mail.travels().size()); i++) {
                Travel travel = mail.travels().get(i);
                if (!travel.words().contains(told.get(i).number())
                        || !Objects.equals(travel.url(), told.get(i).url())) {
                    found.differs("the number of parcel " + (i + 1));
                }
            }
        }

        /** Where the page's links lead, in its order. */
        private List<String> urls() {
            return Stream.of(
                            mail.choices().stream().map(Choice::url),
                            Stream.ofNullable(mail.trackUrl()),
                            mail.travels().stream().map(Travel::url))
                    .flatMap(each -> each)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** Each link of ours opens this order and no other, and answers only where it asks. */
        private void links() {
            mail.choices().forEach(choice -> link(choice.url(), TrackingLink.LOOK | TrackingLink.ANSWER));
            link(mail.trackUrl(), TrackingLink.LOOK);
        }

        private void link(@Nullable String url, int actions) {
            if (url == null) {
                return;
            }
            String page = publicUrl.of(PAGE).map(Object::toString).orElse("");
            String handle = url.startsWith(page) ? url.substring(page.length()).replaceFirst("\\?say=.*", "") : "";
            boolean right = links.isOf(merchant, handle)
                    && links.open(LinkPurpose.TRACKING, handle)
                            .filter(opened -> opened.subject().equals(order.id().value())
                                    && opened.actions() == actions
                                    && !opened.expired())
                            .isPresent();
            if (!right) {
                found.differs("the order a link opens");
            }
        }
    }
}
