package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.event.Event;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of every entry is either held against the rule for what people write, or known here to be made by the gateway. */
class WhatPeopleWriteTest {

    /** Digests, pseudonyms, codes, names of files and ids of agreements and services: nobody types them into an entry. */
    private static final Set<String> MADE = Set.of(
            "act",
            "agreement",
            "answer",
            "asked",
            "became",
            "certificate",
            "code",
            "decision",
            "decisions",
            "delivery",
            "digest",
            "file",
            "from",
            "kind",
            "objection",
            "population",
            "recipient",
            "referte",
            "result",
            "scope",
            "service",
            "signature",
            "source",
            "state",
            "subject",
            "to",
            "version",
            "want",
            "what",
            "why");

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(WhatPeopleWriteTest::records);
    }

    @Test
    void eachTextIsHeldAgainstTheRule_orIsMade() {
        Set<String> texts = records(Event.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(part -> part.getType() == String.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts).containsAll(Written.FIELDS).containsAll(MADE);
        assertThat(texts)
                .as("a text that people write belongs to Written.FIELDS; only what the gateway makes, here")
                .allMatch(name -> Written.FIELDS.contains(name) != MADE.contains(name));
    }
}
