package be.zeef.cli.schedule;

import picocli.CommandLine.Command;

/** {@code zeef schedule}: what agreements run by themselves while a service runs. */
@Command(
        name = "schedule",
        description = "What agreements run by themselves while a service runs: when, and what became of it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ListMomentsCommand.class,
            PauseScheduleCommand.class,
            ResumeScheduleCommand.class,
            RunNowCommand.class
        })
public final class ScheduleCommand {}
