package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that must not be stored, wherever in a text they stand. The groups are as the digits of a number: each is at
 * least twice as large as the next, so that many runs may add one value after the other to the same set, and each
 * value is put into a new group a few times only.
 */
final class SecretValues {

    /** In the name of a member only a value that no name has by chance counts. */
    private static final int MIN_IN_NAME = 8;

    private final List<SecretGroup> groups;

    /** How many of the groups stay as they are: that of the environment serves all runs. */
    private final int kept;

    private SecretValues(List<SecretGroup> groups, int kept) {
        this.groups = List.copyOf(groups);
        this.kept = kept;
    }

    static SecretValues of(SecretGroup group) {
        return group.size() == 0 ? new SecretValues(List.of(), 0) : new SecretValues(List.of(group), 1);
    }

    /** These values, and more in all of their forms. A text that is known already keeps its mask. */
    SecretValues with(Collection<String> texts, String mask) {
        List<SecretGroup> more = new ArrayList<>(groups);
        SecretGroup last = SecretGroup.of(texts, mask);
        while (more.size() > kept && more.get(more.size() - 1).size() < 2 * last.size()) {
            last = more.remove(more.size() - 1).and(last);
        }
        more.add(last);
        return new SecretValues(more, kept);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** What stands in place of a number, or null for one that is no secret. */
    @Nullable
    TextNode numberMask(JsonNode number) {
        for (SecretGroup group : groups) {
            String mask = group.holdsNumbers() ? group.numberMask(number) : null;
            if (mask != null) {
                return TextNode.valueOf(mask);
            }
        }
        return null;
    }

    TextNode redact(TextNode node) {
        String text = node.textValue();
        String masked = mask(text);
        return masked.equals(text) ? node : TextNode.valueOf(masked);
    }

    /** The text itself where no secret stands in it. */
    String mask(String text) {
        return mask(text, 0);
    }

    /** Of the name of a member fewer values are masked. */
    String maskName(String name) {
        return name.length() < MIN_IN_NAME ? name : mask(name, MIN_IN_NAME);
    }

    private String mask(String text, int min) {
        List<List<Match>> found = List.of();
        for (SecretGroup group : groups) {
            List<Match> matches = group.find(text, min);
            if (!matches.isEmpty()) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(matches);
            }
        }
        return Matches.mask(text, found);
    }
}
