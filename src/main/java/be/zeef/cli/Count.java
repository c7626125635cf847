package be.zeef.cli;

/** A number and what it counts: 1 grant, 2 grants. */
final class Count {

    private Count() {}

    static String of(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
