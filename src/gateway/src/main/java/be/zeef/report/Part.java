package be.zeef.report;

/** What a report is made of. */
public enum Part {
    FIGURES,
    /** The record of the processing activity (GDPR art. 30). */
    RECORD,
    /** The protocol as it is published (law of 30 July 2018 art. 20; decree of 18 July 2008 art. 8). */
    PROTOCOL
}
