package io.dataflows.engine.mail;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Writes what the sanitizer let through, escaping as little as is safe. The sanitizer's own writer also escapes quotes,
 * at signs and the like, which makes plain mails hard to read in their source.
 */
final class HtmlWriter implements HtmlStreamEventReceiver {

    private static final Set<String> VOID = Set.of("br", "hr", "wbr", "col");
    private static final Set<String> CLOSED = Set.of("br", "hr");

    private static final Set<String> LISTS = Set.of("ol", "ul");

    private final StringBuilder html = new StringBuilder();

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        if (LISTS.contains(name)) {
            joinTightItem();
        }
        html.append('<').append(name);
        for (int index = 0; index < attributes.size(); index += 2) {
            html.append(' ').append(attributes.get(index)).append("=\"");
            append(attributes.get(index + 1).replace("&", "&amp;").replace("\"", "&quot;"));
            html.append('"');
        }
        html.append(CLOSED.contains(name) ? " />" : ">");
        // The sanitizer drops white space right inside of lists.
        html.append(LISTS.contains(name) ? "\n" : "");
    }

    @Override
    public void closeTag(String name) {
        if (!VOID.contains(name)) {
            html.append("</").append(name).append(name.equals("li") ? ">\n" : ">");
        }
    }

    @Override
    public void text(String text) {
        boolean first = endsWith("<li>") && text.startsWith("\n");
        append((first ? text.substring(1) : text).replace("&", "&amp;"));
    }

    /** An item's text and the list in it stand in one line. */
    private void joinTightItem() {
        int last = html.length() - 1;
        if (last > 0 && html.charAt(last) == '\n' && html.charAt(last - 1) != '>') {
            html.setLength(last);
        }
    }

    private boolean endsWith(String end) {
        return html.length() >= end.length() && html.indexOf(end, html.length() - end.length()) >= 0;
    }

    private void append(String escaped) {
        html.append(escaped.replace("<", "&lt;").replace(">", "&gt;"));
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
