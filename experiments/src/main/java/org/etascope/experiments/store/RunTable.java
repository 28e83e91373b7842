package org.etascope.experiments.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import org.etascope.core.diagnosis.Cause;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunResult.Outcome;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.LossCurve;

/**
 * A row of the table of runs: outcome, diagnosis, losses and final parameters, under a checksum.
 */
final class RunTable {
  static final String CREATE =
      """
      CREATE TABLE run (
        combination INTEGER NOT NULL,
        probe INTEGER NOT NULL,
        fate TEXT NOT NULL,
        failure TEXT,
        naive_increases INTEGER,
        curvature_increases INTEGER,
        kink_increases INTEGER,
        first_increase_step INTEGER,
        first_increase_cause TEXT,
        evidence TEXT,
        max_relative_increase REAL,
        drawdown REAL,
        dead_neurons INTEGER,
        dead INTEGER,
        losses BLOB,
        parameters BLOB,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (combination, probe)
      ) WITHOUT ROWID, STRICT
      """;

  /** Columns in the order of the table. */
  private enum Column {
    COMBINATION,
    PROBE,
    FATE,
    FAILURE,
    NAIVE_INCREASES,
    CURVATURE_INCREASES,
    KINK_INCREASES,
    FIRST_INCREASE_STEP,
    FIRST_INCREASE_CAUSE,
    EVIDENCE,
    MAX_RELATIVE_INCREASE,
    DRAWDOWN,
    DEAD_NEURONS,
    DEAD,
    LOSSES,
    PARAMETERS,
    CHECKSUM;

    @SuppressWarnings("EnumOrdinal") // the constants stand in the order of the columns
    int index() {
      return ordinal() + 1;
    }
  }

  static final String REPLACE =
      "REPLACE INTO run VALUES (?" + ", ?".repeat(Column.values().length - 1) + ")";

  private RunTable() {}

  static void bind(PreparedStatement row, StoredRun run) throws SQLException {
    for (Column column : Column.values()) {
      row.setNull(column.index(), Types.NULL);
    }
    row.setInt(Column.COMBINATION.index(), run.combination());
    row.setInt(Column.PROBE.index(), run.probe());
    row.setString(Column.FATE.index(), run.result().fate().name());
    if (run.result().outcome() instanceof Trained trained) {
      bind(row, trained.diagnosis());
      row.setBytes(Column.LOSSES.index(), Blobs.bytes(trained.losses().toArray()));
      row.setBytes(Column.PARAMETERS.index(), Blobs.bytes(trained.finalParameters().values()));
    } else if (run.result().outcome() instanceof Failed failed) {
      row.setString(Column.FAILURE.index(), failed.cause());
    }
    row.setLong(Column.CHECKSUM.index(), checksum(run));
  }

  private static void bind(PreparedStatement row, Diagnosis diagnosis) throws SQLException {
    row.setInt(Column.NAIVE_INCREASES.index(), diagnosis.naiveIncreases());
    row.setInt(Column.CURVATURE_INCREASES.index(), diagnosis.curvatureIncreases());
    row.setInt(Column.KINK_INCREASES.index(), diagnosis.kinkIncreases());
    if (diagnosis.first().isPresent()) {
      LossIncrease first = diagnosis.first().get();
      row.setInt(Column.FIRST_INCREASE_STEP.index(), first.step());
      row.setString(Column.FIRST_INCREASE_CAUSE.index(), first.cause().name());
      row.setString(Column.EVIDENCE.index(), first.evidence());
    }
    if (diagnosis.maxRelativeIncrease().isPresent()) {
      row.setDouble(
          Column.MAX_RELATIVE_INCREASE.index(), diagnosis.maxRelativeIncrease().getAsDouble());
    }
    row.setDouble(Column.DRAWDOWN.index(), diagnosis.drawdown());
    row.setInt(Column.DEAD_NEURONS.index(), diagnosis.deadNeurons());
    row.setBoolean(Column.DEAD.index(), diagnosis.dead());
  }

  /**
   * Reads the current row.
   *
   * @param specs what determined the run of each combination
   * @throws IllegalArgumentException if the row is not what was written
   */
  static StoredRun read(ResultSet row, IntFunction<RunSpec> specs) throws SQLException {
    int combination = row.getInt(Column.COMBINATION.index());
    RunSpec spec = specs.apply(combination);
    StoredRun run =
        new StoredRun(
            combination, row.getInt(Column.PROBE.index()), new RunResult(spec, outcome(row, spec)));
    if (row.getLong(Column.CHECKSUM.index()) != checksum(run)
        || !run.result().fate().name().equals(row.getString(Column.FATE.index()))) {
      throw new IllegalArgumentException("its checksum does not match");
    }
    return run;
  }

  private static Outcome outcome(ResultSet row, RunSpec spec) throws SQLException {
    String failure = row.getString(Column.FAILURE.index());
    if (failure != null) {
      return new Failed(failure);
    }
    LossCurve losses = LossCurve.of(Blobs.doubles(row.getBytes(Column.LOSSES.index())));
    double[] parameters = Blobs.doubles(row.getBytes(Column.PARAMETERS.index()));
    return new Trained(
        losses, Parameters.of(spec.architecture(), parameters), diagnosis(row, losses));
  }

  private static Diagnosis diagnosis(ResultSet row, LossCurve losses) throws SQLException {
    double largest = row.getDouble(Column.MAX_RELATIVE_INCREASE.index());
    OptionalDouble maxRelativeIncrease =
        row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(largest);
    return new Diagnosis(
        row.getInt(Column.NAIVE_INCREASES.index()),
        row.getInt(Column.CURVATURE_INCREASES.index()),
        row.getInt(Column.KINK_INCREASES.index()),
        first(row, losses),
        maxRelativeIncrease,
        row.getDouble(Column.DRAWDOWN.index()),
        row.getInt(Column.DEAD_NEURONS.index()),
        row.getBoolean(Column.DEAD.index()));
  }

  private static Optional<LossIncrease> first(ResultSet row, LossCurve losses) throws SQLException {
    int step = row.getInt(Column.FIRST_INCREASE_STEP.index());
    if (row.wasNull()) {
      return Optional.empty();
    }
    return Optional.of(
        new LossIncrease(
            step,
            losses.at(step - 1),
            losses.at(step),
            Cause.valueOf(row.getString(Column.FIRST_INCREASE_CAUSE.index())),
            row.getString(Column.EVIDENCE.index())));
  }

  /** CRC-32C over everything a row says; it finds every flipped bit. */
  private static long checksum(StoredRun run) {
    CRC32C crc = new CRC32C();
    update(crc, run.combination(), run.probe());
    if (run.result().outcome() instanceof Trained trained) {
      update(crc, trained.diagnosis());
      crc.update(Blobs.bytes(trained.losses().toArray()));
      crc.update(Blobs.bytes(trained.finalParameters().values()));
    } else if (run.result().outcome() instanceof Failed failed) {
      update(crc, failed.cause());
    }
    return crc.getValue();
  }

  private static void update(CRC32C crc, Diagnosis diagnosis) {
    update(
        crc,
        diagnosis.naiveIncreases(),
        diagnosis.curvatureIncreases(),
        diagnosis.kinkIncreases(),
        Double.doubleToLongBits(diagnosis.maxRelativeIncrease().orElse(-1)),
        Double.doubleToLongBits(diagnosis.drawdown()),
        diagnosis.deadNeurons(),
        diagnosis.dead() ? 1 : 0);
    diagnosis
        .first()
        .ifPresent(
            first -> {
              update(crc, first.step());
              update(crc, first.cause().name());
              update(crc, first.evidence());
            });
  }

  private static void update(CRC32C crc, long... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
    buffer.asLongBuffer().put(values);
    crc.update(buffer);
  }

  private static void update(CRC32C crc, String text) {
    crc.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
