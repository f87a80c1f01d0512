package dev.baton.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import dev.baton.platform.DatabaseAccess.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsAccountTest {

    @TempDir
    Path temporary;

    @Test
    void runsCommandsAsSomebodyWhoIsNotRoot() {
        OsAccount.Result result = OsAccount.choose().run(List.of("id", "-u"));

        assertThat(result.exitCode()).isZero();
        assertThat(result.output().strip()).isNotEqualTo("0");
    }

    @Test
    void keepsThePersonsOwnPostgresSettingsOut() {
        OsAccount.Result result = OsAccount.choose().run(List.of("env"));

        assertThat(result.output().lines()).contains("LC_ALL=C").noneMatch(line -> line.startsWith("PG"));
    }

    /** As in a container that forbids user namespaces. */
    @Test
    void startsPostgresAsAnotherUserWhereRootGetsNoNamespace() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can become another user");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        temporary.resolve("data"), PostgresSettings.durable(), OsAccount.otherUser());
                Connection app =
                        DriverManager.getConnection(postgres.jdbcUrl(), Role.APP.user(), postgres.password(Role.APP))) {
            assertThat(SafetyCheck.findings(app)).isEmpty();
        }
    }
}
