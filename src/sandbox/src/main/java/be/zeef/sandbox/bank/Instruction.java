package be.zeef.sandbox.bank;

import java.util.List;

/**
 * A payment file as the bank read it.
 *
 * @param refusal the code it is refused with as a whole; empty when it can be worked on
 */
record Instruction(String message, String definition, String refusal, List<Payment> payments) {

    Instruction {
        payments = List.copyOf(payments);
    }

    static Instruction refused(String message, String definition, String code) {
        return new Instruction(message, definition, code, List.of());
    }

    record Payment(String id, long cents, String name, String iban) {
        @Override
        public String toString() {
            return "Payment";
        }
    }
}
