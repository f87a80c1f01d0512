package dev.baton.platform.sftp;

import org.jspecify.annotations.Nullable;

/**
 * A file server and who signs in.
 *
 * @param secret a password, or a private key in OpenSSH's or PEM form without a passphrase
 * @param hostKey the fingerprint its key must have, {@code SHA256:…}; null = any, for the first visit only
 */
public record SftpTarget(
        String host,
        int port,
        String user,
        String secret,
        @Nullable String hostKey) {

    @Override
    public String toString() {
        return "SftpTarget[" + user + "@" + host + ":" + port + "]";
    }
}
