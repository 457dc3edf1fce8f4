package io.biggerbox.text;

import io.biggerbox.text.JudgedStretches.Judged;
import io.biggerbox.text.language.LanguageGuess;
import io.biggerbox.text.learned.ThemeModel;
import io.biggerbox.text.learned.ThemeScorer;
import io.biggerbox.text.meaning.Meaning;
import io.biggerbox.text.redaction.Redactor;
import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.sentiment.Faces;
import io.biggerbox.text.sentiment.Gauge;
import io.biggerbox.text.sentiment.Lean;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.sentiment.Stretch;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.themes.ThemeHit;
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
 * Reads texts with a small learned network and rules, without native libraries; what it is unsure of it may show to a
 * {@link SecondOpinion}. Creating one reads resources and compiles the taxonomy, so keep it; reading is cheap.
 */
public final class FastReader implements TextReader {
    /** Sentences of one text for which a second opinion is asked at most: the first ones that are unsure. */
    private static final int MOST_ASKED = 8;

    /** A text of several sentences is asked about as a whole up to so many characters: about what a sentence model sees. */
    private static final int LONGEST_ASKED = 500;

    private final String ownVersion;
    private final SecondOpinion second;
    private final Taxonomy taxonomy;
    private final Redactor redactor;
    private final Tokenizer tokenizer;
    private final LanguageGuess languages;
    private final SentimentScorer scorer;
    private final MentionReader mentions;
    private final @Nullable LearnedReader learned;
    private final IntentReader intents;
    private final UrgencyReader urgencies;
    private final ReplyReader replies;

    /** Of this reader and not static: its arrays fit its model, and go with it when a new taxonomy replaces it. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Desk> desks;

    private FastReader(Taxonomy taxonomy, Redactor redactor, SecondOpinion second) {
        SentimentModel model = SentimentModel.shipped();
        this.ownVersion = model.version();
        this.second = second;
        this.taxonomy = taxonomy;
        this.redactor = redactor;
        this.tokenizer = new Tokenizer(model.vocabulary());
        this.languages = new LanguageGuess(model.vocabulary(), RuleFiles.lines("languages.tsv"));
        Stems stems = new Stems(model.vocabulary());
        this.scorer = new SentimentScorer(
                model, WordPatterns.of(RuleFiles.lines("idioms.tsv"), stems), Faces.of(RuleFiles.lines("faces.tsv")));
        ThemeMatcher matcher = new ThemeMatcher(taxonomy, tokenizer, stems);
        this.mentions = new MentionReader(matcher, scorer);
        this.learned = learned(taxonomy.learned(), matcher);
        this.intents = new IntentReader(stems);
        this.urgencies = new UrgencyReader(stems);
        this.replies = new ReplyReader(stems);
        this.desks = ThreadLocal.withInitial(
                () -> new Desk(new Line(stems), scorer.gauge(), learned == null ? null : learned.notes()));
    }

    /** Word meanings are read only when a learned model needs them. */
    private static @Nullable LearnedReader learned(@Nullable ThemeModel model, ThemeMatcher matcher) {
        return model == null ? null : new LearnedReader(new ThemeScorer(model, Meaning.shipped()), matcher);
    }

    /** Arrays that one thread works with. */
    private record Desk(Line line, Gauge gauge, LearnedReader.@Nullable Notes notes) {}

    /**
     * A reader that redacts everything.
     *
     * @param taxonomy the themes to find; may have none
     */
    public static FastReader create(Taxonomy taxonomy) {
        return new FastReader(taxonomy, Redactor.everything(), SecondOpinion.NONE);
    }

    /**
     * A reader with redaction of your choice.
     *
     * @param taxonomy the themes to find; may have none
     * @param redactor what hides personal data
     */
    public static FastReader create(Taxonomy taxonomy, Redactor redactor) {
        return new FastReader(taxonomy, redactor, SecondOpinion.NONE);
    }

    /**
     * A reader that redacts everything and asks for second opinions.
     *
     * @param taxonomy the themes to find; may have none
     * @param second reads again what this reader is unsure of; stays the caller's to close
     */
    public static FastReader create(Taxonomy taxonomy, SecondOpinion second) {
        return new FastReader(taxonomy, Redactor.everything(), second);
    }

    /**
     * A reader with redaction of your choice that asks for second opinions.
     *
     * @param taxonomy the themes to find; may have none
     * @param redactor what hides personal data
     * @param second reads again what this reader is unsure of; stays the caller's to close
     */
    public static FastReader create(Taxonomy taxonomy, Redactor redactor, SecondOpinion second) {
        return new FastReader(taxonomy, redactor, second);
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
        List<List<Token>> sentences = SentenceSplitter.split(redacted, tokens);
        try {
            return read(redacted, language, sentences, second, modelVersion());
        } catch (SecondOpinionException e) {
            // whoever gave no opinion has said so in the log; half a second opinion would be no known model's reading
            return read(redacted, language, sentences, SecondOpinion.NONE, ownVersion);
        }
    }

    private Reading read(
            String redacted, String language, List<List<Token>> split, SecondOpinion opinions, String version) {
        List<Sentence> sentences = new ArrayList<>();
        List<ThemeMention> themes = new ArrayList<>();
        List<Intent> wants = new ArrayList<>();
        Urgency urgency = Urgency.NORMAL;
        Desk desk = desks.get();
        Line line = desk.line();
        Gauge gauge = desk.gauge();
        LearnedReader.Notes notes = desk.notes();
        if (notes != null) {
            notes.clear();
        }
        boolean alone = split.size() == 1;
        int asked = 0;
        @Nullable Lean all = null;
        for (List<Token> sentence : split) {
            line.lay(sentence);
            Span span = spanOf(line);
            Lean lean = gauge.whole(line);
            List<ThemeHit> hits = mentions.find(line);
            if ((alone || !hits.isEmpty()) && asked < MOST_ASKED && isUnsure(lean, opinions)) {
                Leaning by = change(span.of(redacted), lean, opinions);
                gauge.move(by);
                lean = lean.moved(by);
                asked++;
            }
            Sentiment sentiment = scorer.sentiment(lean);
            all = all == null ? lean : all.plus(lean);
            sentences.add(new Sentence(span, sentiment));
            mentions.read(line, hits, gauge, span, new Judged(Stretch.of(0, line.size()), lean, sentiment), themes);
            intents.read(line, span, wants);
            urgency = urgency.or(urgencies.read(line, span));
            if (notes != null) {
                notes.take(sentence, line, span, sentiment);
            }
        }
        if (notes != null) {
            notes.finish(line, themes);
        }
        Sentiment whole = all == null || alone
                ? sentences.get(0).sentiment()
                : scorer.sentiment(asAWhole(redacted, all, opinions));
        return new Reading(ReadingStatus.READ, redacted, language, whole, sentences, themes, wants, urgency, version);
    }

    /** A text of several sentences: asked about as a whole when it is short, else moved by its sentences. */
    private Lean asAWhole(String redacted, Lean all, SecondOpinion opinions) {
        return redacted.length() <= LONGEST_ASKED && isUnsure(all, opinions)
                ? all.moved(change(redacted, all, opinions))
                : all;
    }

    private boolean isUnsure(Lean lean, SecondOpinion opinions) {
        return opinions != SecondOpinion.NONE && !scorer.isUnknown(lean) && opinions.wanted(scorer.leaning(lean));
    }

    private Leaning change(String text, Lean lean, SecondOpinion opinions) {
        Leaning first = scorer.leaning(lean);
        Leaning then = opinions.of(text, first);
        return new Leaning(then.negative() - first.negative(), then.positive() - first.positive());
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
        return second == SecondOpinion.NONE ? ownVersion : ownVersion + "+" + second.version();
    }

    @Override
    public String taxonomyVersion() {
        return taxonomy.version();
    }

    private static Span spanOf(Line line) {
        return new Span(line.token(0).start(), line.token(line.size() - 1).end());
    }

    private Reading unread(ReadingStatus status, String redacted, String language) {
        return new Reading(
                status,
                redacted,
                language,
                Sentiment.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                Urgency.NORMAL,
                modelVersion());
    }
}
