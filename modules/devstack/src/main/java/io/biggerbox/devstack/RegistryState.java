package io.biggerbox.devstack;

import io.biggerbox.devstack.LogEntry.Erased;
import io.biggerbox.devstack.LogEntry.LevelSet;
import io.biggerbox.devstack.LogEntry.Stored;
import io.biggerbox.devstack.LogEntry.SubjectDeleted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the log says, in memory. Thread-safe; answers are copies. */
final class RegistryState {
    private final Map<String, NavigableMap<Integer, Stored>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;
    private int lastId;

    RegistryState(Collection<LogEntry> log) {
        log.forEach(this::apply);
    }

    synchronized void apply(LogEntry entry) {
        if (entry instanceof Stored stored) {
            subjects.computeIfAbsent(stored.subject(), subject -> new TreeMap<>())
                    .put(stored.version(), stored);
            lastId = Math.max(lastId, stored.id());
        } else if (entry instanceof Erased erased) {
            NavigableMap<Integer, Stored> versions = subjects.get(erased.subject());
            if (versions != null) {
                versions.remove(erased.version());
                if (versions.isEmpty()) {
                    subjects.remove(erased.subject());
                }
            }
        } else if (entry instanceof SubjectDeleted deleted) {
            NavigableMap<Integer, Stored> versions = subjects.get(deleted.subject());
            if (versions != null) {
                versions.headMap(deleted.version(), true).replaceAll((version, stored) -> softlyDeleted(stored));
            }
        } else if (entry instanceof LevelSet set) {
            applyLevel(set.subject(), set.level());
        }
    }

    private void applyLevel(@Nullable String subject, @Nullable CompatibilityLevel level) {
        if (subject == null) {
            globalLevel = level == null ? CompatibilityLevel.BACKWARD : level;
        } else if (level == null) {
            levels.remove(subject);
        } else {
            levels.put(subject, level);
        }
    }

    static Stored softlyDeleted(Stored stored) {
        return new Stored(stored.subject(), stored.version(), stored.id(), stored.schema(), true);
    }

    /** Names in their order; those with live versions only, unless {@code deleted}. */
    synchronized List<String> subjects(boolean deleted) {
        return subjects.entrySet().stream()
                .filter(subject ->
                        deleted || subject.getValue().values().stream().anyMatch(stored -> !stored.deleted()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Versions from old to new; the live ones only, unless {@code deleted}. */
    synchronized List<Stored> versions(String subject, boolean deleted) {
        return subjects.getOrDefault(subject, new TreeMap<>()).values().stream()
                .filter(stored -> deleted || !stored.deleted())
                .toList();
    }

    /** The id of a schema under whatever subject, deleted or not. */
    synchronized Optional<Integer> idOf(String schema) {
        return all().stream()
                .filter(stored -> stored.schema().equals(schema))
                .map(Stored::id)
                .findFirst();
    }

    /** All places of an id, deleted ones too; empty if nobody knows it. */
    synchronized List<Stored> places(int id) {
        return all().stream().filter(stored -> stored.id() == id).toList();
    }

    private List<Stored> all() {
        List<Stored> all = new ArrayList<>();
        subjects.values().forEach(versions -> all.addAll(versions.values()));
        return all;
    }

    synchronized int nextId() {
        return lastId + 1;
    }

    synchronized CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    /** The subject's own level, if it has one. */
    synchronized Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }
}
