package io.biggerbox.cli.stack;

import io.biggerbox.events.topics.Topics;
import io.biggerbox.service.GroupLag;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.detect.DetectTopology;
import io.biggerbox.topologies.measure.MeasureTopology;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;

/** Whether the applications have processed everything that was written. */
public final class CaughtUp implements AutoCloseable {

    private final Admin admin;
    private final GroupLag lag;
    private final Topics topics;

    /**
     * Opens an admin client.
     *
     * @param connection not closed here
     */
    public CaughtUp(Connection connection) {
        Properties properties = new Properties();
        properties.putAll(connection.client());
        admin = Admin.create(properties);
        lag = new GroupLag(admin);
        topics = connection.topics();
    }

    /** Records that some application has yet to process. */
    public long behind() {
        return sum(
                        Application.CLASSIFY,
                        List.of(
                                topics.reviews().name(),
                                topics.tickets().name(),
                                topics.surveys().name()))
                + sum(
                        Application.MEASURE,
                        List.of(topics.feedback().name(), internal(Application.MEASURE, MeasureTopology.BY_ROW)))
                + sum(
                        Application.DETECT,
                        List.of(topics.feedback().name(), internal(Application.DETECT, DetectTopology.BY_PRODUCT)));
    }

    private long sum(Application application, List<String> names) {
        return lag.of(application.id(), names).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String internal(Application application, String name) {
        return application.id() + "-" + name + "-repartition";
    }

    @Override
    public void close() {
        admin.close();
    }
}
