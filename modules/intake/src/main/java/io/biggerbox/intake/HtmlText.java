package io.biggerbox.intake;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML to plain text: tags go, entities become characters, paragraphs and breaks become line ends. */
final class HtmlText {

    private static final Set<String> HIDDEN = Set.of("script", "style", "head", "title");

    private HtmlText() {}

    static String strip(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        Collector collector = new Collector();
        Jsoup.parseBodyFragment(html).body().traverse(collector);
        return collector.text.toString().strip();
    }

    private static final class Collector implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode textNode) {
                Node parent = node.parent();
                boolean hidden = parent != null && HIDDEN.contains(parent.nodeName());
                if (!hidden) {
                    text.append(textNode.getWholeText().replace('\u00a0', ' '));
                }
            } else if (node.nodeName().equals("br")) {
                text.append('\n');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            boolean atLineStart = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
            if (node instanceof Element element && element.isBlock() && !atLineStart) {
                text.append('\n');
            }
        }
    }
}
