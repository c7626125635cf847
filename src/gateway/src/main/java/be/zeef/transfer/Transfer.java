package be.zeef.transfer;

import java.util.Optional;

/**
 * One credit transfer.
 *
 * @param id end to end: at most 35 capitals, digits and dashes that say nothing about anybody
 * @param cents more than 0
 * @param name whose account it is, in any script of Latin letters
 * @param text what the statement shows
 * @param structured ten digits to make a Belgian structured communication of, in the place of the text
 */
public record Transfer(String id, long cents, String name, String iban, String text, Optional<Long> structured) {

    public Transfer {
        if (cents <= 0) {
            throw new IllegalArgumentException("a transfer is of more than nothing");
        }
    }

    @Override
    public String toString() {
        return "Transfer";
    }
}
