package be.zeef.cli.ledger;

import picocli.CommandLine.Command;

/** {@code zeef ledger}: the record of what flowed. */
@Command(
        name = "ledger",
        description = "The record of every exchange, decision and delivery.",
        mixinStandardHelpOptions = true,
        subcommands = {
            VerifyCommand.class,
            SealCommand.class,
            ExportCommand.class,
            SubjectCommand.class,
            PruneCommand.class
        })
public final class LedgerCommand {}
