package org.etascope.experiments.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunSpec;

/**
 * The database of one sweep, {@code runs.db}: the only truth about its runs.
 *
 * <p>A result is safe once the transaction that holds it is committed, however the process ends.
 * Not thread-safe. Methods throw {@link DamagedResultsException} where the file is not what was
 * written, and {@link UncheckedIOException} where the machine refuses to read or write it.
 */
public final class ResultStore implements AutoCloseable {
  /** The file's name inside the folder of a sweep. */
  public static final String FILE = "runs.db";

  /** "EtaS", by which a database of ours is known. */
  private static final int APPLICATION_ID = 0x45746153;

  private static final int SCHEMA_VERSION = 3;

  /**
   * SQLite's 4096 bytes make writing a million runs twice as slow; 65536 are little faster, and a
   * small sweep would take half a megabyte.
   */
  private static final int PAGE_BYTES = 16384;

  /** More would hold more parts in memory, and one thread would not keep up with taking them. */
  private static final int MOST_READERS = 8;

  /** How many results a stream holds in memory. */
  private static final int MOST_AT_A_TIME = 16;

  private final Path database;
  private final Connection connection;
  private final boolean writable;

  private ResultStore(Path database, Connection connection, boolean writable) {
    this.database = database;
    this.connection = connection;
    this.writable = writable;
  }

  /** Returns whether a folder holds results. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Begins the results of a sweep, in place of any that were there, and opens them for writing.
   *
   * @param folder the sweep's folder, locked by the caller
   */
  public static ResultStore create(Path folder, StoredSweep sweep) {
    Path database = folder.resolve(FILE);
    Path unfinished = folder.resolve(FILE + ".new");
    try {
      Files.deleteIfExists(unfinished);
      try (Connection connection = Sqlite.connect(unfinished, false);
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("PRAGMA page_size = " + PAGE_BYTES);
        connection.setAutoCommit(false);
        statement.executeUpdate(RunTable.CREATE);
        SweepTables.create(connection);
        SweepTables.write(connection, sweep);
        statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
        statement.executeUpdate("PRAGMA user_version = " + SCHEMA_VERSION);
        connection.commit();
      } catch (SQLException e) {
        throw Sqlite.refusal(unfinished, e);
      }
      for (String journal : List.of("-journal", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve(FILE + journal));
      }
      Files.move(unfinished, database, StandardCopyOption.ATOMIC_MOVE);
      return open(database, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens the results in a folder to add to them, and verifies every page before.
   *
   * @param folder the sweep's folder, locked by the caller
   */
  public static ResultStore openForWriting(Path folder) {
    ResultStore store = open(folder.resolve(FILE), true);
    try {
      store.verify();
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Opens the results in a folder to read them, also while another process adds to them. */
  public static ResultStore openForReading(Path folder) {
    return open(folder.resolve(FILE), false);
  }

  private static ResultStore open(Path database, boolean writable) {
    try {
      Connection connection = Sqlite.connect(database, !writable);
      try {
        requireOurs(database, connection);
        if (writable) {
          Sqlite.execute(connection, "PRAGMA journal_mode = WAL");
          Sqlite.execute(connection, "PRAGMA synchronous = NORMAL");
        }
        connection.setAutoCommit(false);
        return new ResultStore(database, connection, writable);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  private static void requireOurs(Path database, Connection connection) throws SQLException {
    int application = Integer.parseInt(Sqlite.query(connection, "PRAGMA application_id"));
    if (application != APPLICATION_ID) {
      throw new DamagedResultsException(database, "not a database of Etascope results");
    }
    int schema = Integer.parseInt(Sqlite.query(connection, "PRAGMA user_version"));
    if (schema != SCHEMA_VERSION) {
      throw new DamagedResultsException(
          database,
          "written in schema version %d by another version of Etascope, this one knows %d"
              .formatted(schema, SCHEMA_VERSION));
    }
  }

  /**
   * Reads every page, and finds those that are missing, out of place or malformed. What single runs
   * say is verified whenever they are read.
   */
  public void verify() {
    try {
      String check = Sqlite.query(connection, "PRAGMA quick_check(1)");
      if (!check.equals("ok")) {
        throw new DamagedResultsException(database, "damaged, " + check.replace('\n', ' '));
      }
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /** Returns what the database says of the sweep its runs belong to. */
  public StoredSweep sweep() {
    try {
      return SweepTables.read(connection);
    } catch (IllegalArgumentException e) {
      throw new DamagedResultsException(database, "damaged, " + e.getMessage(), e);
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /**
   * Replaces the config's text, whose keys that change results are as they were.
   *
   * @param config the new text
   */
  public void updateConfig(String config) {
    transaction(() -> SweepTables.updateConfig(connection, config));
  }

  /**
   * Stores results, all or none, in place of earlier ones of the same combinations and probes.
   *
   * <p>Appended rows fill the pages of the database. Results of several threads come about in
   * turns, so that they are put in order as far as they are here at once.
   */
  public void write(List<RunRow> rows) {
    transaction(
        () -> {
          try (PreparedStatement row = connection.prepareStatement(RunTable.REPLACE)) {
            for (RunRow next : rows.stream().sorted(RunRow.PLAN_ORDER).toList()) {
              next.bind(row);
              row.addBatch();
            }
            row.executeBatch();
          }
        });
  }

  /** Notes that the sweep was worked on. */
  public void write(Session session) {
    transaction(() -> SweepTables.write(connection, session));
  }

  /** Returns the combinations whose run needs no training any more: all but the failed ones. */
  public BitSet finished() {
    return combinations("SELECT combination FROM run WHERE fate <> ?");
  }

  /** Returns the combinations whose run could not be executed. */
  public BitSet failed() {
    return combinations("SELECT combination FROM run WHERE fate = ?");
  }

  private BitSet combinations(String sql) {
    BitSet combinations = new BitSet(combinationsEnd());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, Fate.FAILED.name());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          combinations.set(rows.getInt(1));
        }
      }
      return combinations;
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /** Returns one more than the largest combination that is there, or 0. */
  private int combinationsEnd() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RunTable.BOUNDS)) {
      long least = row.getLong(1);
      long most = row.getLong(2);
      if (least < 0 || most >= Integer.MAX_VALUE) {
        throw new DamagedResultsException(
            database, "damaged, it has runs %d to %d".formatted(least, most));
      }
      return (int) most + 1;
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /**
   * Returns all results in plan order, each verified against its checksum as it is read.
   *
   * @param specs what determined the run of each combination
   * @return a stream to be closed by the caller
   */
  public Stream<StoredRun> runs(IntFunction<RunSpec> specs) {
    try {
      Statement statement = connection.createStatement();
      ResultSet rows = statement.executeQuery(RunTable.SELECT_ALL);
      return Stream.generate(() -> next(MOST_AT_A_TIME, rows, specs))
          .takeWhile(runs -> !runs.isEmpty())
          .flatMap(List::stream)
          .onClose(() -> close(statement));
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /**
   * Reads all results, each verified against its checksum, in parts of consecutive combinations:
   * several at a time, each on a connection of its own.
   *
   * @param specs what determined the run of each combination
   * @param combinations how many a part has at most, from 1
   * @param work is done on the results of each part, in plan order, on several threads
   * @param next takes what came of each part, in plan order, on the calling thread
   */
  public <T> void read(
      IntFunction<RunSpec> specs,
      int combinations,
      Function<List<StoredRun>, T> work,
      Consumer<T> next) {
    int end = combinationsEnd();
    int parts = Math.floorDiv(end - 1, combinations) + 1;
    int threads = Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
    try (Readers readers = new Readers(database, RunTable.SELECT_RANGE, threads)) {
      OrderedParts.each(
          parts,
          threads,
          part -> {
            int from = part * combinations;
            int behind = (int) Math.min(end, (long) from + combinations);
            return work.apply(readers.use(range -> list(range, from, behind, specs)));
          },
          next);
    }
  }

  /**
   * Returns the first results in plan order whose runs did anything but descend.
   *
   * @param most how many at most
   * @param specs what determined the run of each combination
   */
  public List<StoredRun> flagged(int most, IntFunction<RunSpec> specs) {
    return list(connection, RunTable.selectFlagged(most), specs);
  }

  /** Returns one result, if it is there. */
  public Optional<StoredRun> run(int combination, int probe, IntFunction<RunSpec> specs) {
    return list(connection, RunTable.select(combination, probe), specs).stream().findFirst();
  }

  private List<StoredRun> list(
      PreparedStatement range, int from, int behind, IntFunction<RunSpec> specs) {
    try {
      RunTable.bindRange(range, from, behind);
      try (ResultSet rows = range.executeQuery()) {
        return next(Integer.MAX_VALUE, rows, specs);
      }
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  private List<StoredRun> list(Connection reading, String sql, IntFunction<RunSpec> specs) {
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return next(Integer.MAX_VALUE, rows, specs);
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /** Returns the next results of a query, at most so many. */
  private List<StoredRun> next(int most, ResultSet rows, IntFunction<RunSpec> specs) {
    List<StoredRun> runs = new ArrayList<>();
    try {
      while (runs.size() < most && rows.next()) {
        runs.add(RunTable.read(rows, specs));
      }
      return runs;
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new DamagedResultsException(
          database, "damaged, run %s: %s".formatted(name(rows), e.getMessage()), e);
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  private String name(ResultSet row) {
    try {
      return RunTable.name(row);
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /** Returns the times this sweep was worked on, oldest first. */
  public List<Session> sessions() {
    List<Session> sessions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM session ORDER BY rowid")) {
      while (rows.next()) {
        sessions.add(
            new Session(
                Instant.parse(rows.getString(1)),
                Instant.parse(rows.getString(2)),
                rows.getLong(3),
                rows.getInt(4),
                rows.getString(5),
                rows.getString(6)));
      }
      return sessions;
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /** Closes the database, as one file that can be copied and read anywhere. */
  @Override
  public void close() {
    try {
      if (writable) {
        connection.setAutoCommit(true);
        leaveWriteAheadLog();
      }
      connection.close();
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }

  /** A reader that still has the database open keeps it in this mode, which does no harm. */
  private void leaveWriteAheadLog() throws SQLException {
    try {
      Sqlite.execute(connection, "PRAGMA journal_mode = DELETE");
    } catch (SQLException e) {
      if (!Sqlite.isBusy(e)) {
        throw e;
      }
    }
  }

  private interface Change {
    void apply() throws SQLException;
  }

  private void transaction(Change change) {
    try {
      change.apply();
      connection.commit();
    } catch (SQLException e) {
      try {
        connection.rollback();
      } catch (SQLException again) {
        e.addSuppressed(again);
      }
      throw Sqlite.refusal(database, e);
    }
  }

  private void close(Statement statement) {
    try {
      statement.close();
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }
}
