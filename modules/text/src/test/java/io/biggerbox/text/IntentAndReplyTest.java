package io.biggerbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentAndReplyTest {
    private static final FastReader READER = FastReader.create(new Taxonomy("none", "1", List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            LEAVING | I am cancelling my subscription.
            LEAVING | We are switching to another provider
            LEAVING | I will never buy from here again
            ASKS_FOR_CHANGE | Please change this rule.
            ASKS_FOR_CHANGE | It would be nice if you offered a bigger box
            ASKS_FOR_CHANGE | You should make the form simpler
            REPORTS_WORKAROUND | I have to reinstall it every time
            REPORTS_WORKAROUND | We ended up buying our own tape
            THREATENS_ESCALATION | My lawyer will be in touch
            THREATENS_ESCALATION | I will report you to the BBB
            THREATENS_ESCALATION | I am going to dispute the charge with my bank
            QUESTION | How do I change my address
            QUESTION | Really?
            THANKS | Thank you for the quick help!
            """)
    void shouldFindIntents(IntentKind kind, String text) {
        assertThat(READER.read(text).intents()).extracting(Intent::kind).contains(kind);
    }

    @Test
    void shouldNotFindIntentsThatAreDenied() {
        assertThat(READER.read("I did not cancel my subscription.").intents())
                .extracting(Intent::kind)
                .doesNotContain(IntentKind.LEAVING);
        assertThat(READER.read("The blue dress is nice.").intents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            OWNS_IT | This was our mistake.
            OWNS_IT | You're right, this should not have happened.
            CHANGES_SOMETHING | We have changed the box to a larger size.
            CHANGES_SOMETHING | A fix is rolling out this week.
            DEFLECTS | We are experiencing higher than normal call volumes.
            DEFLECTS | Unfortunately our store policy does not allow refunds.
            BLAMES_CUSTOMER | You should have read the instructions.
            BLAMES_CUSTOMER | You entered the wrong address.
            BOASTS | We are proud of our award winning service.
            CANNED | We apologize for any inconvenience.
            CANNED | Thank you for your feedback.
            """)
    void shouldFindTones(ReplyTone tone, String text) {
        assertThat(READER.readReply(text).acts()).extracting(ReplyAct::tone).contains(tone);
    }

    @Test
    void shouldRedactRepliesAndPlaceActsInThem() {
        ReplyReading reply = READER.readReply("Dear Mr Smith, write to a@b.com. This was our mistake.");
        assertThat(reply.redacted()).isEqualTo("Dear Mr [name], write to [email]. This was our mistake.");
        assertThat(reply.acts()).hasSize(1);
        assertThat(reply.acts().get(0).span().of(reply.redacted())).isEqualTo("This was our mistake.");
    }

    @Test
    void shouldHaveNothingToSayAboutAnEmptyReply() {
        assertThat(READER.readReply("").acts()).isEmpty();
        assertThat(READER.readReply("The shop is open until six.").acts()).isEmpty();
    }
}
