package io.dataflows.engine.token;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys in PEM: PKCS#8, SPKI, the older forms of OpenSSL, certificates. Line breaks may have become spaces or {@code \n}
 * on the way through a form or an environment variable.
 */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    /** Whether the text means to be PEM, readable or not: such a text must never count as a plain secret. */
    static boolean isMeant(String text) {
        return text.contains("-----BEGIN ");
    }

    /** @throws GeneralSecurityException when the text holds no RSA or EC key that can be read */
    static Key read(String text) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(text.replace("\\n", "\n"));
        while (block.find()) {
            String label = block.group(1);
            // A block with the parameters of a curve may stand before the key.
            if (!label.equals("EC PARAMETERS")) {
                Key key = key(label, Base64.getMimeDecoder().decode(block.group(2)));
                if (key instanceof RSAKey || key instanceof ECKey) {
                    return key;
                }
            }
        }
        throw new InvalidKeySpecException("The text holds no RSA or EC key.");
    }

    /** The public key that belongs to a private one. */
    static PublicKey publicKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return KeyFactory.getInstance("RSA").generatePublic(spec);
    }

    private static Key key(String label, byte[] der) throws GeneralSecurityException {
        return switch (label) {
            case "PRIVATE KEY" -> generate(new PKCS8EncodedKeySpec(der), false);
            case "PUBLIC KEY" -> generate(new X509EncodedKeySpec(der), true);
            case "RSA PRIVATE KEY" -> generate(new PKCS8EncodedKeySpec(Der.rsaPrivate(der)), false);
            case "RSA PUBLIC KEY" -> generate(new X509EncodedKeySpec(Der.rsaPublic(der)), true);
            case "EC PRIVATE KEY" -> generate(new PKCS8EncodedKeySpec(Der.ecPrivate(der)), false);
            case "CERTIFICATE" ->
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der))
                        .getPublicKey();
            default -> throw new InvalidKeySpecException("PEM block (" + label + ") is no key that can be used.");
        };
    }

    private static Key generate(KeySpec spec, boolean isPublic) throws GeneralSecurityException {
        try {
            return generate("RSA", spec, isPublic);
        } catch (InvalidKeySpecException notRsa) {
            return generate("EC", spec, isPublic);
        }
    }

    private static Key generate(String algorithm, KeySpec spec, boolean isPublic) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(algorithm);
        return isPublic ? factory.generatePublic(spec) : factory.generatePrivate(spec);
    }
}
