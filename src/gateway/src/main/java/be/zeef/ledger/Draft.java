package be.zeef.ledger;

import be.zeef.ledger.event.Deed;
import be.zeef.ledger.event.DeedOutcome;
import be.zeef.ledger.event.EntryKind;
import be.zeef.ledger.event.Event;
import be.zeef.ledger.event.Intent;
import be.zeef.ledger.event.Note;
import be.zeef.ledger.event.Unfinished;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * An entry before it has its place in the chain. Here, and nowhere else, an event becomes a kind and a body: a JSON object of
 * its components, in the order of their names.
 *
 * @param about whom it goes on about ({@link Event#goesOnAbout})
 */
record Draft(EntryKind kind, Map<String, Object> body, Optional<String> about) {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(YearMonth.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    /** @throws IllegalArgumentException when a person's number may stand in what people wrote ({@link Written}) */
    Draft {
        Written.require(body);
    }

    static Draft of(Note note) {
        return new Draft(note.entry(), fields(note), note.goesOnAbout());
    }

    static Draft of(Intent<?> intent) {
        return new Draft(intent.deed().intent(), fields(intent), intent.goesOnAbout());
    }

    /** @param name of the intent: the number of its entry, or its Referte */
    static Draft of(Deed deed, Object name, DeedOutcome outcome) {
        Map<String, Object> body = fields(outcome);
        if (outcome instanceof Unfinished unfinished) {
            body.put(deed.code(), unfinished.ending());
        }
        body.put(deed.names(), name);
        return new Draft(deed.outcome(), body, Optional.empty());
    }

    String json() {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> fields(Event event) {
        return JSON.convertValue(event, FIELDS);
    }
}
