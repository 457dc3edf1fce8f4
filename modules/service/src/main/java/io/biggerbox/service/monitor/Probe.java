package io.biggerbox.service.monitor;

import java.util.List;

/**
 * Whether a process lives and works.
 *
 * @param live false when an application has stopped for good: only a restart of the process helps
 * @param problems what keeps it from being ready, each with what to do
 */
public record Probe(boolean live, List<String> problems) {

    public Probe {
        problems = List.copyOf(problems);
    }

    /** True when every application works and broker and registry answer. */
    public boolean ready() {
        return problems.isEmpty();
    }
}
