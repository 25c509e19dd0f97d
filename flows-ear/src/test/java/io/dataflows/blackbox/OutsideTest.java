package io.dataflows.blackbox;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that knows the product only over HTTP; each server runs the same class. */
@ExtendWith(ArquillianExtension.class)
abstract class OutsideTest {

    /** A caller without a token. */
    protected final Caller anyone = Caller.of(Integer.getInteger("http.port"));

    /** The administrator that the server made at its first start from {@code ADMIN_TOKEN}. */
    protected final Caller administrator = anyone.bearing(System.getProperty("admin.token"));

    @Deployment(testable = false)
    static EnterpriseArchive product() {
        return EarUnderTest.asBuilt();
    }
}
