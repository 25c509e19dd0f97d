package io.dataflows.engine.decide;

import java.util.List;

/** What the rules said after an outcome. */
public sealed interface Decision {

    /** These steps come next; several mean that the run forks. */
    record Next(List<Choice> choices) implements Decision {
        public Next {
            choices = List.copyOf(choices);
        }
    }

    /** This path of the run ends here. */
    record Finish(String rule) implements Decision {}
}
