package be.zeef.cli.text;

/** A number and what it counts: 1 grant, 2 grants. */
public final class Count {

    private Count() {}

    public static String of(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
