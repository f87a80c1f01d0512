package dev.baton.world.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server over one folder, with one user; its key can be exchanged as if somebody stood in between. */
public final class FileServer implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger visits = new AtomicInteger();
    private volatile Runnable comes = () -> {};
    private KeyPair hostKey;

    private FileServer(KeyPair hostKey) {
        this.hostKey = hostKey;
    }

    /** Opens one on a free port of this machine. */
    public static FileServer open(Path folder, String user, String password) throws IOException {
        FileServer files = new FileServer(freshKey());
        files.server.setHost("127.0.0.1");
        files.server.setPort(0);
        files.server.setKeyPairProvider(KeyPairProvider.wrap(files.hostKey));
        files.server.setPasswordAuthenticator((name, secret, session) -> {
            boolean right = name.equals(user) && secret.equals(password);
            if (right) {
                files.visits.incrementAndGet();
                files.comes.run();
            }
            return right;
        });
        files.server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        files.server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        files.server.start();
        return files;
    }

    private static KeyPair freshKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The fingerprint of its key, as {@code ssh-keygen -l} prints it. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    /** How often the right user came in. */
    public int visits() {
        return visits.get();
    }

    /** Does that whenever the right user comes in, before it sees anything. */
    public void beforeEachVisit(Runnable act) {
        comes = act;
    }

    /** From now on it shows another key. */
    public void exchangeKey() {
        hostKey = freshKey();
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
