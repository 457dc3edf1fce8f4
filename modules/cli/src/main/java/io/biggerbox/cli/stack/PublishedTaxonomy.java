package io.biggerbox.cli.stack;

import io.biggerbox.service.TopicSnapshot;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.util.List;

/** The taxonomy that a stack listens by. */
public final class PublishedTaxonomy {

    private PublishedTaxonomy() {}

    /** The newest one on its topic; one without themes when there is none. */
    public static Taxonomy of(Connection stack) {
        var published = new TopicSnapshot<>(stack.client(), stack.topics().taxonomy())
                .read()
                .get(TaxonomyRecords.KEY);
        return published == null ? new Taxonomy("none", "none", List.of()) : TaxonomyRecords.fromRecord(published);
    }
}
