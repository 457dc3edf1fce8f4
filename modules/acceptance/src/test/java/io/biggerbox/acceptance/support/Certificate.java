package io.biggerbox.acceptance.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A self-signed certificate for 127.0.0.1, made with the JDK's own tool.
 *
 * @param keyStore private key and certificate, PKCS12
 * @param trusted the certificate alone, PEM
 */
public record Certificate(Path keyStore, Path trusted) {

    /** Of key store and key. */
    public static final String PASSWORD = "only-for-tests";

    /** Makes one. */
    public static Certificate create(Path directory) throws IOException, InterruptedException {
        Path keyStore = directory.resolve("server.p12");
        Path trusted = directory.resolve("server.pem");
        keytool(
                keyStore,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1,dns:localhost",
                "-validity",
                "2");
        keytool(keyStore, "-exportcert", "-rfc", "-file", trusted.toString());
        return new Certificate(keyStore, trusted);
    }

    private static void keytool(Path keyStore, String... action) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(action));
        command.addAll(List.of(
                "-alias", "server", "-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Path output = Files.createTempFile(keyStore.getParent(), "keytool", ".log");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(command + ":\n" + Files.readString(output));
        }
    }
}
