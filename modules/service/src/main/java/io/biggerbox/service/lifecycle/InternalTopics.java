package io.biggerbox.service.lifecycle;

import io.biggerbox.topologies.Application;

/** Names of the topics that Kafka Streams makes for an application. */
final class InternalTopics {

    static final String CHANGELOG = "-changelog";
    static final String REPARTITION = "-repartition";

    private InternalTopics() {}

    static boolean belongTo(Application application, String name) {
        return name.startsWith(application.id() + "-") && (name.endsWith(CHANGELOG) || name.endsWith(REPARTITION));
    }
}
