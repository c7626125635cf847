package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.SettingsFile;
import be.zeef.validation.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Production is told where its checkpoints lie no better than its database. */
class LedgerCheckTest {

    @ParameterizedTest
    @CsvSource({
        "sandbox, ${data}/checkpoints,",
        "sandbox, '',",
        "production, '', ledger.second-none",
        "production, ${data}/checkpoints, ledger.second-within",
        "production, /srv/zeef/../zeef/checkpoints, ledger.second-within",
        "production, /srv/witness/checkpoints,",
        "production, sftp:witness,",
        "production, sftp:nobody, ledger.second-partner",
        "sandbox, sftp:nobody, ledger.second-partner"
    })
    void tellsWhereTheSecondPlaceIsNone(String profile, String place, String code) {
        List<Finding> findings = LedgerCheck.of(SettingsFile.read(
                        Path.of("no-such-zeef.yaml"),
                        Map.of("profile", profile, "data", "/srv/zeef", "ledger", Map.of("secondPlace", place))))
                .findings();
        assertThat(findings).extracting(Finding::code).isEqualTo(code == null ? List.of() : List.of(code));
    }
}
