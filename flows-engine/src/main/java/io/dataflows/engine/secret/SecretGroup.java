package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Secrets that are looked for together. */
final class SecretGroup {

    /**
     * Characters times patterns. Making the search costs more than most runs need: their texts are few and short, so that
     * they are looked through pattern by pattern until that came to as much work.
     */
    private static final int LITTLE_WORK = 200_000;

    private final List<SecretPattern> patterns;
    private final Map<String, String> numbers;
    private final int shortest;
    private volatile @Nullable SecretSearch search;

    /** Threads may lose one another's work here: the search is made somewhat later then, and is the same. */
    private long work;

    /** @param numbers the masks of what data may also hold as a number, by its text */
    SecretGroup(List<SecretPattern> patterns, Map<String, String> numbers) {
        this.patterns = List.copyOf(patterns);
        this.numbers = Map.copyOf(numbers);
        this.shortest = patterns.stream()
                .mapToInt(pattern -> pattern.text().length())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The texts in all of their forms. */
    static SecretGroup of(Collection<String> texts, String mask) {
        List<SecretPattern> patterns = new ArrayList<>();
        Map<String, String> numbers = new HashMap<>();
        for (String text : texts) {
            boolean word = SecretStrength.isShort(text);
            SecretForms.of(text).forEach(form -> patterns.add(new SecretPattern(form, mask, word)));
            if (SecretStrength.isNumber(text)) {
                numbers.put(text, mask);
            }
        }
        return new SecretGroup(patterns, numbers);
    }

    /** One group of two; what both know keeps the mask that it has here. */
    SecretGroup and(SecretGroup more) {
        List<SecretPattern> all = new ArrayList<>(patterns);
        all.addAll(more.patterns);
        Map<String, String> allNumbers = new HashMap<>(more.numbers);
        allNumbers.putAll(numbers);
        return new SecretGroup(all, allNumbers);
    }

    int size() {
        return patterns.size();
    }

    boolean holdsNumbers() {
        return !numbers.isEmpty();
    }

    @Nullable
    String numberMask(JsonNode number) {
        return numbers.get(number.asText());
    }

    /** @param min shorter patterns don't count */
    List<Match> find(String text, int min) {
        if (text.length() < shortest) {
            return List.of();
        }
        SecretSearch made = search;
        if (made == null) {
            if (isSeenToBeClean(text)) {
                return List.of();
            }
            made = new SecretSearch(patterns);
            search = made;
        }
        return made.find(text, min);
    }

    private boolean isSeenToBeClean(String text) {
        work += (long) text.length() * patterns.size();
        if (work > LITTLE_WORK) {
            return false;
        }
        for (SecretPattern pattern : patterns) {
            if (text.contains(pattern.text())) {
                return false;
            }
        }
        return true;
    }
}
