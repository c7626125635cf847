package be.zeef.source.groeipakket;

/** Follows a file from its head to its totals. */
interface RawRows {

    void head(RawHead head);

    void row(RawRow row);

    /** @param lines as the file says */
    void totals(long lines);
}
