package be.zeef.cli.objection;

import picocli.CommandLine.Command;

/** {@code zeef objection}: about whom nothing goes on. */
@Command(
        name = "objection",
        description = "Enters, withdraws and shows who objected (GDPR 21) or is restricted (GDPR 18).",
        mixinStandardHelpOptions = true,
        subcommands = {EnterObjectionCommand.class, WithdrawObjectionCommand.class, ListObjectionsCommand.class})
public final class ObjectionCommand {}
