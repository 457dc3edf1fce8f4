package io.biggerbox.recurrence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SilenceTest {

    @Test
    void aDailyProductIsSilentAfterThreeDays() {
        Scenario box = new Scenario(5, 1).days(40, 0.2, 20);
        LocalDate last = box.today().minusDays(1);
        Silence expected = new Silence(Scenario.PRODUCT, last, 0);
        assertThat(box.heard()).isEqualTo(expected);
        assertThat(expected.begins()).isEqualTo(last.plusDays(3));
        assertThat(expected.givenUp()).isEqualTo(last.plusDays(3 + 112));
        assertThat(box.silence(100).heard()).isEqualTo(expected);
        Silence later = box.days(2, 0.2, 20).heard();
        assertThat(later).isNull(); // two days of the last eight weeks are not enough to expect anything
    }

    @Test
    void weekendsAreNoSilence() {
        Scenario box = new Scenario(5, 2);
        for (int week = 0; week < 8; week++) {
            box.days(5, 0.2, 20).silence(2);
        }
        LocalDate friday = box.today().minusDays(3);
        Silence silence = requireNonNull(box.heard());
        assertThat(silence).isEqualTo(new Silence(Scenario.PRODUCT, friday, 2));
        assertThat(silence.begins()).isEqualTo(friday.plusDays(6));
    }

    @Test
    void whatIsNotDecidedOnYetHasBeenHeard() {
        Scenario box = new Scenario(5, 1).days(40, 0.2, 20);
        Silence before = requireNonNull(box.heard());
        assertThat(requireNonNull(box.day(0, 1).heard()).lastHeard())
                .isEqualTo(before.lastHeard().plusDays(1));
    }

    @Test
    void ofAProductThatIsRarelyHeardOrNewNothingIsExpected() {
        assertThat(new Scenario(5, 3).days(10, 0.2, 20).heard()).isNull();
        Scenario rare = new Scenario(5, 4);
        for (int i = 0; i < 6; i++) {
            rare.day(0, 1).silence(13);
        }
        assertThat(rare.heard()).isNull();
    }

    @Test
    void nothingIsSaidAboutAnUnknownProduct() {
        RecurrenceEngine engine = new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS));
        assertThat(engine.silence(new MemoryStore(), "nothing")).isNull();
    }
}
