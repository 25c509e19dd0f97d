package io.dataflows.engine.recorded;

import io.dataflows.engine.testkit.RecordedFixtures;
import io.dataflows.model.trigger.Accountability;
import java.util.List;
import java.util.UUID;

/** Who calls in the recorded cases. */
public record RecordedPeople(Accountability admin, Accountability editor) {

    private static final String ADDRESS = "127.0.0.1";

    /** The people of {@link RecordedFixtures}. */
    static RecordedPeople ofFixtures() {
        Accountability admin = RecordedFixtures.ADMIN;
        Accountability editor = RecordedFixtures.EDITOR;
        return of(admin.user(), admin.role(), editor.user(), editor.role());
    }

    /** People with these ids. */
    private static RecordedPeople of(UUID adminUser, UUID adminRole, UUID editorUser, UUID editorRole) {
        return new RecordedPeople(
                new Accountability(adminRole, adminUser, List.of(adminRole), true, true, ADDRESS, null, null),
                new Accountability(editorRole, editorUser, List.of(editorRole), false, true, ADDRESS, null, null));
    }

    /** @param auth {@code admin}, {@code editor} or {@code none} */
    Accountability named(String auth) {
        return switch (auth) {
            case "admin" -> admin;
            case "editor" -> editor;
            default -> Accountability.anonymous(ADDRESS, null, null);
        };
    }

    /** Their placeholders. */
    Placeholders placeholders() {
        Placeholders known = new Placeholders();
        known.bind("<admin-user>", admin.user().toString());
        known.bind("<admin-role>", admin.role().toString());
        known.bind("<editor-user>", editor.user().toString());
        known.bind("<editor-role>", editor.role().toString());
        return known;
    }
}
