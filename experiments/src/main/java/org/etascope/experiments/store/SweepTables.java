package org.etascope.experiments.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.etascope.core.data.Dataset;

/** The tables that say to which sweep the runs belong, and when it was worked on. */
final class SweepTables {
  private static final List<String> CREATE =
      List.of(
          """
          CREATE TABLE sweep (
            etascope TEXT NOT NULL,
            numerics INTEGER NOT NULL,
            config TEXT NOT NULL,
            config_checksum INTEGER NOT NULL,
            canonical TEXT NOT NULL,
            canonical_checksum INTEGER NOT NULL,
            data_sha256 TEXT NOT NULL,
            validation_sha256 TEXT
          ) STRICT
          """,
          """
          CREATE TABLE data_column (
            validation INTEGER NOT NULL,
            target INTEGER NOT NULL,
            name TEXT NOT NULL,
            points BLOB NOT NULL
          ) STRICT
          """,
          """
          CREATE TABLE session (
            started TEXT NOT NULL,
            ended TEXT NOT NULL,
            runs INTEGER NOT NULL,
            threads INTEGER NOT NULL,
            jvm TEXT NOT NULL,
            machine TEXT NOT NULL
          ) STRICT
          """);

  private SweepTables() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : CREATE) {
        statement.executeUpdate(table);
      }
    }
  }

  static void write(Connection connection, StoredSweep sweep) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO sweep VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      row.setString(1, sweep.etascopeVersion());
      row.setInt(2, sweep.numericsVersion());
      row.setString(3, sweep.config());
      row.setLong(4, checksum(sweep.config()));
      row.setString(5, sweep.canonical());
      row.setLong(6, checksum(sweep.canonical()));
      row.setString(7, sweep.data().sha256());
      row.setString(8, sweep.validation().map(Dataset::sha256).orElse(null));
      row.executeUpdate();
    }
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO data_column VALUES (?, ?, ?, ?)")) {
      row.setBoolean(1, false);
      writeColumns(row, sweep.data());
      if (sweep.validation().isPresent()) {
        row.setBoolean(1, true);
        writeColumns(row, sweep.validation().get());
      }
      row.executeBatch();
    }
  }

  private static void writeColumns(PreparedStatement row, Dataset data) throws SQLException {
    writeColumns(row, false, data.featureNames(), data.featureValues(), data.points());
    writeColumns(row, true, data.targetNames(), data.targetValues(), data.points());
  }

  private static void writeColumns(
      PreparedStatement row, boolean target, List<String> names, double[] values, int points)
      throws SQLException {
    for (int j = 0; j < names.size(); j++) {
      row.setBoolean(2, target);
      row.setString(3, names.get(j));
      row.setBytes(4, Blobs.bytes(Arrays.copyOfRange(values, j * points, (j + 1) * points)));
      row.addBatch();
    }
  }

  static void updateConfig(Connection connection, String config) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("UPDATE sweep SET config = ?, config_checksum = ?")) {
      row.setString(1, config);
      row.setLong(2, checksum(config));
      row.executeUpdate();
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if a text or the data is not what was written
   */
  static StoredSweep read(Connection connection) throws SQLException {
    Dataset data =
        readData(connection, false)
            .orElseThrow(() -> new IllegalArgumentException("it holds no data"));
    Optional<Dataset> validation = readData(connection, true);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM sweep")) {
      if (!row.next()) {
        throw new IllegalArgumentException("it does not say what sweep it is of");
      }
      String config = row.getString(3);
      String canonical = row.getString(5);
      if (checksum(config) != row.getLong(4) || checksum(canonical) != row.getLong(6)) {
        throw new IllegalArgumentException("the checksum of the stored config does not match");
      }
      if (!data.sha256().equals(row.getString(7))) {
        throw new IllegalArgumentException("the hash of the stored data does not match");
      }
      if (!validation.map(Dataset::sha256).equals(Optional.ofNullable(row.getString(8)))) {
        throw new IllegalArgumentException("the hash of the stored validation data does not match");
      }
      return new StoredSweep(row.getString(1), row.getInt(2), config, canonical, data, validation);
    }
  }

  /** Returns the points of one part; nothing if it has no columns. */
  private static Optional<Dataset> readData(Connection connection, boolean validation)
      throws SQLException {
    List<String> featureNames = new ArrayList<>();
    List<String> targetNames = new ArrayList<>();
    List<double[]> features = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT target, name, points FROM data_column WHERE validation = ? ORDER BY rowid")) {
      query.setBoolean(1, validation);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          boolean target = rows.getBoolean(1);
          (target ? targetNames : featureNames).add(rows.getString(2));
          (target ? targets : features).add(Blobs.doubles(rows.getBytes(3)));
        }
      }
    }
    if (features.isEmpty() && targets.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Dataset.of(
            featureNames,
            targetNames,
            features.toArray(double[][]::new),
            targets.toArray(double[][]::new)));
  }

  static void write(Connection connection, Session session) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?)")) {
      row.setString(1, session.started().toString());
      row.setString(2, session.ended().toString());
      row.setLong(3, session.runs());
      row.setInt(4, session.threads());
      row.setString(5, session.jvm());
      row.setString(6, session.machine());
      row.executeUpdate();
    }
  }

  private static long checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
