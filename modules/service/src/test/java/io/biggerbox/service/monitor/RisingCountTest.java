package io.biggerbox.service.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RisingCountTest {

    @Test
    void whatAThreadHasCountedStaysWhenItDies() {
        RisingCount count = new RisingCount();
        assertThat(count.next(10)).isEqualTo(10);
        assertThat(count.next(25)).isEqualTo(25);
        assertThat(count.next(5)).as("the thread with 20 has died").isEqualTo(25);
        assertThat(count.next(12)).isEqualTo(32);
        assertThat(count.next(12)).isEqualTo(32);
    }
}
