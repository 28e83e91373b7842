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
import org.jspecify.annotations.Nullable;

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
        first_increase_evidence TEXT,
        max_relative_increase REAL,
        drawdown REAL,
        dead_neurons INTEGER,
        dead INTEGER,
        losses BLOB,
        parameters BLOB,
        validation BLOB,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (combination, probe)
      ) WITHOUT ROWID, STRICT
      """;

  private static final int COLUMNS = 18;

  static final String REPLACE = "REPLACE INTO run VALUES (" + "?, ".repeat(COLUMNS - 1) + "?)";

  private RunTable() {}

  static void bind(PreparedStatement row, StoredRun run) throws SQLException {
    Outcome outcome = run.result().outcome();
    row.setInt(1, run.combination());
    row.setInt(2, run.probe());
    row.setString(3, run.result().fate().name());
    if (outcome instanceof Trained trained) {
      Diagnosis diagnosis = trained.diagnosis();
      row.setNull(4, Types.VARCHAR);
      row.setInt(5, diagnosis.naiveIncreases());
      row.setInt(6, diagnosis.curvatureIncreases());
      row.setInt(7, diagnosis.kinkIncreases());
      row.setObject(8, diagnosis.first().map(LossIncrease::step).orElse(null));
      row.setString(9, diagnosis.first().map(first -> first.cause().name()).orElse(null));
      row.setString(10, diagnosis.first().map(LossIncrease::evidence).orElse(null));
      row.setObject(11, boxed(diagnosis.maxRelativeIncrease()));
      row.setDouble(12, diagnosis.drawdown());
      row.setInt(13, diagnosis.deadNeurons());
      row.setBoolean(14, diagnosis.dead());
      row.setBytes(15, Blobs.bytes(trained.losses().toArray()));
      row.setBytes(16, Blobs.bytes(trained.finalParameters().values()));
      row.setBytes(17, trained.validation().map(RunTable::bytes).orElse(null));
    } else if (outcome instanceof Failed failed) {
      row.setString(4, failed.cause());
      for (int column = 5; column < COLUMNS; column++) {
        row.setNull(column, Types.NULL);
      }
    }
    row.setLong(COLUMNS, checksum(run));
  }

  /**
   * Reads the current row.
   *
   * @param specs what determined the run of each combination
   * @throws IllegalArgumentException if the row is not what was written
   */
  static StoredRun read(ResultSet row, IntFunction<RunSpec> specs) throws SQLException {
    int combination = row.getInt(1);
    RunSpec spec = specs.apply(combination);
    StoredRun run =
        new StoredRun(combination, row.getInt(2), new RunResult(spec, outcome(row, spec)));
    if (row.getLong(COLUMNS) != checksum(run)
        || !run.result().fate().name().equals(row.getString(3))) {
      throw new IllegalArgumentException("its checksum does not match");
    }
    return run;
  }

  private static Outcome outcome(ResultSet row, RunSpec spec) throws SQLException {
    String failure = row.getString(4);
    if (failure != null) {
      return new Failed(failure);
    }
    LossCurve losses = LossCurve.of(Blobs.doubles(row.getBytes(15)));
    double max = row.getDouble(11);
    OptionalDouble maxRelative = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(max);
    byte[] validation = row.getBytes(17);
    return new Trained(
        losses,
        Parameters.of(spec.architecture(), Blobs.doubles(row.getBytes(16))),
        new Diagnosis(
            row.getInt(5),
            row.getInt(6),
            row.getInt(7),
            firstIncrease(row, losses),
            maxRelative,
            row.getDouble(12),
            row.getInt(13),
            row.getBoolean(14)),
        Optional.ofNullable(validation).map(Blobs::doubles).map(LossCurve::of));
  }

  private static Optional<LossIncrease> firstIncrease(ResultSet row, LossCurve losses)
      throws SQLException {
    int step = row.getInt(8);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new LossIncrease(
                step,
                losses.at(step - 1),
                losses.at(step),
                Cause.valueOf(row.getString(9)),
                row.getString(10)));
  }

  /** CRC-32C over everything a row says; it finds every flipped bit. */
  private static long checksum(StoredRun run) {
    CRC32C crc = new CRC32C();
    update(crc, run.combination(), run.probe());
    Outcome outcome = run.result().outcome();
    if (outcome instanceof Trained trained) {
      Diagnosis diagnosis = trained.diagnosis();
      update(
          crc,
          diagnosis.naiveIncreases(),
          diagnosis.curvatureIncreases(),
          diagnosis.kinkIncreases(),
          diagnosis.first().map(LossIncrease::step).orElse(0),
          Double.doubleToLongBits(diagnosis.maxRelativeIncrease().orElse(-1)),
          Double.doubleToLongBits(diagnosis.drawdown()),
          diagnosis.deadNeurons(),
          diagnosis.dead() ? 1 : 0);
      diagnosis.first().ifPresent(first -> update(crc, first));
      crc.update(Blobs.bytes(trained.losses().toArray()));
      crc.update(Blobs.bytes(trained.finalParameters().values()));
      trained.validation().ifPresent(curve -> crc.update(bytes(curve)));
    } else if (outcome instanceof Failed failed) {
      crc.update(failed.cause().getBytes(StandardCharsets.UTF_8));
    }
    return crc.getValue();
  }

  private static byte[] bytes(LossCurve curve) {
    return Blobs.bytes(curve.toArray());
  }

  private static void update(CRC32C crc, LossIncrease first) {
    String text = first.cause() + first.evidence();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void update(CRC32C crc, long... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
    buffer.asLongBuffer().put(values);
    crc.update(buffer);
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
