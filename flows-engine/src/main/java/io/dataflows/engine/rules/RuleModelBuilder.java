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
import org.drools.model.Index.ConstraintType;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;

/**
 * Turns a graph into rules, named {@code <flow>/<step>/<edge>}: one for the start, one for every way a step can end,
 * two for every condition. No text of a user becomes code; names and numbers are all that goes in.
 */
final class RuleModelBuilder {

    private static final String PACKAGE = "io.dataflows.rules.flow";

    private final DecisionGraph graph;
    private final ModelImpl model = new ModelImpl();

    private RuleModelBuilder(DecisionGraph graph) {
        this.graph = graph;
    }

    static Model build(DecisionGraph graph) {
        RuleModelBuilder builder = new RuleModelBuilder(graph);
        builder.addEnd(Ended.TRIGGER, "$trigger", "resolve", graph.first());
        for (int step = 0; step < graph.nodes().size(); step++) {
            builder.addStep(step, graph.nodes().get(step));
        }
        return builder.model;
    }

    private void addStep(int step, Node node) {
        if (node.guard() != null) {
            addVerdict(step, node, StepStatus.RESOLVE, "holds");
            addVerdict(step, node, StepStatus.REJECT, "fails");
        }
        addEnd(Ended.code(step, StepStatus.RESOLVE), node.name(), "resolve", node.resolve());
        addEnd(Ended.code(step, StepStatus.REJECT), node.name(), "reject", node.reject());
        addEnd(Ended.code(step, StepStatus.UNKNOWN), node.name(), "unknown", DecisionGraph.NONE);
    }

    private void addEnd(int code, String node, String edge, int target) {
        String name = graph.name() + '/' + node + '/' + edge;
        Variable<Ended> ended = declarationOf(Ended.class);
        // The id must differ for every captured value: two constraints with one id count as the same one.
        var constraint = pattern(ended)
                .expr(
                        "ended:" + code,
                        fact -> fact.code() == code,
                        alphaIndexedBy(int.class, ConstraintType.EQUAL, 0, Ended::code, code));
        model.addRule(rule(PACKAGE, name).build(constraint, on(ended).execute(recorder(name, target))));
    }

    private static org.drools.model.functions.Block1<Ended> recorder(String name, int target) {
        if (target == DecisionGraph.NONE) {
            return fact -> fact.decisions().finish(name);
        }
        Choice choice = new Choice(target, name);
        return fact -> fact.decisions().choose(choice);
    }

    private void addVerdict(int step, Node node, StepStatus status, String word) {
        boolean wanted = status == StepStatus.RESOLVE;
        String name = graph.name() + '/' + node.name() + '/' + word;
        Variable<Due> due = declarationOf(Due.class);
        Variable<FlowObject> data = declarationOf(FlowObject.class);
        // The condition joins the two facts: tested on the Flow Object alone it would run when that was inserted, too
        // soon.
        Rule verdict = rule(PACKAGE, name)
                .build(
                        pattern(due)
                                .expr(
                                        "due:" + step,
                                        fact -> fact.step() == step,
                                        alphaIndexedBy(int.class, ConstraintType.EQUAL, 0, Due::step, step)),
                        pattern(data).expr(word + ':' + step, due, (flow, fact) -> fact.holds(flow) == wanted),
                        on(due, data).execute((drools, fact, flow) -> {
                            fact.decisions().verdict(fact.answer(flow), name);
                            drools.insert(Ended.step(step, status, fact.decisions()));
                        }));
        model.addRule(verdict);
    }
}
