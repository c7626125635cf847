package be.zeef.question;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an agreement means for a question on a day.
 *
 * @param version hash of the agreement
 * @param until until when a yes holds, where the agreement says so
 */
public record QuestionPlan(String agreement, String version, Optional<LocalDate> until) {}
