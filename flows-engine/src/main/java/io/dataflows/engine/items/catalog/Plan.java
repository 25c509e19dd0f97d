package io.dataflows.engine.items.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a change does: to tables, and to what is kept about them. A step that can't be taken back is the last one. */
record Plan(List<Step> steps, List<Consumer<Descriptions>> notes) {

    Plan {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    static Plan of(List<Step> steps, Consumer<Descriptions> note) {
        return new Plan(steps, List.of(note));
    }

    static Plan ofNote(Consumer<Descriptions> note) {
        return of(List.of(), note);
    }

    Plan and(Plan other) {
        List<Step> allSteps = new ArrayList<>(steps);
        allSteps.addAll(other.steps);
        List<Consumer<Descriptions>> allNotes = new ArrayList<>(notes);
        allNotes.addAll(other.notes);
        return new Plan(allSteps, allNotes);
    }
}
