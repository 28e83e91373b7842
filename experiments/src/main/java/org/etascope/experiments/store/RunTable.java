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
        validation BLOB,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (combination, probe)
      ) WITHOUT ROWID, STRICT
      """;

  private static final int COLUMNS = 18;

  static final String REPLACE = "REPLACE INTO run VALUES (?" + ", ?".repeat(COLUMNS - 1) + ")";

  private RunTable() {}

  static void bind(PreparedStatement row, StoredRun run) throws SQLException {
    Outcome outcome = run.result().outcome();
    Cells cells = new Cells(row);
    cells.add(run.combination());
    cells.add(run.probe());
    cells.add(run.result().fate().name());
    if (outcome instanceof Trained trained) {
      cells.addNull();
      addDiagnosis(cells, trained.diagnosis());
      cells.add(Blobs.bytes(trained.losses().toArray()));
      cells.add(Blobs.bytes(trained.finalParameters().values()));
      if (trained.validation().isPresent()) {
        cells.add(Blobs.bytes(trained.validation().get().toArray()));
      } else {
        cells.addNull();
      }
    } else if (outcome instanceof Failed failed) {
      cells.add(failed.cause());
      while (cells.count() < COLUMNS - 1) {
        cells.addNull();
      }
    }
    cells.add(checksum(run));
  }

  private static void addDiagnosis(Cells cells, Diagnosis diagnosis) throws SQLException {
    cells.add(diagnosis.naiveIncreases());
    cells.add(diagnosis.curvatureIncreases());
    cells.add(diagnosis.kinkIncreases());
    if (diagnosis.first().isPresent()) {
      LossIncrease first = diagnosis.first().get();
      cells.add(first.step());
      cells.add(first.cause().name());
      if (first.evidence().isPresent()) {
        cells.add(first.evidence().get());
      } else {
        cells.addNull();
      }
    } else {
      cells.addNull();
      cells.addNull();
      cells.addNull();
    }
    cells.add(diagnosis.maxRelativeIncrease());
    cells.add(OptionalDouble.of(diagnosis.drawdown()));
    cells.add(diagnosis.deadNeurons());
    cells.add(diagnosis.dead() ? 1 : 0);
  }

  /** The cells of a row, bound from left to right. */
  private static final class Cells {
    private final PreparedStatement row;
    private int count;

    Cells(PreparedStatement row) {
      this.row = row;
    }

    int count() {
      return count;
    }

    void add(long value) throws SQLException {
      row.setLong(++count, value);
    }

    void add(String text) throws SQLException {
      row.setString(++count, text);
    }

    void add(byte[] blob) throws SQLException {
      row.setBytes(++count, blob);
    }

    void add(OptionalDouble value) throws SQLException {
      if (value.isPresent()) {
        row.setDouble(++count, value.getAsDouble());
      } else {
        addNull();
      }
    }

    void addNull() throws SQLException {
      row.setNull(++count, Types.NULL);
    }
  }

  /**
   * Reads the current row.
   *
   * @param specs what determined the run of each combination
   * @throws IllegalArgumentException if the row is not what was written
   */
  static StoredRun read(ResultSet row, IntFunction<RunSpec> specs) throws SQLException {
    int combination = row.getInt("combination");
    RunSpec spec = specs.apply(combination);
    StoredRun run =
        new StoredRun(combination, row.getInt("probe"), new RunResult(spec, outcome(row, spec)));
    if (row.getLong("checksum") != checksum(run)
        || !run.result().fate().name().equals(row.getString("fate"))) {
      throw new IllegalArgumentException("its checksum does not match");
    }
    return run;
  }

  private static Outcome outcome(ResultSet row, RunSpec spec) throws SQLException {
    String failure = row.getString("failure");
    if (failure != null) {
      return new Failed(failure);
    }
    LossCurve losses = LossCurve.of(Blobs.doubles(row.getBytes("losses")));
    double[] parameters = Blobs.doubles(row.getBytes("parameters"));
    byte[] validation = row.getBytes("validation");
    return new Trained(
        losses,
        Parameters.of(spec.architecture(), parameters),
        diagnosis(row, losses),
        Optional.ofNullable(validation).map(Blobs::doubles).map(LossCurve::of));
  }

  private static Diagnosis diagnosis(ResultSet row, LossCurve losses) throws SQLException {
    double largest = row.getDouble("max_relative_increase");
    OptionalDouble maxRelativeIncrease =
        row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(largest);
    return new Diagnosis(
        row.getInt("naive_increases"),
        row.getInt("curvature_increases"),
        row.getInt("kink_increases"),
        first(row, losses),
        maxRelativeIncrease,
        row.getDouble("drawdown"),
        row.getInt("dead_neurons"),
        row.getBoolean("dead"));
  }

  private static Optional<LossIncrease> first(ResultSet row, LossCurve losses) throws SQLException {
    int step = row.getInt("first_increase_step");
    if (row.wasNull()) {
      return Optional.empty();
    }
    return Optional.of(
        new LossIncrease(
            step,
            losses.at(step - 1),
            losses.at(step),
            Cause.valueOf(row.getString("first_increase_cause")),
            Optional.ofNullable(row.getString("evidence"))));
  }

  /** CRC-32C over everything a row says; it finds every flipped bit. */
  private static long checksum(StoredRun run) {
    CRC32C crc = new CRC32C();
    update(crc, run.combination(), run.probe());
    if (run.result().outcome() instanceof Trained trained) {
      update(crc, trained.diagnosis());
      crc.update(Blobs.bytes(trained.losses().toArray()));
      crc.update(Blobs.bytes(trained.finalParameters().values()));
      trained.validation().ifPresent(curve -> crc.update(Blobs.bytes(curve.toArray())));
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
              first.evidence().ifPresent(evidence -> update(crc, evidence));
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
