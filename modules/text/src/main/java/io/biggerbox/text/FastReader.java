package io.biggerbox.text;

import io.biggerbox.text.language.LanguageGuess;
import io.biggerbox.text.redaction.Redactor;
import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.sentiment.Faces;
import io.biggerbox.text.sentiment.Gauge;
import io.biggerbox.text.sentiment.Lean;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.themes.ThemeMatcher;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Stems;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private final UrgencyReader urgencies;
    private final ReplyReader replies;

    /** Of this reader and not static: its arrays fit its model, and go with it when a new taxonomy replaces it. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Desk> desks;

    private FastReader(Taxonomy taxonomy, Redactor redactor) {
        SentimentModel model = SentimentModel.shipped();
        this.modelVersion = model.version();
        this.taxonomy = taxonomy;
        this.redactor = redactor;
        this.tokenizer = new Tokenizer(model.vocabulary());
        this.languages = new LanguageGuess(model.vocabulary(), RuleFiles.lines("languages.tsv"));
        Stems stems = new Stems(model.vocabulary());
        this.scorer = new SentimentScorer(
                model, WordPatterns.of(RuleFiles.lines("idioms.tsv"), stems), Faces.of(RuleFiles.lines("faces.tsv")));
        this.mentions = new MentionReader(new ThemeMatcher(taxonomy, tokenizer, stems), scorer);
        this.intents = new IntentReader(stems);
        this.urgencies = new UrgencyReader(stems);
        this.replies = new ReplyReader(stems);
        this.desks = ThreadLocal.withInitial(() -> new Desk(new Line(stems), scorer.gauge()));
    }

    /** Arrays that one thread works with. */
    private record Desk(Line line, Gauge gauge) {}

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
        Urgency urgency = Urgency.NORMAL;
        Desk desk = desks.get();
        Line line = desk.line();
        @Nullable Lean all = null;
        for (List<Token> sentence : SentenceSplitter.split(redacted, tokens)) {
            line.lay(sentence);
            Span span = spanOf(line);
            Lean lean = desk.gauge().whole(line);
            Sentiment sentiment = scorer.sentiment(lean);
            all = all == null ? lean : all.plus(lean);
            sentences.add(new Sentence(span, sentiment));
            mentions.read(line, desk.gauge(), span, sentiment, themes);
            intents.read(line, span, wants);
            urgency = urgency.or(urgencies.read(line, span));
        }
        Sentiment whole =
                all == null || sentences.size() == 1 ? sentences.get(0).sentiment() : scorer.sentiment(all);
        return new Reading(ReadingStatus.READ, redacted, language, whole, sentences, themes, wants, urgency);
    }

    @Override
    public ReplyReading readReply(String text) {
        String redacted = redactor.redact(text);
        List<ReplyAct> acts = new ArrayList<>();
        Line line = desks.get().line();
        for (List<Token> sentence : SentenceSplitter.split(redacted, tokenizer.tokens(redacted))) {
            line.lay(sentence);
            replies.read(line, spanOf(line), acts);
        }
        return new ReplyReading(redacted, acts);
    }

    @Override
    public String modelVersion() {
        return modelVersion;
    }

    @Override
    public String taxonomyVersion() {
        return taxonomy.version();
    }

    private static Span spanOf(Line line) {
        return new Span(line.token(0).start(), line.token(line.size() - 1).end());
    }

    private static Reading unread(ReadingStatus status, String redacted, String language) {
        return new Reading(
                status, redacted, language, Sentiment.UNKNOWN, List.of(), List.of(), List.of(), Urgency.NORMAL);
    }
}
