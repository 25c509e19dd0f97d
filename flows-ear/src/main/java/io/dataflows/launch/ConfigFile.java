package io.dataflows.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** A server's shipped XML configuration, rewritten by the stylesheet of the same room. */
final class ConfigFile {

    private ConfigFile() {}

    static void rewrite(Path shipped, Path written, String stylesheet, Map<String, String> parameters)
            throws IOException {
        try (InputStream rules = Objects.requireNonNull(ConfigFile.class.getResourceAsStream(stylesheet), stylesheet)) {
            var transformer = TransformerFactory.newInstance().newTransformer(new StreamSource(rules));
            parameters.forEach(transformer::setParameter);
            transformer.transform(new StreamSource(shipped.toFile()), new StreamResult(written.toFile()));
        } catch (TransformerException e) {
            throw new IOException("Configuration " + shipped + " could not be rewritten", e);
        }
    }
}
