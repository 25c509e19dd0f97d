package io.dataflows.engine.mail;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/** Markdown as HTML that can do no harm: no scripts, no styles, no pictures, no events, no links but to usual places. */
final class Markdown {

    private static final String[] ELEMENTS = ("address article aside footer header h1 h2 h3 h4 h5 h6 hgroup main nav"
                    + " section blockquote dd div dl dt figcaption figure hr li menu ol p pre ul a abbr b bdi bdo br cite"
                    + " code data dfn em i kbd mark q rb rp rt rtc ruby s samp small span strong sub sup time u var wbr"
                    + " caption col colgroup table tbody td tfoot th thead tr")
            .split(" ");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowWithoutAttributes("a", "span")
            .allowAttributes("href", "name", "target")
            .onElements("a")
            .allowUrlProtocols("http", "https", "ftp", "mailto", "tel")
            .disallowTextIn("script", "style", "textarea", "option", "noscript")
            .skipRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private static final Parser PARSER =
            Parser.builder().customDelimiterProcessor(new Tildes()).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().nodeRendererFactory(LineBreaks::new).build();

    private Markdown() {}

    static String toHtml(String markdown) {
        HtmlWriter writer = new HtmlWriter();
        HtmlSanitizer.sanitize(RENDERER.render(PARSER.parse(markdown)), POLICY.apply(writer));
        return writer.toString();
    }
}
