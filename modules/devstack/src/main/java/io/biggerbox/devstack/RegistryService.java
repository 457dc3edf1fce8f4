package io.biggerbox.devstack;

import io.biggerbox.devstack.LogEntry.Erased;
import io.biggerbox.devstack.LogEntry.LevelSet;
import io.biggerbox.devstack.LogEntry.Stored;
import io.biggerbox.devstack.LogEntry.SubjectDeleted;
import io.biggerbox.devstack.LogEntry.SubjectErased;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The registry's rules. A change is answered only after the log has it, and changes go one at a time; answers to questions do
 * not wait for them.
 */
final class RegistryService {
    static final String LATEST = "latest";

    private final SchemaLog log;
    private final Object changing = new Object();
    private volatile RegistryState state;
    /** Set when the log may know more than the state: a write whose fate is not known. Guarded by {@link #changing}. */
    private boolean stale;

    RegistryService(SchemaLog log) {
        this.log = log;
        this.state = new RegistryState(log.readAll());
    }

    List<String> subjects(boolean deleted) {
        return state.subjects(deleted);
    }

    /** @throws RegistryError 40401 if there are none */
    List<Stored> versions(String subject, boolean deleted) {
        List<Stored> versions = state.versions(subject, deleted);
        if (versions.isEmpty()) {
            throw RegistryError.noSubject(subject);
        }
        return versions;
    }

    /**
     * One version.
     *
     * @param version a number from 1, {@code latest} or {@code -1}
     * @throws RegistryError 40401, 40402 or 42202
     */
    Stored version(String subject, String version, boolean deleted) {
        List<Stored> versions = versions(subject, deleted);
        int number = parseVersion(version);
        if (number == -1) {
            return versions.get(versions.size() - 1);
        }
        return versions.stream()
                .filter(stored -> stored.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryError.noVersion(version));
    }

    /** @throws RegistryError 40403 if nobody knows the id */
    List<Stored> places(String id) {
        List<Stored> places = List.of();
        try {
            places = state.places(Integer.parseInt(id));
        } catch (NumberFormatException e) {
            throw RegistryError.noSchema("Schema " + id);
        }
        if (places.isEmpty()) {
            throw RegistryError.noSchema("Schema " + id);
        }
        return places;
    }

    /** @throws RegistryError 40401 or 40403 if the subject, or the schema under it, is not there */
    Stored lookUp(String subject, String schema, boolean deleted) {
        String canonical = parse(schema).toString();
        return find(versions(subject, deleted), canonical).orElseThrow(() -> RegistryError.noSchema("Schema"));
    }

    /** The id, old or new. */
    int register(String subject, String schema) {
        Schema parsed = parse(schema);
        String canonical = parsed.toString();
        synchronized (changing) {
            RegistryState now = fresh();
            List<Stored> live = now.versions(subject, false);
            Optional<Stored> known = find(live, canonical);
            if (known.isPresent()) {
                return known.get().id();
            }
            CompatibilityLevel level = effectiveLevel(subject);
            List<String> problems = check(level, parsed, live);
            if (!problems.isEmpty()) {
                throw new RegistryError(
                        409,
                        409,
                        "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                                + "\" under " + level + ", details: " + problems);
            }
            List<Stored> ever = now.versions(subject, true);
            int version = ever.isEmpty() ? 1 : ever.get(ever.size() - 1).version() + 1;
            int id = now.idOf(canonical).orElseGet(now::nextId);
            change(now, new Stored(subject, version, id, canonical, false));
            return id;
        }
    }

    /**
     * Compares a schema with registered ones: one line per problem, empty if there is none.
     *
     * @param version as in {@link #version}; null to compare with as many as the level says
     */
    List<String> compatibility(String subject, @Nullable String version, String schema) {
        Schema parsed = parse(schema);
        List<Stored> against =
                version == null ? state.versions(subject, false) : List.of(version(subject, version, false));
        return check(effectiveLevel(subject), parsed, against);
    }

    /** The deleted versions' numbers. */
    List<Integer> deleteSubject(String subject, boolean permanent) {
        synchronized (changing) {
            RegistryState now = fresh();
            List<Stored> ever = versions(subject, true);
            List<Stored> live = now.versions(subject, false);
            if (permanent) {
                if (!live.isEmpty()) {
                    throw RegistryError.coded(
                            40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
                }
                ever.forEach(stored -> change(now, new Erased(subject, stored.version())));
                change(now, new SubjectErased(subject));
                change(now, new LevelSet(subject, null));
                return numbers(ever);
            }
            if (live.isEmpty()) {
                throw RegistryError.coded(
                        40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
            }
            change(now, new SubjectDeleted(subject, ever.get(ever.size() - 1).version()));
            return numbers(live);
        }
    }

    /** The deleted version's number. */
    int deleteVersion(String subject, String version, boolean permanent) {
        synchronized (changing) {
            RegistryState now = fresh();
            Stored found = version(subject, version, true);
            if (permanent && !found.deleted()) {
                throw RegistryError.coded(
                        40407,
                        "Subject '" + subject + "' Version " + found.version()
                                + " was not deleted first before being permanently deleted");
            }
            if (!permanent && found.deleted()) {
                throw RegistryError.coded(
                        40406,
                        "Subject '" + subject + "' Version " + found.version()
                                + " was soft deleted. Set permanent=true to delete permanently");
            }
            change(now, permanent ? new Erased(subject, found.version()) : RegistryState.softlyDeleted(found));
            return found.version();
        }
    }

    CompatibilityLevel globalLevel() {
        return state.globalLevel();
    }

    /** The subject's own level, if it has one. */
    Optional<CompatibilityLevel> level(String subject) {
        return state.level(subject);
    }

    /**
     * Sets or clears a level.
     *
     * @param subject null for the global level
     * @param level null to return to the default
     */
    void setLevel(@Nullable String subject, @Nullable CompatibilityLevel level) {
        synchronized (changing) {
            change(fresh(), new LevelSet(subject, level));
        }
    }

    private CompatibilityLevel effectiveLevel(String subject) {
        return state.level(subject).orElseGet(state::globalLevel);
    }

    private RegistryState fresh() {
        if (stale) {
            state = new RegistryState(log.readAll());
            stale = false;
        }
        return state;
    }

    private void change(RegistryState now, LogEntry entry) {
        try {
            log.append(entry);
        } catch (RuntimeException e) {
            // It may have arrived all the same: ask the log before the next change.
            stale = true;
            throw e;
        }
        now.apply(entry);
    }

    private static List<String> check(CompatibilityLevel level, Schema candidate, List<Stored> earlier) {
        return level.check(
                candidate,
                earlier.stream().map(stored -> parse(stored.schema())).toList());
    }

    private static Optional<Stored> find(List<Stored> versions, String canonical) {
        return versions.stream()
                .filter(stored -> stored.schema().equals(canonical))
                .findFirst();
    }

    private static List<Integer> numbers(List<Stored> versions) {
        return versions.stream().map(Stored::version).toList();
    }

    private static Schema parse(String schema) {
        try {
            return new Schema.Parser().parse(schema);
        } catch (RuntimeException e) {
            // Not only Avro's own: an unknown type name is a NullPointerException in its parser.
            throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    private static int parseVersion(String version) {
        if (version.equals(LATEST)) {
            return -1;
        }
        try {
            int number = Integer.parseInt(version);
            if (number >= 1 || number == -1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like numbers out of range.
        }
        throw RegistryError.coded(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }
}
