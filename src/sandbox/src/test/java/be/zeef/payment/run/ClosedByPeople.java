package be.zeef.payment.run;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.closing.ClosingDecision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What two people closed in a town, for good or so that it may be made again; also when the process died while they did. */
final class ClosedByPeople {

    private final Town town;
    private final Set<String> freed = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private Optional<Closing> underWay = Optional.empty();

    ClosedByPeople(Town town) {
        this.town = town;
    }

    private record Closing(String id, ClosingDecision decision) {}

    /** Transfers that may be made again. */
    Set<String> freed() {
        return freed;
    }

    /** Transfers that need be told no more. */
    Set<String> ended() {
        return ended;
    }

    /** Two people close one of what is open in one of the ways that there are, where it may be closed so. */
    void close(int number) {
        List<String> open = open().toList();
        if (open.isEmpty()) {
            return;
        }
        ClosingDecision decision = ClosingDecision.values()[number % ClosingDecision.values().length];
        Closing wanted = new Closing(open.get(number % open.size()), decision);
        underWay = Optional.of(wanted);
        try {
            new Closer(town).both(wanted.id, wanted.decision);
            isDone(wanted);
        } catch (PaymentRefusedException e) {
            // it may not be closed so, or not yet
        }
        underWay = Optional.empty();
    }

    /** After the process died: what was being closed is closed when it is open no more. */
    void lookAgain() {
        underWay.filter(wanted -> open().noneMatch(wanted.id::equals)).ifPresent(this::isDone);
        underWay = Optional.empty();
    }

    private Stream<String> open() {
        return town.office().closingDesk().open().stream()
                .map(each -> each.payment().id());
    }

    private void isDone(Closing closed) {
        boolean forGood = closed.decision == ClosingDecision.PAID || closed.decision == ClosingDecision.GIVEN_UP;
        (forGood ? ended : freed).add(closed.id);
    }
}
