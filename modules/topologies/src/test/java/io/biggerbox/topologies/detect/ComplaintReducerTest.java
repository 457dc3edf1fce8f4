package io.biggerbox.topologies.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.ledger.SummingProcessor.Sums;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CellQuote;
import io.biggerbox.topologies.state.ProductMessage;
import io.biggerbox.topologies.stores.StateSerde;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class ComplaintReducerTest {

    /** What a broker takes by default. */
    private static final int LARGEST_RECORD = 1 << 20;

    private static final int TARGETS = 4;

    private static CellDelta largeCell(long hour) {
        CellDelta cell = Cells.empty(new CellKey("p".repeat(256), "t".repeat(256), hour, 20_000));
        List<CellQuote> quotes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            quotes.add(new CellQuote("q".repeat(281), 0L, "i".repeat(513), "voc.reviews", 0, 0L));
        }
        cell.setQuotes(quotes);
        cell.setCustomers(
                LongStream.range(0, 200).map(i -> Long.MIN_VALUE + i).boxed().toList());
        return cell;
    }

    /** An import of one busy product sums up months in a second. */
    @Test
    void noMessageIsTooLargeForABroker() {
        List<CellDelta> cells = LongStream.range(0, 1_050)
                .mapToObj(ComplaintReducerTest::largeCell)
                .toList();
        List<Sums<ProductMessage>> messages = ComplaintReducer.messages(cells, TARGETS);
        assertThat(messages).allSatisfy(sums -> {
            assertThat(sums.target()).isEqualTo(ProductPartitioner.partitionOf("p".repeat(256), TARGETS));
            assertThat(new StateSerde<>(ProductMessage.class).write(sums.message()))
                    .hasSizeLessThan(LARGEST_RECORD);
        });
        assertThat(messages.stream().flatMap(sums -> sums.message().getCells().stream()))
                .containsExactlyElementsOf(cells);
    }

    @Test
    void productsOfTheSameTaskTravelTogether() {
        List<CellDelta> cells = IntStream.range(0, 40)
                .mapToObj(i -> Cells.empty(new CellKey("product " + i, "t", 7, 20_000)))
                .toList();
        List<Sums<ProductMessage>> messages = ComplaintReducer.messages(cells, TARGETS);
        assertThat(messages).extracting(Sums::target).containsExactly(0, 1, 2, 3);
        assertThat(messages).allSatisfy(sums -> assertThat(sums.message().getCells())
                .allSatisfy(cell -> assertThat(ProductPartitioner.partitionOf(cell.getProduct(), TARGETS))
                        .isEqualTo(sums.target())));
        assertThat(messages.stream().flatMap(sums -> sums.message().getCells().stream()))
                .containsExactlyInAnyOrderElementsOf(cells);
    }

    @Test
    void aProductIsKnownWhereKafkaPutsIt() {
        for (String product : List.of("", "Box", "größte Schachtel", "箱")) {
            assertThat(ProductPartitioner.partitionOf(product, 7))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(product.getBytes(StandardCharsets.UTF_8), 7));
        }
    }
}
