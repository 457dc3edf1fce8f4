package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SilenceTest {

    @Test
    void aDailyProductIsSilentAfterThreeDays() {
        Scenario box = new Scenario(5, 1).days(40, 0.2, 20);
        LocalDate last = box.today().minusDays(1);
        assertThat(box.heard()).isNull();
        assertThat(box.silence(2).heard()).isNull();
        Silence silence = box.silence(1).heard();
        assertThat(silence).isEqualTo(new Silence(Scenario.PRODUCT, last, 3, 0));
        assertThat(box.days(2, 0.2, 20).heard()).isNull();
    }

    @Test
    void weekendsAreNoSilence() {
        Scenario box = new Scenario(5, 2);
        for (int week = 0; week < 8; week++) {
            box.days(5, 0.2, 20).silence(2);
        }
        assertThat(box.silence(3).heard()).isNull();
        assertThat(box.silence(1).heard()).isNotNull();
    }

    @Test
    void whoSpeaksRarelyOrIsNewIsNotSilent() {
        assertThat(new Scenario(5, 3).days(10, 0.2, 20).silence(9).heard()).isNull();
        Scenario rare = new Scenario(5, 4);
        for (int i = 0; i < 6; i++) {
            rare.day(0, 1).silence(13);
        }
        assertThat(rare.silence(30).heard()).isNull();
    }

    @Test
    void nothingIsSaidAboutAnUnknownProduct() {
        RecurrenceEngine engine = new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS));
        assertThat(engine.silence(new MemoryStore(), "nothing")).isNull();
    }
}
