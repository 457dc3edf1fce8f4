package io.biggerbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final FastReader READER = FastReader.create(new Taxonomy("none", "1", List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            de | Das Paket ist leider nicht angekommen und der Service war sehr schlecht
            fr | Le colis n'est jamais arrivé et le service ne répond pas
            es | El pedido no ha llegado y el servicio es muy malo
            it | Il pacco non è mai arrivato, molto deluso del servizio
            pt | O pedido não chegou e não tenho resposta, muito ruim
            nl | Het pakket is niet aangekomen en ik heb nog geen antwoord
            ru | Заказ так и не пришёл
            ja | 荷物がまだ届きません
            zh | 我的包裹还没有到
            ar | لم يصل طلبي بعد
            ko | 아직 도착하지 않았습니다
            """)
    void shouldNameLanguagesItCannotRead(String language, String text) {
        Reading reading = READER.read(text);
        assertThat(reading.language()).isEqualTo(language);
        assertThat(reading.status()).isEqualTo(ReadingStatus.UNSUPPORTED_LANGUAGE);
        assertThat(reading.sentiment()).isEqualTo(Sentiment.UNKNOWN);
        assertThat(reading.mentions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The delivery was late again.",
                "ok",
                "thx",
                "great café, crème brûlée was superb",
                "app no work pls fix",
                "Zara Mango Nike",
                "pas mal, I like it a lot and will come back"
            })
    void shouldReadEnglish(String text) {
        assertThat(READER.read(text).language()).isEqualTo("en");
        assertThat(READER.read(text).status()).isEqualTo(ReadingStatus.READ);
    }

    @Test
    void shouldSayUnknownOnlyWhenItIs() {
        assertThat(READER.read("😀 🎉").language()).isEqualTo("und");
        assertThat(READER.read("😀 🎉").status()).isEqualTo(ReadingStatus.READ);
        assertThat(READER.read("xqztv wvrkj pplqx zzrtk kkwqj").language()).isEqualTo("und");
    }

    @Test
    void shouldRedactWhatItCannotRead() {
        assertThat(READER.read("Das ist nicht gut, bitte schreiben Sie mir an ich@firma.de und das ist alles")
                        .redacted())
                .contains("[email]")
                .doesNotContain("firma");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t\r", "\u0000\u0007", "\ud800", "\u200d\u200b"})
    void shouldSayEmpty(String text) {
        assertThat(READER.read(text).status()).isEqualTo(ReadingStatus.EMPTY);
    }
}
