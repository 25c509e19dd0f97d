package io.dataflows.engine.rules;

import io.dataflows.engine.decide.Decider;
import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.engine.decide.DecisionProgram;
import java.util.Properties;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/**
 * Compiles each flow version into a KieBase of its own. One shared by all flows would fire a thousand times slower, and
 * would have to be rebuilt under load.
 */
public final class DroolsDecider implements Decider {

    private final KieBaseConfiguration baseConfiguration;
    private final KnowledgeBuilderConfiguration builderConfiguration;
    private final ClassLoader classLoader;

    public DroolsDecider() {
        this.classLoader = DroolsDecider.class.getClassLoader();
        this.baseConfiguration = KieServices.get().newKieBaseConfiguration(new Properties(), classLoader);
        Properties building = new Properties();
        // More than ten rules would otherwise be built on threads that see the server's classes only.
        building.setProperty("drools.parallelRulesBuildThreshold", "-1");
        this.builderConfiguration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(building, classLoader);
    }

    @Override
    public DecisionProgram compile(DecisionGraph graph) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classLoader);
        try {
            KieBase base = KieBaseBuilder.createKieBaseFromModel(
                    RuleModelBuilder.build(graph), baseConfiguration, builderConfiguration);
            return new DroolsDecisionProgram(graph, base);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
