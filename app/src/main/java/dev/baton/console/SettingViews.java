package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of the settings show. */
public final class SettingViews {

    private SettingViews() {}

    /** Where one goes from the settings. */
    public record Door(String path, String title, String text) {}

    /** A field of a form; {@code on} = a tick that is set, for {@code checkbox}. */
    public record Field(
            String name, String label, String means, String type, String value, boolean on, List<Option> options) {

        static Field text(String name, String label, String means, @Nullable String value) {
            return new Field(name, label, means, "text", value == null ? "" : value, false, List.of());
        }

        static Field number(String name, String label, String means, String value) {
            return new Field(name, label, means, "number", value, false, List.of());
        }

        static Field tick(String name, String label, String means, boolean on) {
            return new Field(name, label, means, "checkbox", "yes", on, List.of());
        }

        static Field choice(String name, String label, String means, String value, List<Option> options) {
            return new Field(name, label, means, "select", value, false, options);
        }

        static Field colour(String name, String label, String means, String value) {
            return new Field(name, label, means, "color", value, false, List.of());
        }
    }

    /** Business and policies; {@code may} = whoever looks may change them. */
    public record Settings(
            Frame frame,
            List<Door> doors,
            List<Field> business,
            List<Field> policies,
            boolean may,
            @Nullable String field,
            @Nullable String trouble) {}

    /** A brand in the list. */
    public record BrandRow(String path, String code, String name, String accent, String language, String sender) {}

    /** One brand. */
    public record BrandPage(
            Frame frame,
            String code,
            String name,
            boolean fresh,
            List<Field> fields,
            String previewPath,
            String instructions,
            @Nullable String logo,
            String upload,
            boolean may,
            @Nullable String field,
            @Nullable String trouble) {}

    /** What customers are written. */
    public record Messages(
            Frame frame,
            String brand,
            String language,
            List<Option> brands,
            List<Option> languages,
            List<Mail> mails,
            String sendsTo) {}

    /** One mail. */
    public record Mail(String template, String subject, String plain, String path) {}

    /** The keys; {@code fresh} is the one just made, shown this once. */
    public record Keys(
            Frame frame,
            ListViews.Page keys,
            List<Option> scopes,
            @Nullable String fresh,
            @Nullable String trouble) {}

    /** One key. */
    public record Key(String id, String name, String scopes, String supplier, Instant since) {}
}
