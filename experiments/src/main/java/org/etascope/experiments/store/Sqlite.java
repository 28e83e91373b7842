package org.etascope.experiments.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.util.OSInfo;

/** How SQLite is spoken to, and what its errors mean. */
final class Sqlite {
  /** Primary result codes of what the machine refuses, https://www.sqlite.org/rescode.html. */
  private static final Set<SQLiteErrorCode> REFUSALS =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_PERM,
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_CANTOPEN);

  private static final int BUSY_MILLISECONDS = 500;

  private Sqlite() {}

  /** Connects to a database, with the library that was unpacked at build time if there is one. */
  static Connection connect(Path database, boolean readOnly) throws SQLException {
    String unpacked = System.getProperty("etascope.native");
    if (unpacked != null) {
      System.setProperty(
          "org.sqlite.lib.path",
          unpacked + "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS());
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    // the driver lets one thread at a time at a connection, so that SQLite need not
    config.resetOpenMode(SQLiteOpenMode.FULLMUTEX);
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    return config.createConnection("jdbc:sqlite:" + database.toAbsolutePath().toUri());
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the first cell of the answer, or an empty text. */
  static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  static boolean isBusy(SQLException e) {
    return e instanceof SQLiteException sqlite && code(sqlite) == SQLiteErrorCode.SQLITE_BUSY;
  }

  /** What the machine refuses is told from what the file should never have said. */
  static RuntimeException refusal(Path database, SQLException e) {
    boolean refused =
        e instanceof SQLiteException sqlite
            && sqlite.getResultCode() != SQLiteErrorCode.SQLITE_IOERR_SHORT_READ
            && REFUSALS.contains(code(sqlite));
    return refused
        ? new UncheckedIOException(new IOException(database + ": " + e.getMessage(), e))
        : new DamagedResultsException(database, "damaged, " + e.getMessage(), e);
  }

  private static SQLiteErrorCode code(SQLiteException e) {
    return SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xFF);
  }
}
