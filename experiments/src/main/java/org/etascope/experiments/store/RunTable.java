package org.etascope.experiments.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunResult.Outcome;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.LossCurve;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of runs: judgement, losses and final parameters, under a checksum.
 *
 * <p>The key is the rowid, so that results that come about in plan order are appended. A column
 * costs more than its bytes when millions of rows are written and read, so that there are few:
 * small numbers are packed into the {@link Judgement}, and what follows from another column is
 * computed when a query asks for it.
 */
final class RunTable {
  private static final int PROBE_BITS = 16;
  private static final int MOST_PROBES = 1 << PROBE_BITS;

  static final String CREATE =
      """
      CREATE TABLE run (
        key INTEGER PRIMARY KEY,
        combination INTEGER AS (key >> %1$d) VIRTUAL,
        probe INTEGER AS (key & %2$d) VIRTUAL,
        fate TEXT AS (CASE substr(judgement, 1, 1) %3$s END) VIRTUAL,
        judgement BLOB NOT NULL,
        losses BLOB,
        parameters BLOB,
        validation BLOB,
        words TEXT
      ) STRICT
      """
          .formatted(PROBE_BITS, MOST_PROBES - 1, fates());

  static final String REPLACE =
      "REPLACE INTO run (key, judgement, losses, parameters, validation, words)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private static final String SELECT =
      "SELECT key, judgement, losses, parameters, validation, words FROM run ";

  /** The query for all runs, in plan order. */
  static final String SELECT_ALL = SELECT + "ORDER BY key";

  /** The query for the runs of some combinations, in plan order. */
  static final String SELECT_RANGE = SELECT + "WHERE key >= ? AND key < ? ORDER BY key";

  /** Returns the query for the first runs in plan order that did anything but descend. */
  static String selectFlagged(int most) {
    return SELECT + "WHERE fate <> '%s' ORDER BY key LIMIT %d".formatted(Fate.MONOTONE, most);
  }

  /** The query for the least and the largest combination; 0 and -1 where there is none. */
  static final String BOUNDS =
      "SELECT coalesce((SELECT combination FROM run ORDER BY key LIMIT 1), 0),"
          + " coalesce((SELECT combination FROM run ORDER BY key DESC LIMIT 1), -1)";

  private RunTable() {}

  private static String fates() {
    return IntStream.range(0, Judgement.FATES.size())
        .mapToObj(k -> "WHEN x'%02x' THEN '%s'".formatted(k, Judgement.FATES.get(k).name()))
        .collect(Collectors.joining(" "));
  }

  /**
   * Returns the key of a run.
   *
   * @throws IllegalArgumentException if the probe is not within 0 and 65535
   */
  static long key(int combination, int probe) {
    if (probe < 0 || probe >= MOST_PROBES) {
      throw new IllegalArgumentException(
          "probe %d is not within 0 and %d".formatted(probe, MOST_PROBES - 1));
    }
    return (long) combination << PROBE_BITS | probe;
  }

  private static int combination(long key) {
    return Math.toIntExact(key >> PROBE_BITS);
  }

  /** Returns how messages name the current row of a query of this class. */
  static String name(ResultSet row) throws SQLException {
    long key = row.getLong(1);
    long probe = key & (MOST_PROBES - 1);
    return (key >> PROBE_BITS) + (probe == 0 ? "" : "." + probe);
  }

  /** Returns the query for one run. */
  static String select(int combination, int probe) {
    return SELECT + "WHERE key = " + key(combination, probe);
  }

  /**
   * Binds the combinations whose runs {@link #SELECT_RANGE} asks for.
   *
   * @param from the first of them
   * @param end the first behind them
   */
  static void bindRange(PreparedStatement range, int from, int end) throws SQLException {
    range.setLong(1, key(from, 0));
    range.setLong(2, key(end, 0));
  }

  /**
   * Reads the current row of a query of this class.
   *
   * @param specs what determined the run of each combination
   * @throws IllegalArgumentException if the row is not what was written
   * @throws ArithmeticException if its key is none
   * @throws IndexOutOfBoundsException if the plan has no such run
   */
  static StoredRun read(ResultSet row, IntFunction<RunSpec> specs) throws SQLException {
    long key = row.getLong(1);
    Judgement judgement = Judgement.of(row.getBytes(2));
    byte @Nullable [] losses = row.getBytes(3);
    byte @Nullable [] parameters = row.getBytes(4);
    byte @Nullable [] validation = judgement.isValidated() ? row.getBytes(5) : null;
    Optional<String> words =
        judgement.hasWords() ? Optional.ofNullable(row.getString(6)) : Optional.empty();
    if (judgement.checksum()
        != checksum(key, judgement.bytes(), losses, parameters, validation, words)) {
      throw new IllegalArgumentException("its checksum does not match");
    }
    RunSpec spec = specs.apply(combination(key));
    Outcome outcome =
        judgement.isFailed()
            ? new Failed(words.orElseThrow(() -> new IllegalArgumentException("it has no cause")))
            : trained(spec, judgement, losses, parameters, validation, words);
    return new StoredRun(
        combination(key), (int) (key & (MOST_PROBES - 1)), new RunResult(spec, outcome));
  }

  private static Trained trained(
      RunSpec spec,
      Judgement judgement,
      byte @Nullable [] losses,
      byte @Nullable [] parameters,
      byte @Nullable [] validation,
      Optional<String> words) {
    LossCurve curve = LossCurve.of(Blobs.doubles(losses));
    return new Trained(
        curve,
        Parameters.of(spec.architecture(), Blobs.doubles(parameters)),
        judgement.diagnosis(curve, words),
        judgement.verdict(),
        judgement.endState(),
        Optional.ofNullable(validation).map(Blobs::doubles).map(LossCurve::of));
  }

  /** CRC-32C over everything a row says; it finds every flipped bit. */
  static int checksum(
      long key,
      byte[] judgement,
      byte @Nullable [] losses,
      byte @Nullable [] parameters,
      byte @Nullable [] validation,
      Optional<String> words) {
    CRC32C crc = new CRC32C();
    crc.update(Blobs.bytes(key));
    crc.update(judgement, 0, judgement.length - Integer.BYTES);
    update(crc, losses);
    update(crc, parameters);
    update(crc, validation);
    words.map(text -> text.getBytes(StandardCharsets.UTF_8)).ifPresent(crc::update);
    return (int) crc.getValue();
  }

  private static void update(CRC32C crc, byte @Nullable [] blob) {
    if (blob != null) {
      crc.update(blob);
    }
  }
}
