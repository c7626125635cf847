package be.zeef.allowance;

import java.time.Instant;
import java.time.YearMonth;

/**
 * What a file of granted birth allowances says of itself.
 *
 * @param file VUTG's own id of it; another content never has the same
 * @param month of the grants
 * @param created orders what is said of one allowance in several files
 * @param municipality NIS code of the municipality it is for
 * @param lines rows that follow
 * @param digest SHA-256 of the content, decrypted, in hexadecimal
 */
public record AllowanceHead(
        String file, YearMonth month, Instant created, String municipality, long lines, String digest) {}
