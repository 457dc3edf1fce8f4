package io.biggerbox.text.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final Redactor REDACTOR = Redactor.everything();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Mail me at jo.doe+x@mail.example.co.uk. | Mail me at [email].
            call +49 170 1234567 today | call [phone] today
            call +1 (555) 123-4567 | call [phone]
            Ring 555-123-4567 now | Ring [phone] now
            Tel 020 7946 0958. | Tel [phone].
            my phone is 5551234567 | my phone is [phone]
            card 4111 1111 1111 1111 was charged | card [card] was charged
            card 4111111111111111 | card [card]
            send it to DE89 3704 0044 0532 0130 00 please | send it to [iban] please
            GB82WEST12345698765432 | [iban]
            SSN 123-45-6789 | SSN [id]
            my account number 12345678 is locked | my account number [id] is locked
            from 192.168.1.20 | from [id]
            @AcmeHelp why | [handle] why
            see https://a.example/x?user=7 | see [url]
            see https://user:pw@a.example/ | see [url]
            My name is Hubert Farnsworth. | My name is [name].
            Dear Mr Smith, | Dear Mr [name],
            I spoke to Anna Smith yesterday | I spoke to [name] yesterday
            Thanks, Anna | Thanks, [name]
            I live at 12 Baker Street in town | I live at [address] in town
            Ich wohne Hauptstraße 12 | Ich wohne [address]
            """)
    void shouldHidePersonalData(String text, String expected) {
        assertThat(REDACTOR.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I paid $1,299.99 for it",
                "I paid 1299.99 euros",
                "It cost €20 on 12/05/2024",
                "Ordered 2024-05-12, still waiting on 2024-06-01",
                "since 12.05.2024",
                "version 1.2.3 and 10.15.7.1",
                "I ordered 12 boxes of 500 ml",
                "order 1234567890 is late",
                "It takes 3 to 5 days",
                "Windows 11 and iPhone 14 Pro",
                "see https://example.com/help for more",
                "I called Support and Customer Service",
                "I spoke to Customer Service",
                "Dear Sir or Madam",
                "Thanks Amazon",
                "rated 5 @ best",
                "card 4111 1111 1111 1112 has a wrong check digit",
                "I waited 2 hours 30 minutes on 3 days"
            })
    void shouldLeaveTheRest(String text) {
        assertThat(REDACTOR.redact(text)).isEqualTo(text);
    }

    @Test
    void shouldLeaveMarkersAlone() {
        String once = REDACTOR.redact("Mr Smith, a@b.com, 555-123-4567, @acme, https://a.example/?q=1");
        assertThat(REDACTOR.redact(once)).isEqualTo(once);
    }

    @Test
    void shouldHideOnlyWhatIsAskedFor() {
        String text = "a@b.com or 555-123-4567";
        assertThat(Redactor.of(Set.of()).redact(text)).isEqualTo(text);
        assertThat(Redactor.of(Set.of(PersonalData.EMAIL)).redact(text)).isEqualTo("[email] or 555-123-4567");
    }
}
