package io.biggerbox.training.teacher;

/** The numbers of a text and what somebody took it for. */
final class Judged {
    private final float[] embedding;
    private final int place;
    private final float weight;

    /**
     * @param embedding what the sentence model makes of the text
     * @param place of the label among NEGATIVE, NEUTRAL and POSITIVE
     * @param weight how far the label is trusted, 0 to 1
     */
    Judged(float[] embedding, int place, float weight) {
        this.embedding = embedding;
        this.place = place;
        this.weight = weight;
    }

    float[] embedding() {
        return embedding;
    }

    int place() {
        return place;
    }

    float weight() {
        return weight;
    }
}
