package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The Maven modules depend on each other in one direction. */
class ModulesTest {

    /** Lower first. A module depends on modules of lower levels, or on those named before it on its own. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("registry-client", "text", "recurrence", "sentence-model"),
            List.of("events", "cascade", "compiler"),
            List.of("topologies", "devstack", "demo"),
            List.of("intake", "service", "backtest", "testkit"),
            List.of("cli"),
            List.of("training", "acceptance", "benchmarks"));

    private static final Path ROOT = Path.of(System.getProperty("repository.root"));

    @Test
    void dependenciesGoDown() throws Exception {
        List<String> order = LEVELS.stream().flatMap(List::stream).toList();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> module : modules().entrySet()) {
            assertThat(order).as("levels of this test").contains(module.getKey());
            for (String used : module.getValue()) {
                if (order.indexOf(used) >= order.indexOf(module.getKey())) {
                    wrong.add(module.getKey() + " → " + used);
                }
            }
        }
        assertThat(wrong).as("dependencies that go up").isEmpty();
    }

    @Test
    void theCoresDependOnNoModule() throws Exception {
        assertThat(modules().get("text")).isEmpty();
        assertThat(modules().get("recurrence")).isEmpty();
        assertThat(modules()).hasSizeGreaterThanOrEqualTo(12);
    }

    /** Modules and what they need of the others to run; what only tests need may go anywhere but up to cli. */
    private static Map<String, Set<String>> modules() throws Exception {
        Map<String, Set<String>> modules = new TreeMap<>();
        try (var folders = Files.list(ROOT.resolve("modules"))) {
            for (Path folder : folders.filter(each -> Files.exists(each.resolve("pom.xml")))
                    .toList()) {
                modules.put(folder.getFileName().toString(), dependencies(folder.resolve("pom.xml")));
            }
        }
        return modules;
    }

    private static Set<String> dependencies(Path pom) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getElementsByTagName("dependency");
        Set<String> ours = new TreeSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element dependency = (Element) all.item(i);
            boolean test = "test".equals(text(dependency, "scope"));
            boolean usable = !test || pom.getParent().endsWith("acceptance");
            if ("io.biggerbox".equals(text(dependency, "groupId")) && usable) {
                ours.add(text(dependency, "artifactId"));
            }
        }
        return ours;
    }

    private static String text(Element element, String name) {
        Node node = element.getElementsByTagName(name).item(0);
        return node == null ? "" : node.getTextContent().strip();
    }
}
