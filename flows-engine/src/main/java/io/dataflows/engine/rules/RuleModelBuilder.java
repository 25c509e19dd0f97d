package io.dataflows.engine.rules;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.dataflows.engine.decide.Choice;
import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.engine.decide.DecisionGraph.Node;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.StepStatus;
import java.util.BitSet;
import org.drools.model.Drools;
import org.drools.model.Index.ConstraintType;
import org.drools.model.Model;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;

/**
 * Turns a graph into rules, named {@code <flow>/<step>/<edge>}: one for every path that leads to a
 * step, one for every condition, one for all conditions
 * that don't hold, and one for all paths that lead nowhere. No text of a user becomes code; names and numbers are all that goes in.
 */
final class RuleModelBuilder {

    private static final String PACKAGE = "io.dataflows.rules.flow";

    private final DecisionGraph graph;
    private final ModelImpl model = new ModelImpl();
    private final BitSet leading = new BitSet();

    private RuleModelBuilder(DecisionGraph graph) {
        this.graph = graph;
    }

    static Model build(DecisionGraph graph) {
        RuleModelBuilder builder = new RuleModelBuilder(graph);
        builder.addEdge(Ended.TRIGGER, "$trigger", "resolve", graph.first());
        for (int step = 0; step < graph.nodes().size(); step++) {
            builder.addStep(step, graph.nodes().get(step));
        }
        builder.addEnd();
        if (graph.nodes().stream().anyMatch(node -> node.guard() != null)) {
            builder.addOtherwise();
        }
        return builder.model;
    }

    private void addStep(int step, Node node) {
        if (node.guard() != null) {
            addCondition(step, node);
        }
        addEdge(Ended.code(step, StepStatus.RESOLVE), node.name(), "resolve", node.resolve());
        addEdge(Ended.code(step, StepStatus.REJECT), node.name(), "reject", node.reject());
    }

    private void addEdge(int code, String node, String edge, int target) {
        if (target == DecisionGraph.NONE) {
            return;
        }
        leading.set(code);
        String name = graph.name() + '/' + node + '/' + edge;
        Choice choice = new Choice(target, name);
        Variable<Ended> ended = declarationOf(Ended.class);
        // The id must differ for every captured value: two constraints with one id count as the same one.
        var constraint = pattern(ended)
                .expr(
                        "ended:" + code,
                        fact -> fact.code() == code,
                        alphaIndexedBy(int.class, ConstraintType.EQUAL, 0, Ended::code, code));
        model.addRule(rule(PACKAGE, name)
                .build(constraint, on(ended).execute(fact -> fact.decisions().choose(choice))));
    }

    /** One rule for every way that leads nowhere: most flows have more ends than edges, and each rule costs heap. */
    private void addEnd() {
        Variable<Ended> ended = declarationOf(Ended.class);
        model.addRule(rule(PACKAGE, graph.name() + "/*/end")
                .build(
                        pattern(ended).expr("ends", fact -> !leading.get(fact.code())),
                        on(ended).execute(fact -> fact.decisions().finish(endName(fact.code())))));
    }

    private String endName(int code) {
        int step = Ended.step(code);
        String node = step == DecisionGraph.NONE
                ? "$trigger"
                : graph.nodes().get(step).name();
        return graph.name() + '/' + node + '/' + Ended.status(code).text();
    }

    private void addCondition(int step, Node node) {
        String name = graph.name() + '/' + node.name() + "/holds";
        Variable<Due> due = declarationOf(Due.class);
        Variable<FlowObject> data = declarationOf(FlowObject.class);
        // The condition joins the two facts: tested on the Flow Object alone it would run when that was inserted, too
        // soon.
        model.addRule(rule(PACKAGE, name)
                .build(
                        pattern(due)
                                .expr(
                                        "due:" + step,
                                        fact -> fact.step() == step,
                                        alphaIndexedBy(int.class, ConstraintType.EQUAL, 0, Due::step, step)),
                        pattern(data).expr("holds:" + step, due, (flow, fact) -> fact.holds(flow)),
                        on(due, data).execute((drools, fact, flow) -> judge(drools, fact, flow, name))));
    }

    /** One rule for every condition that doesn't hold. */
    private void addOtherwise() {
        Variable<Due> due = declarationOf(Due.class);
        Variable<FlowObject> data = declarationOf(FlowObject.class);
        model.addRule(rule(PACKAGE, graph.name() + "/*/fails")
                .build(
                        pattern(due),
                        pattern(data).expr("fails", due, (flow, fact) -> !fact.holds(flow)),
                        on(due, data)
                                .execute((drools, fact, flow) -> judge(
                                        drools,
                                        fact,
                                        flow,
                                        graph.name() + '/'
                                                + graph.nodes().get(fact.step()).name() + "/fails"))));
    }

    private static void judge(Drools drools, Due due, FlowObject data, String rule) {
        StepStatus status = due.holds(data) ? StepStatus.RESOLVE : StepStatus.REJECT;
        due.decisions().verdict(due.answer(data), rule);
        drools.insert(Ended.step(due.step(), status, due.decisions()));
    }
}
