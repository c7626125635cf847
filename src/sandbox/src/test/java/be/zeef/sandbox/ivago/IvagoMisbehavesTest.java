package be.zeef.sandbox.ivago;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.sandbox.delivery.FarEnd;
import be.zeef.security.SignatureRefusedException;
import be.zeef.testing.Await;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.Test;

/** How the sandbox' IVAGO misbehaves when it is told to. */
class IvagoMisbehavesTest extends IvagoCase {

    @Test
    void shouldFailTheWriteOnce_whenDiskIsFull() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.DISK_FULL, 1);

        assertThatThrownBy(() -> city.put("a", new byte[] {1}))
                .isInstanceOfSatisfying(
                        SftpException.class, e -> assertThat(e.getStatus()).isEqualTo(SftpConstants.SSH_FX_FAILURE));
        city.put("a", new byte[] {1});

        assertThat(folder.resolve("sftp/in/a")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void shouldRefuseFirstLine_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.REFUSE_LINE, 1);

        city.deliver("csv", csv(line(1, "household-1"), line(2, "household-2")));

        assertThat(city.receipt("result")).contains(ONE + "\"REFUSED\"", TWO + "\"ACCEPTED\"");
    }

    @Test
    void shouldRefuseFile_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.REFUSE_FILE, 1);

        city.deliver("csv", csv(line(1, "household-1")));

        assertThat(city.receipt("ack")).contains("result=\"REFUSED\" code=\"FORMAT\"");
    }

    @Test
    void shouldKeepSilent_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.NO_ACK, 1);
        city.farEnd.misbehave(DeliveryMisbehaviour.NO_RESULT, 1);

        city.deliver("csv", csv(line(1, "household-1")));
        Await.until("credited in silence", () -> !credits().isEmpty());

        assertThat(folder.resolve("sftp/out")).isEmptyDirectory();
    }

    @Test
    void shouldSignWithAnotherKey_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.WRONG_SIGNER, 1);

        city.deliver("csv", csv(line(1, "household-1")));

        assertThatThrownBy(() -> city.receipt("ack")).isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void shouldLeaveReceiptUnsigned_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.UNSIGNED_RECEIPT, 1);

        city.deliver("csv", csv(line(1, "household-1")));

        assertThat(new String(city.bytes("ack"), StandardCharsets.UTF_8)).startsWith("<technicalReceipt");
    }

    @Test
    void shouldNameAnotherDelivery_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.RECEIPT_FOR_ANOTHER, 1);

        city.deliver("csv", csv(line(1, "household-1")));

        assertThat(city.receipt("result")).doesNotContain(NAME).contains("delivery=\"IVAGO.");
    }

    @Test
    void shouldAnswerLate_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.LATE, 1);
        long start = System.nanoTime();

        city.deliver("csv", csv(line(1, "household-1")));

        assertThat(city.receipt("result")).contains("ACCEPTED");
        assertThat(System.nanoTime() - start).isGreaterThan(FarEnd.LATE.toNanos());
    }
}
