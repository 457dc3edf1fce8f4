package io.biggerbox.topologies.taxonomy;

import io.biggerbox.text.learned.ThemeModel;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.topologies.errors.InvalidRecordException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between the taxonomy as a record on its topic and the taxonomy as the reader knows it. */
public final class TaxonomyRecords {

    /** Key under which the taxonomy in force stands on its topic. */
    public static final String KEY = "default";

    private static final String REMEDY =
            "check the taxonomy with `biggerbox taxonomy validate` and publish it again; until then the last good one"
                    + " is in force";

    private TaxonomyRecords() {}

    /**
     * The record as the reader knows it.
     *
     * @throws InvalidRecordException if labels could not be counted under its ids
     */
    public static Taxonomy fromRecord(io.biggerbox.events.Taxonomy taxonomy) {
        check(taxonomy);
        return new Taxonomy(
                taxonomy.getTaxonomyId(),
                taxonomy.getVersion(),
                taxonomy.getThemes().stream()
                        .map(theme -> new Theme(
                                theme.getId(),
                                theme.getName(),
                                theme.getDescription(),
                                theme.getParent(),
                                theme.getTeam(),
                                theme.getPhrases(),
                                theme.getInclude(),
                                theme.getExclude()))
                        .toList(),
                learned(taxonomy.getLearned()));
    }

    private static @Nullable ThemeModel learned(@Nullable ByteBuffer bytes) {
        if (bytes == null) {
            return null;
        }
        byte[] model = new byte[bytes.remaining()];
        bytes.duplicate().get(model);
        try {
            return ThemeModel.read(model);
        } catch (IllegalArgumentException e) {
            throw new InvalidRecordException("learned", "is of no use: " + e.getMessage(), REMEDY);
        }
    }

    /** Ids become parts of keys; two themes with one id would be counted as one and owned by either. */
    private static void check(io.biggerbox.events.Taxonomy taxonomy) {
        Set<String> ids = new HashSet<>();
        for (io.biggerbox.events.Theme theme : taxonomy.getThemes()) {
            String id = theme.getId();
            if (id.isBlank() || id.indexOf('\0') >= 0) {
                throw new InvalidRecordException("themes.id", "is empty or holds a NUL character", REMEDY);
            }
            if (!ids.add(id)) {
                throw new InvalidRecordException("themes.id", "is " + id + " twice", REMEDY);
            }
        }
    }

    /** The record to publish. */
    public static io.biggerbox.events.Taxonomy toRecord(Taxonomy taxonomy, Instant publishedAt) {
        ThemeModel learned = taxonomy.learned();
        return io.biggerbox.events.Taxonomy.newBuilder()
                .setTaxonomyId(taxonomy.id())
                .setVersion(taxonomy.version())
                .setPublishedAt(publishedAt)
                .setThemes(taxonomy.themes().stream()
                        .map(theme -> io.biggerbox.events.Theme.newBuilder()
                                .setId(theme.id())
                                .setName(theme.name())
                                .setDescription(theme.description())
                                .setParent(theme.parent())
                                .setTeam(theme.team())
                                .setPhrases(theme.phrases())
                                .setInclude(theme.include())
                                .setExclude(theme.exclude())
                                .build())
                        .toList())
                .setLearned(learned == null ? null : ByteBuffer.wrap(learned.toBytes()))
                .build();
    }
}
