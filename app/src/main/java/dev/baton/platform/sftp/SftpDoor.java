package dev.baton.platform.sftp;

import dev.baton.platform.http.OutboundAddresses;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The only way out by SFTP: the server's key must be the pinned one, an address inside the own network is refused unless
 * the operator allows it, and every step has a time limit. Nothing of this machine's own SSH set-up is used.
 */
@Component
public final class SftpDoor {

    private static final AttributeRepository.AttributeKey<Pin> PIN = new AttributeRepository.AttributeKey<>();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SIGN_IN = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final OutboundAddresses addresses;
    private @Nullable SshClient client;

    SftpDoor(OutboundAddresses addresses) {
        this.addresses = addresses;
    }

    /** What is done during a visit. */
    public interface Visit<T> {

        /** Everything that fails outside is an {@code IOException}. */
        T make(SftpFolder folder) throws IOException;
    }

    /**
     * Visits a server on the calling thread.
     *
     * @throws WrongHostKey when it shows another key than the pinned one
     * @throws IOException when it cannot be reached, refuses who signs in, or breaks off
     */
    public <T> T visit(SftpTarget target, Visit<T> visit) throws IOException {
        InetSocketAddress address = new InetSocketAddress(addresses.resolve(target.host()), target.port());
        Pin pin = new Pin(target);
        try (ClientSession session = client().connect(
                        target.user(), address, AttributeRepository.ofKeyValuePair(PIN, pin), null)
                .verify(CONNECT)
                .getSession()) {
            identify(session, target);
            session.auth().verify(SIGN_IN);
            try (SftpClient files = SftpClientFactory.instance().createSftpClient(session)) {
                return visit.make(new SftpFolder(files, String.valueOf(pin.shown())));
            }
        } catch (IOException failed) {
            String pinned = target.hostKey();
            String key = pin.shown();
            if (pinned != null && key != null && !same(pinned, key)) {
                throw new WrongHostKey(target.host(), pinned, key);
            }
            throw failed;
        }
    }

    /** The key a server must show, and the one it showed; the session's own threads ask. */
    private static final class Pin {

        private final @Nullable String wanted;
        private volatile @Nullable String shown;

        Pin(SftpTarget target) {
            this.wanted = target.hostKey();
        }

        boolean accepts(PublicKey key) {
            String fingerprint = KeyUtils.getFingerPrint(key);
            shown = fingerprint;
            return wanted == null || same(wanted, fingerprint);
        }

        @Nullable
        String shown() {
            return shown;
        }
    }

    /** A session that did not come through {@link #visit} has no pin and trusts nobody. */
    private static boolean accepts(ClientSession session, PublicKey key) {
        AttributeRepository context = session.getConnectionContext();
        Pin pin = context == null ? null : context.getAttribute(PIN);
        return pin != null && pin.accepts(key);
    }

    /** Base64 may or may not be padded. */
    private static boolean same(String one, String other) {
        return one.replace("=", "").equals(other.replace("=", ""));
    }

    private static void identify(ClientSession session, SftpTarget target) throws IOException {
        if (!target.secret().contains("-----BEGIN ")) {
            session.addPasswordIdentity(target.secret());
            return;
        }
        byte[] key = target.secret().getBytes(StandardCharsets.UTF_8);
        try {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    session,
                    NamedResource.ofName("private key"),
                    new ByteArrayInputStream(key),
                    FilePasswordProvider.EMPTY);
            if (pairs == null || !pairs.iterator().hasNext()) {
                throw new IOException(
                        "the private key cannot be read: store it in OpenSSH's form, without a passphrase");
            }
            pairs.forEach(session::addPublicKeyIdentity);
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("the private key cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Started at the first visit: most installations make none. */
    private synchronized SshClient client() {
        SshClient running = client;
        if (running == null) {
            running = SshClient.setUpDefaultClient();
            running.setServerKeyVerifier((session, from, key) -> accepts(session, key));
            running.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            running.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
            running.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            CoreModuleProperties.IDLE_TIMEOUT.set(running, SILENCE);
            CoreModuleProperties.AUTH_TIMEOUT.set(running, SIGN_IN);
            running.start();
            client = running;
        }
        return running;
    }

    /** Ends every visit. */
    @PreDestroy
    synchronized void close() {
        SshClient running = client;
        if (running != null) {
            running.stop();
        }
    }
}
