package dev.baton.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** An authority of one's own that signs servers' certificates. TLS goes by the machine's clock, not by a test's. */
public final class TestAuthority {

    private static final AlgorithmIdentifier SIGNED_BY = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration YEAR = Duration.ofDays(365);
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final X500Name name;
    private final KeyPair keys = keys();
    private final Certificate certificate;

    /** One that is trusted where its certificate is. */
    public TestAuthority(String commonName) {
        this.name = new X500Name("CN=" + commonName);
        Instant now = now();
        this.certificate = sign(name, keys, now.minus(YEAR), now.plus(YEAR), null);
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    /** Its own certificate, in a file. */
    public Path pem(Path folder) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return Files.writeString(
                    folder.resolve("authority.pem"),
                    "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n",
                    StandardCharsets.US_ASCII);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A server at 127.0.0.1 with a certificate that is valid for a year around now. */
    public SSLContext server() {
        return server("127.0.0.1", now().plus(YEAR));
    }

    /** A server with a certificate for that address, valid until then. */
    public SSLContext server(String address, Instant until) {
        try {
            KeyPair own = keys();
            Certificate signed = sign(
                    new X500Name("CN=server"),
                    own,
                    until.minus(YEAR.multipliedBy(2)),
                    until,
                    new GeneralName(GeneralName.iPAddress, address));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", own.getPrivate(), PASSWORD, new Certificate[] {signed, certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For an address, or for an authority where there is none (RFC 5280). */
    private Certificate sign(X500Name subject, KeyPair of, Instant from, Instant until, @Nullable GeneralName address) {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(address == null));
            if (address != null) {
                extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(address));
            }
            V3TBSCertificateGenerator stated = new V3TBSCertificateGenerator();
            stated.setSerialNumber(new ASN1Integer(BigInteger.valueOf(SERIAL.getAndIncrement())));
            stated.setIssuer(name);
            stated.setSubject(subject);
            stated.setStartDate(new Time(Date.from(from)));
            stated.setEndDate(new Time(Date.from(until)));
            stated.setSubjectPublicKeyInfo(
                    SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
            stated.setSignature(SIGNED_BY);
            stated.setExtensions(extensions.generate());
            TBSCertificate body = stated.generateTBSCertificate();
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(body.getEncoded(ASN1Encoding.DER));
            DERSequence whole =
                    new DERSequence(new ASN1Encodable[] {body, SIGNED_BY, new DERBitString(signature.sign())});
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(whole.getEncoded(ASN1Encoding.DER)));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
