package io.biggerbox.topologies.taxonomy;

import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import java.time.Instant;

/** Between the taxonomy as a record on its topic and the taxonomy as the reader knows it. */
public final class TaxonomyRecords {

    /** Key under which the taxonomy in force stands on its topic. */
    public static final String KEY = "default";

    private TaxonomyRecords() {}

    /** The record as the reader knows it. */
    public static Taxonomy fromRecord(io.biggerbox.events.Taxonomy taxonomy) {
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
                        .toList());
    }

    /** The record to publish. */
    public static io.biggerbox.events.Taxonomy toRecord(Taxonomy taxonomy, Instant publishedAt) {
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
                .build();
    }
}
