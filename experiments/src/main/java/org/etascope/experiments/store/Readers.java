package org.etascope.experiments.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * One query, prepared on several connections that read a database at the same time, each lent to
 * one thread at a time.
 */
final class Readers implements AutoCloseable {
  private final Path database;
  private final List<Connection> connections = new ArrayList<>();
  private final BlockingQueue<PreparedStatement> idle;

  /** Opens so many connections. */
  Readers(Path database, String sql, int count) {
    this.database = database;
    idle = new ArrayBlockingQueue<>(count);
    try {
      for (int k = 0; k < count; k++) {
        Connection connection = Sqlite.connect(database, true);
        connections.add(connection);
        idle.add(connection.prepareStatement(sql));
      }
    } catch (SQLException e) {
      close();
      throw Sqlite.refusal(database, e);
    }
  }

  /** Returns what some work with an idle query comes to; waits until there is one. */
  <T> T use(Function<PreparedStatement, T> work) {
    PreparedStatement query;
    try {
      query = idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while results were read", e);
    }
    try {
      return work.apply(query);
    } finally {
      idle.add(query);
    }
  }

  /** Closes the connections, of which none may be in use. */
  @Override
  public void close() {
    try {
      for (Connection connection : connections) {
        connection.close();
      }
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }
}
