package io.biggerbox.service;

/**
 * Something about an existing topic that would make the applications miscount or lose records.
 *
 * @param topic the topic
 * @param problem what is wrong, with what was found and what is needed
 * @param remedy what to do
 */
public record TopicProblem(String topic, String problem, String remedy) {

    @Override
    public String toString() {
        return topic + ": " + problem + "; " + remedy;
    }
}
