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
        increases INTEGER,
        first_increase_step INTEGER,
        max_relative_increase REAL,
        dead INTEGER,
        losses BLOB,
        parameters BLOB,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (combination, probe)
      ) WITHOUT ROWID, STRICT
      """;

  static final String REPLACE = "REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private RunTable() {}

  static void bind(PreparedStatement row, StoredRun run) throws SQLException {
    Outcome outcome = run.result().outcome();
    row.setInt(1, run.combination());
    row.setInt(2, run.probe());
    row.setString(3, run.result().fate().name());
    if (outcome instanceof Trained trained) {
      Diagnosis diagnosis = trained.diagnosis();
      row.setNull(4, Types.VARCHAR);
      row.setInt(5, diagnosis.increases());
      row.setObject(6, diagnosis.first().map(LossIncrease::step).orElse(null));
      row.setObject(7, boxed(diagnosis.maxRelativeIncrease()));
      row.setBoolean(8, diagnosis.dead());
      row.setBytes(9, Blobs.bytes(trained.losses().toArray()));
      row.setBytes(10, Blobs.bytes(trained.finalParameters().values()));
    } else if (outcome instanceof Failed failed) {
      row.setString(4, failed.cause());
      for (int column = 5; column <= 10; column++) {
        row.setNull(column, Types.NULL);
      }
    }
    row.setLong(11, checksum(run));
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
    if (row.getLong(11) != checksum(run) || !run.result().fate().name().equals(row.getString(3))) {
      throw new IllegalArgumentException("its checksum does not match");
    }
    return run;
  }

  private static Outcome outcome(ResultSet row, RunSpec spec) throws SQLException {
    String failure = row.getString(4);
    if (failure != null) {
      return new Failed(failure);
    }
    LossCurve losses = LossCurve.of(Blobs.doubles(row.getBytes(9)));
    int firstStep = row.getInt(6);
    Optional<LossIncrease> first =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new LossIncrease(firstStep, losses.at(firstStep - 1), losses.at(firstStep)));
    double max = row.getDouble(7);
    OptionalDouble maxRelative = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(max);
    return new Trained(
        losses,
        Parameters.of(spec.architecture(), Blobs.doubles(row.getBytes(10))),
        new Diagnosis(row.getInt(5), first, maxRelative, row.getBoolean(8)));
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
          diagnosis.increases(),
          diagnosis.first().map(LossIncrease::step).orElse(0),
          Double.doubleToLongBits(diagnosis.maxRelativeIncrease().orElse(-1)),
          diagnosis.dead() ? 1 : 0);
      crc.update(Blobs.bytes(trained.losses().toArray()));
      crc.update(Blobs.bytes(trained.finalParameters().values()));
    } else if (outcome instanceof Failed failed) {
      crc.update(failed.cause().getBytes(StandardCharsets.UTF_8));
    }
    return crc.getValue();
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
