package be.zeef.ledger.event;

/** An event that stands by itself, or tells more of a deed whose outcome stands already: it is written where it happens. */
public sealed interface Note extends Event
        permits AnswerRead,
                Decided,
                DeliveryPacked,
                DeliveryPacked.Withdrawn,
                GrantedByHand,
                GrantsClosed,
                GrantsClosed.OfClaim,
                GrantsClosed.OfDeceased,
                NamesShown,
                NamesShown.OfEntries,
                NamesShown.OfPerson,
                QuestionFileGivenUp,
                QuestionRefused,
                QuestionRefused.Objection,
                QuestionRefused.ObjectionWithdrawn,
                ReceiptRead,
                Released,
                Released.Closing,
                Released.OfAgreement,
                RowsWritten,
                RowsWritten.Removed,
                RowsWritten.EntriesRemoved,
                SyncEnded,
                SyncEnded.AbandonSigned,
                SyncEnded.Abandoned,
                SyncStarted,
                SyncStarted.OfMoment,
                SyncStarted.ByHand {

    /** The kind of its entry. */
    EntryKind entry();
}
