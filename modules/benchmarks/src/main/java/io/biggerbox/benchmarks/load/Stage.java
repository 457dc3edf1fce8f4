package io.biggerbox.benchmarks.load;

import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.detect.DetectTopology;
import io.biggerbox.topologies.measure.MeasureTopology;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is measured, in this order: each leaves behind what the next one reads. */
enum Stage {
    /** Copies with the settings that Kafka Streams comes with. */
    PLAIN_COPY("plain copy"),
    /** Copies with the settings of the applications. */
    COPY("copy"),
    CLASSIFY("classify"),
    MEASURE("measure"),
    DETECT("detect"),
    CHAIN("whole chain");

    static final String INPUT = "voc.reviews";
    static final String FEEDBACK = "voc.feedback";

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** What runs; nothing where records are only copied. */
    Set<Application> applications() {
        return switch (this) {
            case PLAIN_COPY, COPY -> EnumSet.noneOf(Application.class);
            case CLASSIFY -> EnumSet.of(Application.CLASSIFY);
            case MEASURE -> EnumSet.of(Application.MEASURE);
            case DETECT -> EnumSet.of(Application.DETECT);
            case CHAIN -> EnumSet.of(Application.CLASSIFY, Application.MEASURE, Application.DETECT);
        };
    }

    /** Whether records are only copied. */
    boolean isCopy() {
        return this == PLAIN_COPY || this == COPY;
    }

    String title() {
        return title;
    }

    /** Consumer groups, each with what it has to finish. */
    Map<String, List<String>> work() {
        Map<String, List<String>> work = new LinkedHashMap<>();
        if (isCopy()) {
            work.put(LoadNode.COPY_GROUP, List.of(INPUT));
        }
        applications().forEach(each -> work.put(each.id(), reads(each)));
        return work;
    }

    private static List<String> reads(Application application) {
        return switch (application) {
            case CLASSIFY -> List.of(INPUT);
            case MEASURE -> List.of(FEEDBACK, internal(application, MeasureTopology.BY_ROW));
            case DETECT -> List.of(FEEDBACK, internal(application, DetectTopology.BY_PRODUCT));
            case DISCOVER -> throw new IllegalArgumentException("not measured here");
        };
    }

    private static String internal(Application application, String name) {
        return application.id() + "-" + name + "-repartition";
    }

    /** Topics that it writes and that must be empty before it. */
    Set<String> outputs() {
        return switch (this) {
            case PLAIN_COPY, COPY -> Set.of(LoadNode.COPY_TOPIC);
            case CLASSIFY -> Set.of(FEEDBACK);
            case MEASURE -> Set.of("voc.theme-stats", "voc.experience-stats");
            case DETECT -> Set.of("voc.alerts");
            case CHAIN -> Set.of(FEEDBACK, "voc.theme-stats", "voc.experience-stats", "voc.alerts");
        };
    }
}
