package io.biggerbox.text.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
            Send it to P.O. Box 12, Springfield, IL 62704 please | Send it to [address] please
            We moved to 4 Rue des Lilas 12, so | We moved to [address], so
            Ring 555-123-4567x89 now | Ring [phone] now
            Phone: 434 14 557 | Phone: [phone]
            my debit card 501864667909 | my debit card [card]
            pay into gb82west12345698765432 | pay into [iban]
            blocked 2001:db8:85a3::8a2e:370:7334 again | blocked [id] again
            licence number K1234567Q9 | licence number [id]
            Gerda Muster called about the parcel | [name] called about the parcel
            We met Krisztina J. Szabó, who was kind | We met [name], who was kind
            Ludwig van Hoven and Petra Hoven wrote | [name] and [name] wrote
            my name is lena andersson and I wait | my name is [name] and I wait
            What was your name? Zuzana | What was your name? [name]
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
                "I waited 2 hours 30 minutes on 3 days",
                "My Apple Watch and the Ivory dress arrived in May",
                "The Canon PowerShot from Best Buy beats Sony",
                "Paris is nice, and so is Bank of America",
                "My name is wrong on the invoice",
                "The score was 3:2 at 12:30:45",
                "order AB-1234567 is late",
                "I bought a Model 3 and Windows 11 Pro",
                "Dr. Pepper? No, thanks. I signed. My box broke"
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

    @Test
    void shouldHideOrderNumbersOnRequest() {
        Redactor redactor = Redactor.everythingAndOrderNumbers();
        assertThat(redactor.redact("order no. AB-1234567 is late, invoice 4711"))
                .isEqualTo("order no. [order] is late, invoice [order]");
        assertThat(redactor.redact("in order to get 1234567 points")).isEqualTo("in order to get 1234567 points");
    }

    @Property(tries = 500)
    void shouldHideWhatIsPlantedAnywhere(@ForAll long seed) {
        Random random = new Random(seed);
        for (String secret : List.of(email(random), card(random), iban(random), phone(random))) {
            String text = words(random) + " " + secret + " " + words(random);
            assertThat(REDACTOR.redact(text)).as(text).doesNotContain(secret);
        }
    }

    @Property(tries = 500)
    void shouldChangeNothingTheSecondTime(@ForAll long seed) {
        Random random = new Random(seed);
        String text = words(random) + " " + email(random) + " Anna Smith, 12 Baker Street " + words(random);
        String once = REDACTOR.redact(text);
        assertThat(REDACTOR.redact(once)).isEqualTo(once);
    }

    @Test
    void shouldHideACardThatBeginsInsideWhatLooksLikeOne() {
        // 2019 and the first twelve digits of the card have a valid check digit too
        assertThat(REDACTOR.redact("in 2019 4233 6480 4848 4726 expired")).isEqualTo("in [card][card] expired");
    }

    @Test
    void shouldHideACardBehindAnAmount() {
        assertThat(REDACTOR.redact("box 3.5 4892 1217 1601 7295 order")).isEqualTo("[address].5 [card] order");
    }

    @Test
    void shouldHideWhatReachesBeyondAnotherFind() {
        String once = REDACTOR.redact("to my flat 555-123-4567 please");
        assertThat(once).isEqualTo("to my [address][phone] please");
        assertThat(REDACTOR.redact(once)).isEqualTo(once);
    }

    @Test
    void shouldNotHoldAWordAgainstANameThatIsHiddenItself() {
        String once = REDACTOR.redact("box Maria At box 12 12 box");
        assertThat(once).isEqualTo("box [name] [address] 12 box");
        assertThat(REDACTOR.redact(once)).isEqualTo(once);
    }

    private static String words(Random random) {
        List<String> words = List.of(
                "the", "box", "Was", "late.", "12", "and", "Maria", "?", "order", "3.5", "-", "(again)", "name", "is",
                "At");
        return random.ints(random.nextInt(8), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    private static String email(Random random) {
        return "jo" + random.nextInt(1000) + ".doe+x@mail-" + random.nextInt(10) + ".example.com";
    }

    private static String phone(Random random) {
        return "+" + (1 + random.nextInt(9)) + digits(random, 9 + random.nextInt(4));
    }

    private static String card(Random random) {
        String start = "4" + digits(random, 14);
        for (int check = 0; check < 10; check++) {
            String card = start + check;
            int sum = 0;
            for (int i = 0; i < 16; i++) {
                int value = (card.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
                sum += value > 9 ? value - 9 : value;
            }
            if (sum % 10 == 0) {
                return random.nextBoolean() ? card : card.replaceAll("(\\d{4})(?=\\d)", "$1 ");
            }
        }
        throw new AssertionError("one of ten check digits fits");
    }

    private static String iban(Random random) {
        String account = digits(random, 18);
        BigInteger number = new BigInteger(account + "131400");
        int check = 98 - number.mod(BigInteger.valueOf(97)).intValue();
        return String.format(Locale.ROOT, "DE%02d%s", check, account);
    }
}
