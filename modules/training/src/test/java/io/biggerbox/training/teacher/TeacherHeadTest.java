package io.biggerbox.training.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.sentences.SentenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TeacherHeadTest {
    private final Random random = new Random(11);

    /** Negative and positive lie on two sides of a line, neutral where a second number is large: no line parts all. */
    private float[] embedding(int place) {
        float[] numbers = new float[SentenceModel.SIZE];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (random.nextGaussian() * 0.03);
        }
        numbers[0] = place == 1 ? (random.nextBoolean() ? 0.3f : -0.3f) : 0.3f * (place - 1);
        numbers[1] = place == 1 ? 0.3f : 0;
        return numbers;
    }

    private List<Judged> judged(int count) {
        List<Judged> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(new Judged(embedding(i % 3), i % 3, 0.5f));
        }
        return out;
    }

    private static int best(float[] p) {
        return p[0] > p[1] && p[0] > p[2] ? 0 : p[1] > p[2] ? 1 : 2;
    }

    @Test
    void shouldLearnWhatItIsShown() {
        TeacherHead head = new TeacherHead(5);
        head.learn(judged(3_000));
        int right = 0;
        for (Judged text : judged(300)) {
            right += best(head.probabilities(text.embedding())) == text.place() ? 1 : 0;
        }
        assertThat(right).isGreaterThan(290);
    }

    @Test
    void shouldSayTheSameWhenItLearnsAgain() {
        List<Judged> texts = judged(200);
        TeacherHead one = new TeacherHead(5);
        one.learn(texts);
        TeacherHead other = new TeacherHead(5);
        other.learn(texts);
        float[] question = embedding(2);
        float[] answer = one.probabilities(question);
        assertThat(answer).isEqualTo(other.probabilities(question));
        assertThat(answer[0] + answer[1] + answer[2]).isBetween(0.999f, 1.001f);
    }
}
