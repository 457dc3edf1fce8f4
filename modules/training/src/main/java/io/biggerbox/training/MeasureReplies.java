package io.biggerbox.training;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.training.replies.ReplyScore;
import io.biggerbox.training.replies.ReplySentence;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures how well the shipped reader says what vendor replies do.
 *
 * <p>Argument: a file of lines such as {@code deflects.policy<TAB>We do not take back sale goods.}; without one, the sentences
 * that the project holds back.
 */
public final class MeasureReplies {
    private MeasureReplies() {}

    /** Runs the measurement. */
    public static void main(String[] args) throws Exception {
        List<ReplySentence> sentences =
                args.length == 0 ? ReplySentence.own(ReplySentence.HELD_BACK) : ReplySentence.of(Path.of(args[0]));
        FastReader reader = FastReader.create(new Taxonomy("none", "1", List.of()));
        System.out.println(ReplyScore.of(reader, sentences));
    }
}
