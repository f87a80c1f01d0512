package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.architecture.TableOwners;
import dev.baton.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No module reads or writes another's tables. */
class OwnTablesTest {

    private static final Path SOURCES = Repository.root().resolve("app/src/main/java");
    private static final Path MIGRATIONS = Repository.root().resolve("app/src/main/resources/db/migration");

    @TempDir
    private Path folder;

    @Test
    void everyClassNamesTablesOfItsOwnModuleOnly() {
        assertThat(TableOwners.trespasses(SOURCES, MIGRATIONS)).isEmpty();
    }

    @Test
    void everyExceptionIsMadeUseOfAndSaysWhy() {
        assertThat(TableOwners.idle(SOURCES, MIGRATIONS)).isEmpty();
        assertThat(TableOwners.EXCEPTIONS.values()).allMatch(why -> !why.isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.sql(\"select id from loaf where merchant_id = :merchant\")",
                "jdbc.sql(\n    \"delete from loaf where merchant_id = :merchant\")",
                "jdbc.sql(\"\"\"\n    update loaf set n = 1 where merchant_id = :merchant\n    \"\"\")",
                "jdbc.sql(\"\"\"\n    insert into loaf (merchant_id) values (:merchant)\n    \"\"\")",
                "jdbc.sql(\"select 1 from till t \" + \"join loaf l using (merchant_id)\")",
                "jdbc.sql(\"select 1 from till t, loaf l where t.merchant_id = l.merchant_id\")",
                "String piece = \" and exists (select 1 from loaf where loaf.merchant_id = t.merchant_id)\";"
            })
    void refusesATableOfAnotherModule(String statement) throws IOException {
        plantShop(statement);

        assertThat(trespasses()).containsExactly("shop.Sells loaf is a table of bakery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.sql(\"select id from till where merchant_id = :merchant\")",
                "// select id from loaf",
                "/* select id from loaf */",
                "String words = \"A loaf, or a till\";"
            })
    void allowsItsOwnAndWhatIsNoSql(String statement) throws IOException {
        plantShop(statement);

        assertThat(trespasses()).isEmpty();
    }

    @Test
    void refusesATableThatTwoModulesList() throws IOException {
        plantShop("");
        plant("java/dev/baton/shop/lists/package-info.java", "/** Tables: loaf. Start reading here. */");

        assertThat(trespasses()).containsExactly("loaf is listed by [bakery, shop]");
    }

    private List<String> trespasses() {
        return TableOwners.trespasses(folder.resolve("java"), folder.resolve("sql"));
    }

    private void plantShop(String statement) throws IOException {
        plant("sql/bakery/V1__bakery.sql", "create table loaf (id uuid);");
        plant("sql/shop/V2__shop.sql", "create unlogged table till (id uuid);");
        plant(
                "java/dev/baton/bakery/package-info.java",
                "/** News out: none. Tables:\n * loaf. Start reading here. */");
        plant("java/dev/baton/shop/package-info.java", "/** Tables: till. Start reading here. */");
        plant("java/dev/baton/shop/Sells.java", "class Sells {\n    " + statement + "\n}\n");
    }

    private void plant(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
