package io.biggerbox.service;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Topics are not as they must be; says all that is wrong at once. */
public final class TopicProblemsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TopicProblemsException(List<TopicProblem> problems) {
        super(problems.stream().map(TopicProblem::toString).collect(Collectors.joining("\n")));
    }
}
