package be.zeef.allowance;

import java.util.function.Consumer;

/** A file of birth allowances that was opened, and is right as a whole; its rows are read as often as needed. */
public interface AllowanceFile {

    AllowanceHead head();

    /** Hands over each row in the order of the file. */
    void each(Consumer<AllowanceRow> rows);
}
