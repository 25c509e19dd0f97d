package io.dataflows.blackbox;

import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as the build made it. */
public final class EarUnderTest {

    private EarUnderTest() {}

    static Path file() {
        return Path.of(System.getProperty("flows.ear"));
    }

    /** For tests that look from outside. */
    public static EnterpriseArchive asBuilt() {
        return ShrinkWrap.create(ZipImporter.class, "flows.ear")
                .importFrom(file().toFile())
                .as(EnterpriseArchive.class);
    }

    /** For a test that runs inside: its class joins the WAR. */
    public static EnterpriseArchive with(Class<?>... tests) {
        EnterpriseArchive ear = asBuilt();
        WebArchive war = ear.getAsType(WebArchive.class, "flows-web.war");
        war.addClasses(tests);
        Testable.archiveToTest(war);
        return ear;
    }
}
