package io.biggerbox.text.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private static final Tokenizer TOKENIZER = new Tokenizer(Vocabulary.of(List.of("cool", "so", "good")));

    private static List<String> forms(String text) {
        return TOKENIZER.tokens(text).stream().map(Token::form).toList();
    }

    private static List<String> sentences(String text) {
        return SentenceSplitter.split(text, TOKENIZER.tokens(text)).stream()
                .map(s -> text.substring(s.get(0).start(), s.get(s.size() - 1).end()))
                .toList();
    }

    @Test
    void shouldKeepContractionsWhateverTheApostrophe() {
        assertThat(forms("doesn't doesn’t doesn&#39;t")).containsOnly("doesn't").hasSize(3);
    }

    @Test
    void shouldSqueezeStretchedWords() {
        assertThat(forms("sooooo coooool gooood BBB")).containsExactly("so", "cool", "good", "bbb");
        assertThat(TOKENIZER.tokens("sooooo").get(0).stretched()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "so, WORD:so",
        "SO, WORD:so",
        "can't, WORD:can't",
        "so.good, WORD:so STOP:. WORD:good",
        "so: good, WORD:so SIGN:: WORD:good",
        "good' so, WORD:good SIGN:' WORD:so",
        "so_good, WORD:so_good",
        "goodé, WORD:goodé",
        "good1, WORD:good1",
        "www.good, URL:www.good",
        "www. so, URL:www. WORD:so",
        "www so, WORD:www WORD:so",
        "http://so, URL:http://so",
        "http: so, WORD:http SIGN:: WORD:so"
    })
    void shouldTakeKnownWordsOnlyWhereTheyEnd(String text, String expected) {
        Tokenizer tokenizer = new Tokenizer(Vocabulary.of(List.of("so", "good", "can't", "can", "www", "http")));
        assertThat(tokenizer.tokens(text).stream()
                        .map(token -> token.kind() + ":" + token.form())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void shouldSeeShoutingInKnownAndUnknownWords() {
        assertThat(TOKENIZER.tokens("GOOD BAD Good SO").stream().map(Token::shouted))
                .containsExactly(true, true, false, false);
    }

    @Test
    void shouldTellKindsApart() {
        assertThat(TOKENIZER.tokens("hi @acme #fail https://a.b/c :-) 😀 👍🏽 [email] &amp; <br/> 3.5 ... x!"))
                .extracting(Token::kind)
                .containsExactly(
                        TokenKind.WORD,
                        TokenKind.HANDLE,
                        TokenKind.WORD,
                        TokenKind.URL,
                        TokenKind.EMOTICON,
                        TokenKind.EMOJI,
                        TokenKind.EMOJI,
                        TokenKind.MARKER,
                        TokenKind.MARKUP,
                        TokenKind.MARKUP,
                        TokenKind.NUMBER,
                        TokenKind.STOP,
                        TokenKind.WORD,
                        TokenKind.STOP);
    }

    @ParameterizedTest
    @CsvSource({
        "crashes,crashing",
        "charged,charge",
        "boxes,box",
        "delivery,delivered",
        "broke,broken",
        "can't,never",
        "stopped,stop",
        "parcels,package",
        "tries,try"
    })
    void shouldStemWhatCustomersMeanAlike(String one, String other) {
        assertThat(Stemmer.stem(one)).isEqualTo(Stemmer.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"new,news", "thing,the", "sing,s", "late,later"})
    void shouldNotStemTooMuch(String one, String other) {
        assertThat(Stemmer.stem(one)).isNotEqualTo(Stemmer.stem(other));
    }

    @Test
    void shouldSplitSentences() {
        assertThat(sentences("It broke. I am sad! Why? Well..."))
                .containsExactly("It broke.", "I am sad!", "Why?", "Well...");
        assertThat(sentences("Item no. 5 by Dr. Smith cost 3.50 e.g. too much."))
                .hasSize(1);
        assertThat(sentences("Great.Will buy again")).containsExactly("Great.", "Will buy again");
        assertThat(sentences("I waited... and waited")).hasSize(1);
        assertThat(sentences("Pros\n- cheap\n- light")).hasSize(3);
        assertThat(sentences("this line is\nwrapped here")).hasSize(1);
        assertThat(sentences("Great! 😀 Thanks")).containsExactly("Great! 😀", "Thanks");
    }
}
