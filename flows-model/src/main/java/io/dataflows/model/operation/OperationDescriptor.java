package io.dataflows.model.operation;

import java.util.List;

/** An operation as the catalogue shows it. */
public record OperationDescriptor(
        String id, String name, String icon, String description, Effect effect, List<OptionDescriptor> options) {

    public OperationDescriptor {
        options = List.copyOf(options);
    }

    /** One option: its JSON name, the JSON type that it converts to ({@code any}, {@code text}, {@code number}, …). */
    public record OptionDescriptor(String name, String title, String description, String widget, String type) {}
}
