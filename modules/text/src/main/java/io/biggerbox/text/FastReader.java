package io.biggerbox.text;

import io.biggerbox.text.language.LanguageGuess;
import io.biggerbox.text.redaction.Redactor;
import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.sentiment.Faces;
import io.biggerbox.text.sentiment.Lean;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.themes.ThemeMatcher;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads texts with a small learned network and rules, without native libraries. Creating one reads resources and compiles
 * the taxonomy, so keep it; reading is cheap.
 */
public final class FastReader implements TextReader {
    private final String modelVersion;
    private final Taxonomy taxonomy;
    private final Redactor redactor;
    private final Tokenizer tokenizer;
    private final LanguageGuess languages;
    private final SentimentScorer scorer;
    private final MentionReader mentions;
    private final IntentReader intents;
    private final ReplyReader replies;

    private FastReader(Taxonomy taxonomy, Redactor redactor) {
        SentimentModel model = SentimentModel.shipped();
        this.modelVersion = model.version();
        this.taxonomy = taxonomy;
        this.redactor = redactor;
        this.tokenizer = new Tokenizer(model.vocabulary());
        this.languages = new LanguageGuess(model.vocabulary(), RuleFiles.lines("languages.tsv"));
        this.scorer = new SentimentScorer(
                model, WordPatterns.of(RuleFiles.lines("idioms.tsv")), Faces.of(RuleFiles.lines("faces.tsv")));
        this.mentions = new MentionReader(new ThemeMatcher(taxonomy, tokenizer), scorer);
        this.intents = new IntentReader();
        this.replies = new ReplyReader();
    }

    /**
     * A reader that redacts everything.
     *
     * @param taxonomy the themes to find; may have none
     */
    public static FastReader create(Taxonomy taxonomy) {
        return new FastReader(taxonomy, Redactor.everything());
    }

    /**
     * A reader with redaction of your choice.
     *
     * @param taxonomy the themes to find; may have none
     * @param redactor what hides personal data
     */
    public static FastReader create(Taxonomy taxonomy, Redactor redactor) {
        return new FastReader(taxonomy, redactor);
    }

    @Override
    public Reading read(String text) {
        String redacted = redactor.redact(text);
        List<Token> tokens = tokenizer.tokens(redacted);
        if (tokens.isEmpty()) {
            return unread(ReadingStatus.EMPTY, redacted, LanguageGuess.UNKNOWN);
        }
        String language = languages.of(tokens);
        if (!language.equals(LanguageGuess.ENGLISH) && !language.equals(LanguageGuess.UNKNOWN)) {
            return unread(ReadingStatus.UNSUPPORTED_LANGUAGE, redacted, language);
        }
        List<Sentence> sentences = new ArrayList<>();
        List<ThemeMention> themes = new ArrayList<>();
        List<Intent> wants = new ArrayList<>();
        Lean all = scorer.lean(List.of());
        for (List<Token> sentence : SentenceSplitter.split(redacted, tokens)) {
            Span span = spanOf(sentence);
            Lean lean = scorer.lean(sentence);
            Sentiment sentiment = scorer.sentiment(lean);
            all = all.plus(lean);
            sentences.add(new Sentence(span, sentiment));
            List<Token> words = WordPatterns.wordsOf(sentence);
            mentions.read(sentence, words, span, sentiment, themes);
            intents.read(sentence, words, span, wants);
        }
        Sentiment whole = sentences.size() == 1 ? sentences.get(0).sentiment() : scorer.sentiment(all);
        return new Reading(ReadingStatus.READ, redacted, language, whole, sentences, themes, wants);
    }

    @Override
    public ReplyReading readReply(String text) {
        String redacted = redactor.redact(text);
        List<List<Token>> sentences = SentenceSplitter.split(redacted, tokenizer.tokens(redacted));
        return new ReplyReading(redacted, replies.read(sentences));
    }

    @Override
    public String modelVersion() {
        return modelVersion;
    }

    @Override
    public String taxonomyVersion() {
        return taxonomy.version();
    }

    static Span spanOf(List<Token> sentence) {
        return new Span(
                sentence.get(0).start(), sentence.get(sentence.size() - 1).end());
    }

    static boolean asks(List<Token> sentence) {
        for (Token token : sentence) {
            if (token.kind() == TokenKind.STOP && token.is("?")) {
                return true;
            }
        }
        return false;
    }

    private static Reading unread(ReadingStatus status, String redacted, String language) {
        return new Reading(status, redacted, language, Sentiment.UNKNOWN, List.of(), List.of(), List.of());
    }
}
