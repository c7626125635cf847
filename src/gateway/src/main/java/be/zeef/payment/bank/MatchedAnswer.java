package be.zeef.payment.bank;

import be.zeef.payment.Payments;
import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswer.Said;
import be.zeef.transfer.TransferAnswer.Single;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An answer of the bank beside the transfers of its file. An entry is about the transfer that its instruction id names, or else its end-to-end id: in
 * our files they are the same. One that names neither, under the payment information id of our batch, is about the only transfer in it. An id that we did not
 * give, such as {@code NOTPROVIDED}, names nothing, and neither do two ids that name two.
 *
 * @param unmatched entries that are about nothing of ours
 * @param unmatchedDenials those of them that say that money does not go
 */
record MatchedAnswer(Said whole, Map<String, Said> named, int unmatched, int unmatchedDenials) {

    static MatchedAnswer of(TransferAnswer answer, List<Payments.Row> payments) {
        Set<String> ids = payments.stream().map(Payments.Row::id).collect(Collectors.toSet());
        Map<String, Said> named = new HashMap<>();
        int unmatched = 0;
        int denials = 0;
        for (Single single : answer.each()) {
            Optional<String> id = match(single, ids);
            id.ifPresent(each -> named.merge(each, single.said(), Said::and));
            if (id.isEmpty()) {
                unmatched++;
                denials += single.said().isDenied() ? 1 : 0;
            }
        }
        return new MatchedAnswer(answer.whole(), named, unmatched, denials);
    }

    private static Optional<String> match(Single single, Set<String> ids) {
        boolean byInstruction = ids.contains(single.instruction());
        boolean byEnd = ids.contains(single.endToEnd());
        if (byInstruction && byEnd && !single.instruction().equals(single.endToEnd())) {
            return Optional.empty();
        }
        if (byInstruction) {
            return Optional.of(single.instruction());
        }
        if (byEnd) {
            return Optional.of(single.endToEnd());
        }
        boolean namesNone = single.instruction().isEmpty() && single.endToEnd().isEmpty();
        return namesNone && single.batched() && ids.size() == 1 ? ids.stream().findFirst() : Optional.empty();
    }

    /** Whether it says something of this transfer by itself. */
    boolean names(Payments.Row payment) {
        return named.containsKey(payment.id());
    }

    Said of(Payments.Row payment) {
        return named.getOrDefault(payment.id(), whole);
    }
}
