package io.biggerbox.demo;

import io.biggerbox.demo.phrase.PhraseGrammar;
import io.biggerbox.demo.phrase.PhraseSource;
import java.util.List;
import java.util.Set;

/** The company's grammar and the slots that it may use. */
final class Phrasebook {
    private static final List<String> FILES = List.of(
            "frame",
            "praise",
            "everyday",
            "complaints-stories",
            "complaints-delivery",
            "complaints-product",
            "complaints-service",
            "subjects",
            "vendor",
            "other-languages");

    private Phrasebook() {}

    static PhraseGrammar load() {
        List<PhraseSource> sources = FILES.stream()
                .map(file -> PhraseSource.resource(Phrasebook.class, "phrases/" + file + ".phrases"))
                .toList();
        return PhraseGrammar.parse(sources, Set.of("product", "name", "first", "email", "phone", "order"));
    }
}
