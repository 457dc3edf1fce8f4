package io.biggerbox.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void markersLinksAndHandlesAreLeftOut() {
        assertThat(Shown.of("@parcelco my mail is [email],\n see https://a.example/x?y=1 #fail"))
                .isEqualTo("my mail is , see fail");
        assertThat(Shown.of("[name] [phone]")).isEmpty();
    }

    @Test
    void bracketsOfTheWriterStay() {
        assertThat(Shown.of("the box [again!] was open")).isEqualTo("the box [again!] was open");
    }

    @Test
    void endlessTextsAreCut() {
        assertThat(Shown.of("bad box ".repeat(100_000)).length()).isLessThanOrEqualTo(1000);
    }
}
