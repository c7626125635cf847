package be.zeef.payment;

import be.zeef.allowance.AllowanceRow.Beneficiary;
import be.zeef.security.Sealing;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Makes the transfer of one share of a child's premium, or of a claim, within one transaction; each attempt is another transfer with another id.
 */
public final class ShareTransfers {

    private final String agreement;
    private final Sealing sealing;
    private final References references;
    private final Handle handle;

    public ShareTransfers(PaymentSecrets secrets, Handle handle) {
        this.agreement = secrets.agreement();
        this.sealing = secrets.sealing();
        this.references = secrets.references();
        this.handle = handle;
    }

    /** A transfer to this beneficiary, or a note for finance where there is no account. */
    public void pay(String child, int share, long cents, Beneficiary to) {
        String payee = references.person(to.insz());
        Payments.State state = to.iban().isEmpty() ? Payments.State.OTHER_MEANS : Payments.State.OPEN;
        String account = references.account(to.iban());
        insert(child, share, cents, payee, account, new Payee(to.name(), to.iban()), state);
    }

    /**
     * A transfer to this account.
     *
     * @param child what it stands for: a child whose premium it is, or a claim
     * @param payee reference of whose account it is
     */
    public void pay(String child, int share, long cents, String payee, Payee to) {
        insert(child, share, cents, payee, references.account(to.iban()), to, Payments.State.OPEN);
    }

    /** The same transfer again, because the bank never executed it. */
    public void again(Payments.Row row) {
        Payee payee = Payee.open(sealing, row.id(), row.vault());
        insert(row.child(), row.share(), row.cents(), row.payee(), row.account(), payee, Payments.State.OPEN);
    }

    private void insert(
            String child, int share, long cents, String payee, String account, Payee to, Payments.State state) {
        List<Payments.Row> before = Payments.ofChild(handle, agreement, child).stream()
                .filter(row -> row.share() == share)
                .toList();
        before.forEach(row -> RefusedBefore.replaced(handle, row));
        int attempt = 1 + before.stream().mapToInt(Payments.Row::attempt).max().orElse(0);
        String id = references.payment(child, share, attempt);
        byte[] vault = to.sealed(sealing, id);
        Payments.insert(
                handle,
                agreement,
                new Payments.Row(
                        id, child, share, attempt, cents, payee, account, vault, state, Optional.empty(), false));
    }
}
