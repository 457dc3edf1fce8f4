package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FamilyTest {

    private static final Themes FAMILY = new Themes() {
        @Override
        public String nameOf(String theme) {
            return "The " + theme;
        }

        @Override
        public @Nullable String parentOf(String theme) {
            return theme.startsWith("box.") ? "box" : null;
        }
    };

    @Test
    void whoBelongsTogether() {
        assertThat(FAMILY.belongTogether("box.a", "box.b")).isTrue();
        assertThat(FAMILY.belongTogether("box", "box.b")).isTrue();
        assertThat(FAMILY.belongTogether("box.a", "box")).isTrue();
        assertThat(FAMILY.belongTogether("box.a", "box.a")).isFalse();
        assertThat(FAMILY.belongTogether("app", "web"))
                .as("two without a parent")
                .isFalse();
        assertThat(FAMILY.belongTogether("box.a", "app")).isFalse();
    }

    @Test
    void laterAlertsOfAWaveReferToTheFirst() {
        Scenario box = new Scenario(15, 2, FAMILY)
                .days(60, Map.of("box.b", 1.0, "box.a", 1.0, "app", 1.0), 40)
                .days(5, Map.of("box.b", 9.0, "box.a", 1.0, "app", 9.0), 40)
                .days(9, Map.of("box.b", 9.0, "box.a", 9.0, "app", 9.0), 40);
        Alert first = raise(box, "box.b");
        Alert later = raise(box, "box.a");
        Alert stranger = raise(box, "app");
        assertThat(first.parent()).isEqualTo("box");
        assertThat(first.related()).isEmpty();
        assertThat(AlertSentence.of(first, FAMILY)).doesNotContain("one problem");
        assertThat(later.related()).singleElement().satisfies(related -> {
            assertThat(related.alertId()).isEqualTo(first.id());
            assertThat(related.theme()).isEqualTo("box.b");
            assertThat(related.state()).isEqualTo(AlertState.OPEN);
            assertThat(related.openedAt()).isEqualTo(first.openedAt());
        });
        assertThat(AlertSentence.of(later, FAMILY))
                .contains("It may be one problem with “The box.b” (" + first.id() + ", open since ");
        assertThat(stranger.parent()).isNull();
        assertThat(stranger.related()).isEmpty();
    }

    @Test
    void aSiblingThatHasEndedIsNotRelated() {
        Scenario box = new Scenario(15, 2, FAMILY)
                .days(60, Map.of("box.b", 1.0, "box.a", 1.0), 40)
                .days(10, Map.of("box.b", 9.0, "box.a", 1.0), 40)
                .days(40, Map.of("box.b", 1.0, "box.a", 1.0), 40)
                .days(10, Map.of("box.b", 1.0, "box.a", 9.0), 40);
        assertThat(raise(box, "box.a").related()).isEmpty();
    }

    private static Alert raise(Scenario box, String theme) {
        return box.raises().stream()
                .filter(alert -> alert.theme().equals(theme))
                .findFirst()
                .orElseThrow();
    }
}
