package be.zeef.ledger;

import be.zeef.ledger.event.SyncEnded;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;

/** Appends with many threads until it is killed, and prints the number of each entry when it is told that it is committed. */
final class AppendingProcess {

    private AppendingProcess() {}

    public static void main(String[] args) {
        TestLedger open = new TestLedger(Path.of(args[0]), Clock.systemUTC());
        IntStream.range(0, 12)
                .mapToObj(number -> new Thread(() -> {
                    while (true) {
                        long entry = open.ledger.append("a", number, new SyncEnded("DONE"));
                        System.out.println(number + " " + entry);
                    }
                }))
                .forEach(Thread::start);
    }
}
