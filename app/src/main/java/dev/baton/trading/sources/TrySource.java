package dev.baton.trading.sources;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Secrets;
import dev.baton.platform.Tenancy;
import dev.baton.trading.sources.Fetched.Nothing;
import dev.baton.trading.sources.Fetched.Taken;
import dev.baton.trading.sources.Fetched.Trouble;
import dev.baton.trading.sources.Fetched.Unsettled;
import dev.baton.trading.sources.FileSources.Seen;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at a source once while somebody waits, and changes nothing: neither here nor there. */
@Component
public final class TrySource {

    /** For how long somebody waits for a web server. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Tenancy tenancy;
    private final FileSources sources;
    private final Secrets secrets;
    private final FetchByHttps https;
    private final FetchBySftp sftp;

    TrySource(Tenancy tenancy, FileSources sources, Secrets secrets, FetchByHttps https, FetchBySftp sftp) {
        this.tenancy = tenancy;
        this.sources = sources;
        this.secrets = secrets;
        this.https = https;
        this.sftp = sftp;
    }

    /**
     * What a server answered.
     *
     * @param trouble why there is no file; null when there is one
     * @param hostKey SFTP: the fingerprint it showed; null when it came to none
     */
    public record Answer(@Nullable String trouble, @Nullable String hostKey) {}

    /**
     * Asks the server for a file; call it without an open transaction.
     *
     * @param known what the stored secret and the pinned key belong to; null = there are none for this server
     * @param secret the one to sign in with; null = the stored one
     * @param peek gets the file as it begins; what it leaves unread is not fetched
     * @throws Problem what {@code peek} throws
     */
    public Answer look(
            MerchantId merchant, @Nullable UUID known, FileSource source, @Nullable String secret, TakeFile peek) {
        Seen seen = known == null ? Seen.NOTHING : seen(merchant, known);
        @Nullable String shown = secret != null || known == null ? secret : stored(merchant, known);
        TakeFile begun = (name, mediaType, bytes) -> peek.take(name, mediaType, new Open(bytes));
        Fetched fetched = switch (source.kind()) {
            case HTTPS -> https.peek(source, shown, PATIENCE, begun);
            case SFTP -> sftp.peek(source, shown, seen, begun);
            case UPLOAD, REST -> new Nothing();
        };
        return switch (fetched) {
            case Taken taken -> new Answer(null, taken.hostKey());
            case Trouble trouble -> new Answer(trouble.reason(), null);
            case Nothing nothing -> new Answer("nothing is fetched from there", null);
            case Unsettled unsettled -> new Answer("a file may still be growing", null);
        };
    }

    private Seen seen(MerchantId merchant, UUID known) {
        return tenancy.inTransaction(merchant, () -> sources.seen(merchant, known));
    }

    private @Nullable String stored(MerchantId merchant, UUID known) {
        return tenancy.<@Nullable String>inTransaction(
                merchant,
                () -> sources.secret(merchant, known)
                        .map(kept -> secrets.open(merchant, kept))
                        .orElse(null));
    }

    /** Closing what a web server sends would read all the rest of it. */
    private static final class Open extends FilterInputStream {

        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // whoever opened it closes it
        }
    }
}
