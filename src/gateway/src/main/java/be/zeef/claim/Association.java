package be.zeef.claim;

/**
 * Whom a fee is paid to.
 *
 * @param key by which clerks name it
 * @param iban without blanks, in capitals; its check digits are right
 */
public record Association(String key, String name, String iban) {}
