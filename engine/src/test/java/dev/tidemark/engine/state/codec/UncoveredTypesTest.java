package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncoveredTypesTest {
    record Place(Thread where) {}

    record Quake(Place place) {}

    record Counts(HashMap<String, Long> counts) {}

    record Dated(List<Date> dates) {}

    record Box<T>(T content) {}

    @SuppressWarnings("rawtypes")
    record Untyped(List items) {}

    record Growing<T>(List<Growing<List<T>>> next) {}

    @Test
    void an_uncovered_type_is_named_with_the_path_to_it() {
        assertThatThrownBy(() -> Codecs.of(Quake.class))
                .isInstanceOf(CodecException.class)
                .hasMessage("Quake.place.where: java.lang.Thread cannot be written; "
                        + "make it a record, or an enum, or keep out of the value what is not data");
    }

    @Test
    void a_collection_class_is_answered_with_the_interface_to_write() {
        assertThatThrownBy(() -> Codecs.of(Counts.class))
                .hasMessage("Counts.counts: HashMap<String, Long> cannot be written; "
                        + "write Map<K, V>, which keeps the order of its entries");
    }

    @Test
    void a_date_inside_a_list_is_answered_with_instant() {
        assertThatThrownBy(() -> Codecs.of(Dated.class))
                .hasMessage("Dated.dates[]: java.util.Date cannot be written; write java.time.Instant");
    }

    @Test
    void a_raw_list_asks_for_a_type_token() {
        assertThatThrownBy(() -> Codecs.of(Untyped.class))
                .hasMessage("Untyped.items: the type arguments of List are not known here; say the whole type, "
                        + "e.g. with a new TypeToken<List<String>>() {}, "
                        + "for a stream's elements .returns(new TypeToken<List<String>>() {})");
    }

    @Test
    void a_generic_record_without_arguments_asks_for_a_type_token() {
        assertThatThrownBy(() -> Codecs.of(Box.class))
                .hasMessageStartingWith("Box: the type arguments of Box are not known here; say the whole type");
    }

    @Test
    void a_type_that_grows_without_end_is_refused() {
        assertThatThrownBy(() -> Codecs.of(new TypeToken<Growing<String>>() {}))
                .hasMessageContaining("the type grows without end");
    }
}
