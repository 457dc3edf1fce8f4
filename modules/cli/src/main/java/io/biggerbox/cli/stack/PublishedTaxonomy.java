package io.biggerbox.cli.stack;

import io.biggerbox.service.TopicSnapshot;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The taxonomy that a stack listens by. */
public final class PublishedTaxonomy {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedTaxonomy.class);

    private PublishedTaxonomy() {}

    /** The newest one on its topic; one without themes when there is none. */
    public static Taxonomy of(Connection stack) {
        return newest(stack).orElseGet(() -> new Taxonomy("none", "none", List.of()));
    }

    /**
     * The newest one; empty if there is none, or none that can be used.
     *
     * @param partitions that our topics have
     */
    static Optional<Taxonomy> ifAny(ConnectionOptions options, int partitions) {
        try (Connection stack = Connection.open(options, partitions)) {
            return newest(stack);
        } catch (InvalidRecordException e) {
            LOG.warn("the published taxonomy cannot be used", e);
            return Optional.empty();
        }
    }

    private static Optional<Taxonomy> newest(Connection stack) {
        return Optional.ofNullable(
                        new TopicSnapshot<>(stack.client(), stack.topics().taxonomy())
                                .read()
                                .get(TaxonomyRecords.KEY))
                .map(TaxonomyRecords::fromRecord);
    }
}
