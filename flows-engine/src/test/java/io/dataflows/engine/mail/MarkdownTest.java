package io.dataflows.engine.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    static Stream<Arguments> observed() {
        return Stream.of(
                        "# Hi **x** → <h1>Hi <strong>x</strong></h1>⏎",
                        "line1⏎⏎line2 <script>alert(1)</script> [l](http://x) →"
                                + " <p>line1</p>⏎<p>line2  <a href=\"http://x\">l</a></p>⏎",
                        "a⏎b → <p>a⏎b</p>⏎",
                        "a  ⏎b → <p>a<br />b</p>⏎",
                        "~~s~~ and ~t~ → <p>s and t</p>⏎",
                        "<b>raw</b> → <p><b>raw</b></p>⏎",
                        "![i](http://x/i.png \"t\") → <p></p>⏎",
                        "[j](javascript:alert(1)) → <p><a>j</a></p>⏎",
                        "[m](mailto:a@b.io \"T\") → <p><a href=\"mailto:a@b.io\">m</a></p>⏎",
                        "```js⏎code <b>⏎``` → <pre><code>code &lt;b&gt;⏎</code></pre>⏎",
                        "1. a⏎2. b → <ol>⏎<li>a</li>⏎<li>b</li>⏎</ol>⏎",
                        "* a⏎  * b⏎* c → <ul>⏎<li>a<ul>⏎<li>b</li>⏎</ul>⏎</li>⏎<li>c</li>⏎</ul>⏎",
                        "* a⏎  * b⏎⏎    c → <ul>⏎<li>a<ul>⏎<li><p>b</p>⏎<p>c</p>⏎</li>⏎</ul>⏎</li>⏎</ul>⏎",
                        "> q → <blockquote>⏎<p>q</p>⏎</blockquote>⏎",
                        "--- → <hr />⏎",
                        "a & b < c > d \"q\" 's' → <p>a &amp; b &lt; c &gt; d \"q\" 's'</p>⏎",
                        "`a<b` → <p><code>a&lt;b</code></p>⏎",
                        "<a href=\"http://x\" target=\"_blank\" style=\"color:red\" class=\"k\">l</a> →"
                                + " <p><a href=\"http://x\" target=\"_blank\">l</a></p>⏎",
                        "{\"a\":1} → <p>{\"a\":1}</p>⏎",
                        "ä ö € → <p>ä ö €</p>⏎",
                        "a_b_c *d* __e__ → <p>a_b_c <em>d</em> <strong>e</strong></p>⏎",
                        "<span style=\"x\">s</span> → <p><span>s</span></p>⏎",
                        "[a](/rel) → <p><a href=\"/rel\">a</a></p>⏎",
                        "[a](data:text/html,x) → <p><a>a</a></p>⏎",
                        "&copy; x → <p>© x</p>⏎",
                        "<http://auto.io> → <p><a href=\"http://auto.io\">http://auto.io</a></p>⏎")
                .map(line -> line.split(" → ", -1))
                .map(pair -> Arguments.of(pair[0].replace("⏎", "\n"), pair[1].replace("⏎", "\n")));
    }

    @ParameterizedTest
    @MethodSource("observed")
    void becomesTheHtmlThatUsersKnow(String markdown, String html) {
        assertThat(Markdown.toHtml(markdown)).isEqualTo(html);
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(Markdown.toHtml("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=http://x/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><script>1</script></svg>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a href=\"java\tscript:alert(1)\">x</a>",
                "[x](vbscript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<style>@import 'http://x';</style>",
                "<math><mtext></p><style><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<form action=http://x><input name=p><button>b</button></form>",
                "<object data=x></object><embed src=x><base href=http://x>",
                "<p style=\"background:url(javascript:alert(1))\" onclick=x>y</p>"
            })
    void losesWhateverCouldDoHarm(String hostile) {
        assertThat(Markdown.toHtml(hostile).toLowerCase(java.util.Locale.ROOT))
                .doesNotContainPattern("<(script|img|svg|iframe|style|math|form|input|button|object|embed|base)")
                .doesNotContainPattern("<[^>]*\\son\\w+\\s*=")
                .doesNotContainPattern("<[^>]*(java|vb)script:")
                .doesNotContainPattern("<[^>]*data:");
    }
}
