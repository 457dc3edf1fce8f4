package io.biggerbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            HIGH | Please fix this ASAP
            HIGH | Our whole shop is down and nobody can check out.
            HIGH | I need this by Friday for my exam
            HIGH | The kettle caught fire in my kitchen
            HIGH | We are losing money every hour
            HIGH | Someone withdrew $400, there are fraudulent charges on my card
            HIGH | This is the third time I am writing to you
            HIGH | I have called you four times, still no answer
            HIGH | It is not urgent for me, but please reply as soon as possible
            LOW | No rush, whenever you have time
            LOW | Just a small suggestion for the menu
            NORMAL | The box was too small.
            NORMAL | If the shop is down again we will leave
            NORMAL | It would be dangerous to rely on it
            """)
    void shouldReadUrgency(UrgencyLevel level, String text) {
        Urgency urgency = READER.read(text).urgency();
        assertThat(urgency.level()).isEqualTo(level);
        if (level == UrgencyLevel.NORMAL) {
            assertThat(urgency).isEqualTo(Urgency.NORMAL);
        } else {
            assertThat(urgency.score()).isBetween(0.5, 1.0);
            assertThat(urgency.evidence()).startsWith("rule:");
            assertThat(text).contains(urgency.span().of(text));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            AWAY | I was on vacation when you wrote.
            AWAY | Our office was closed for the holidays.
            BUSY | We are experiencing higher than normal call volumes.
            BUSY | You came on a busy night and the team was overwhelmed.
            REVENUE | Our sales have doubled and this was our best year yet.
            REVENUE | With rising costs we cannot afford that.
            BIG_ACCOUNT | Our largest customers are satisfied with this process.
            BIG_ACCOUNT | We work with Fortune 500 companies every day.
            NEVER_BEFORE | In ten years we have never had a complaint about this.
            NEVER_BEFORE | You are the first customer to report this.
            POLICY | Unfortunately our store policy does not allow refunds.
            POLICY | As per our terms and conditions you are not eligible.
            THIRD_PARTY | The delay was caused by the courier.
            THIRD_PARTY | Delivery is handled by a third party.
            ISOLATED_CASE | This was an isolated incident.
            ISOLATED_CASE | This is not the norm for us.
            """)
    void shouldSayHowRepliesDeflect(Deflection deflection, String text) {
        assertThat(READER.readReply(text).acts())
                .filteredOn(act -> act.tone() == ReplyTone.DEFLECTS)
                .extracting(ReplyAct::deflection)
                .contains(deflection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We refunded you in full today.",
                "This was our mistake.",
                "The new box is larger.",
                "Please send us your address."
            })
    void shouldNotTakeAnAnswerForADeflection(String text) {
        assertThat(READER.readReply(text).acts()).extracting(ReplyAct::tone).doesNotContain(ReplyTone.DEFLECTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            AWAY | Our chef was unwell that evening so a stand-in ran the kitchen.
            BUSY | December is mad for us and things slip through.
            REVENUE | Bigger boxes would eat our margin.
            BIG_ACCOUNT | Companies such as Siemens use it every day without problems.
            NEVER_BEFORE | You're the only one who has mentioned this.
            POLICY | Refunds are only possible within 30 days of purchase.
            THIRD_PARTY | The carrier damaged it, you'd have to take it up with them.
            ISOLATED_CASE | You must have been unlucky with that batch.
            """)
    void shouldFindDeflectionsInWordsOfTheirOwn(Deflection deflection, String text) {
        assertThat(READER.readReply(text).acts())
                .filteredOn(act -> act.deflection() == deflection)
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.score()).isBetween(0.5, 1.0);
                    assertThat(act.evidence()).startsWith("replies-1");
                    assertThat(act.span().of(text)).isEqualTo(text);
                });
    }

    @Test
    void shouldGiveOneReasonForWhatRulesAndLessonsBothSay() {
        assertThat(READER.readReply("This was an isolated incident.").acts())
                .singleElement()
                .satisfies(act -> assertThat(act.evidence()).startsWith("rule:"));
    }

    @Test
    void shouldNotTakeAQuestionForADeflection() {
        assertThat(READER.readReply("Was our shop closed when you came by?").acts())
                .extracting(ReplyAct::tone)
                .doesNotContain(ReplyTone.DEFLECTS);
    }
}
