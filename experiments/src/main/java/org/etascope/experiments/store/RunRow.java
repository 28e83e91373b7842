package org.etascope.experiments.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.Optional;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunResult.Outcome;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;
import org.jspecify.annotations.Nullable;

/**
 * A result as the row of the table of runs that stores it.
 *
 * <p>Immutable, so that whoever trained the run can pack it, and the one thread that writes has
 * less to do.
 */
public final class RunRow {
  /** The order of the plan, in which rows are appended. */
  static final Comparator<RunRow> PLAN_ORDER = Comparator.comparingLong(row -> row.key);

  private final long key;
  private final byte[] judgement;
  private final byte @Nullable [] losses;
  private final byte @Nullable [] parameters;
  private final byte @Nullable [] validation;
  private final Optional<String> words;

  /**
   * Packs a result.
   *
   * @throws IllegalArgumentException if its probe is not within 0 and 65535
   */
  public RunRow(StoredRun run) {
    Outcome outcome = run.result().outcome();
    key = RunTable.key(run.combination(), run.probe());
    judgement = Judgement.bytes(run.result());
    if (outcome instanceof Trained trained) {
      losses = Blobs.bytes(trained.losses().toArray());
      parameters = Blobs.bytes(trained.finalParameters().values());
      validation = trained.validation().map(LossCurve::toArray).map(Blobs::bytes).orElse(null);
    } else {
      losses = null;
      parameters = null;
      validation = null;
    }
    words = words(outcome);
    Judgement.seal(
        judgement, RunTable.checksum(key, judgement, losses, parameters, validation, words));
  }

  /** Returns why the run failed, or the evidence of its first increase. */
  private static Optional<String> words(Outcome outcome) {
    return outcome instanceof Trained trained
        ? trained.diagnosis().first().flatMap(LossIncrease::evidence)
        : Optional.of(outcome).map(Failed.class::cast).map(Failed::cause);
  }

  /** Binds the row to the parameters of {@link RunTable#REPLACE}. */
  void bind(PreparedStatement row) throws SQLException {
    row.setLong(1, key);
    row.setBytes(2, judgement);
    row.setBytes(3, losses);
    row.setBytes(4, parameters);
    row.setBytes(5, validation);
    if (words.isPresent()) {
      row.setString(6, words.get());
    } else {
      row.setNull(6, Types.VARCHAR);
    }
  }
}
