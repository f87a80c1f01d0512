package dev.baton.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who vouches for the servers that are called, and in words why one is not believed. */
final class Authorities {

    /** How Java says that a certificate is for somebody else; it has no type for it. */
    private static final String OTHER_NAME = "No (subject alternative .*|name matching .*)";

    private Authorities() {}

    /**
     * Trusts the certificates of a file beside those the Java virtual machine trusts.
     *
     * @throws IllegalStateException naming the file that cannot be read
     */
    static SSLContext beside(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                all.setCertificateEntry("own-" + number++, own);
            }
            for (X509Certificate usual : usual()) {
                all.setCertificateEntry("usual-" + number++, usual);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(all), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "the certificates of " + pem + " cannot be read: name a file in PEM form", unreadable);
        }
    }

    private static X509Certificate[] usual() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager usual) {
                return usual.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    private static TrustManager[] managers(@Nullable KeyStore of) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(of);
        return factory.getTrustManagers();
    }

    /** Why a server's certificate is not believed; empty where the failure has another reason. */
    static Optional<String> refusal(String host, SSLException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertificateExpiredException expired -> {
                    return Optional.of("the certificate of " + host + " has expired (" + expired.getMessage()
                            + "): whoever runs the server has to renew it; nothing was sent");
                }
                case CertificateNotYetValidException early -> {
                    return Optional.of("the certificate of " + host + " is not valid yet (" + early.getMessage()
                            + "): whoever runs the server has to mend it; nothing was sent");
                }
                case SSLPeerUnverifiedException other -> {
                    return Optional.of(otherName(host));
                }
                case CertificateException other
                when String.valueOf(other.getMessage()).matches(OTHER_NAME) -> {
                    return Optional.of(otherName(host));
                }
                case CertPathBuilderException unknown -> {
                    return Optional.of("the certificate of " + host
                            + " is signed by nobody this machine trusts: whoever runs the server needs one of a public"
                            + " authority, or start Baton with that authority's certificate (BATON_AUTHORITIES); nothing"
                            + " was sent");
                }
                default -> {
                    // the reason lies deeper
                }
            }
        }
        return Optional.empty();
    }

    private static String otherName(String host) {
        return "the certificate of " + host + " is made out to another name: check the address; nothing was sent";
    }
}
