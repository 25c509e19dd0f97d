package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that must not be stored, wherever in a text they stand. */
final class SecretValues {

    /** Texts up to this length are looked through pattern by pattern, as long as that is little work. */
    private static final int SHORT_TEXT = 512;

    private static final int LITTLE_WORK = 100_000;

    /** In the name of a member only a value that no name has by chance counts. */
    private static final int MIN_IN_NAME = 8;

    private final List<SecretPattern> patterns;
    private final Set<String> numbers;
    private final int shortest;
    private volatile @Nullable SecretSearch search;

    /** Threads may lose one another's work here: the search is made somewhat later then, and is the same. */
    private int work;

    private SecretValues(List<SecretPattern> patterns, Set<String> numbers) {
        this.patterns = List.copyOf(patterns);
        this.numbers = Set.copyOf(numbers);
        this.shortest = patterns.stream()
                .mapToInt(pattern -> pattern.text().length())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The texts of an environment that aren't empty, however short. */
    static SecretValues of(JsonNode env) {
        List<SecretPattern> patterns = new ArrayList<>();
        for (var member : env.properties()) {
            if (member.getValue().isTextual() && !member.getValue().textValue().isEmpty()) {
                String mask = "--redacted:" + member.getKey() + "--";
                patterns.add(new SecretPattern(member.getValue().textValue(), mask, false));
            }
        }
        return new SecretValues(patterns, Set.of());
    }

    /** These values, and those that are worth it in all of their forms. */
    SecretValues inAllForms() {
        List<SecretPattern> more = new ArrayList<>(patterns);
        for (SecretPattern pattern : patterns) {
            if (SecretStrength.isWorthTracking(pattern.text())) {
                SecretForms.of(pattern.text()).forEach(form -> more.add(pattern.as(form)));
            }
        }
        return new SecretValues(more, numbers);
    }

    /** These values, and more in all of their forms. A text that is known already keeps its mask. */
    SecretValues with(Collection<String> texts, String mask) {
        List<SecretPattern> more = new ArrayList<>(patterns);
        Set<String> moreNumbers = new HashSet<>(numbers);
        for (String text : texts) {
            boolean word = SecretStrength.isShort(text);
            SecretForms.of(text).forEach(form -> more.add(new SecretPattern(form, mask, word)));
            if (SecretStrength.isNumber(text)) {
                moreNumbers.add(text);
            }
        }
        return new SecretValues(more, moreNumbers);
    }

    /** Those that are masked in the names of members, too. */
    SecretValues inNames() {
        return new SecretValues(
                patterns.stream()
                        .filter(pattern -> pattern.text().length() >= MIN_IN_NAME)
                        .toList(),
                Set.of());
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    boolean isSecretNumber(JsonNode number) {
        return !numbers.isEmpty() && numbers.contains(number.asText());
    }

    TextNode redact(TextNode node) {
        String text = node.textValue();
        String masked = mask(text);
        return masked.equals(text) ? node : TextNode.valueOf(masked);
    }

    /** The text itself where no secret stands in it. */
    String mask(String text) {
        return text.length() < shortest || isSeenToBeClean(text) ? text : search().mask(text);
    }

    /** Making the search costs more than most runs need: their texts are few and short. */
    private boolean isSeenToBeClean(String text) {
        if (search != null || text.length() > SHORT_TEXT || work > LITTLE_WORK) {
            return false;
        }
        work += text.length();
        for (SecretPattern pattern : patterns) {
            if (text.contains(pattern.text())) {
                return false;
            }
        }
        return true;
    }

    private SecretSearch search() {
        SecretSearch made = search;
        if (made == null) {
            made = new SecretSearch(patterns);
            search = made;
        }
        return made;
    }
}
