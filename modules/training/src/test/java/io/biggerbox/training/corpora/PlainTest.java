package io.biggerbox.training.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {

    @Test
    void takesOutWhatIsNobodysOpinion() {
        assertThat(Plain.text("@Shop  my #parcel is lost https://t.co/abc")).isEqualTo("my parcel is lost");
        assertThat(Plain.text("On XX/XX/2019 XXXX took {$120.00} from [NAME]")).isEqualTo("On /2019 took from");
    }

    @Test
    void putsWordsBackTogether() {
        assertThat(Plain.untokenised("it 's fine , but i do n't `` love '' it ."))
                .isEqualTo("it's fine, but i don't \" love \" it.");
    }

    @Test
    void keepsAboutFifteenPercentAside() {
        int aside = 0;
        for (int i = 0; i < 10_000; i++) {
            aside += Aside.holds("text number " + i) ? 1 : 0;
        }
        assertThat(aside).isBetween(1_400, 1_600);
    }
}
