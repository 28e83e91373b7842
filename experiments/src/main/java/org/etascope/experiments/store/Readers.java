package org.etascope.experiments.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Connections that read one database at the same time, each lent to one thread at a time. */
final class Readers implements AutoCloseable {
  private final Path database;
  private final BlockingQueue<Connection> idle;

  /** Opens so many connections. */
  Readers(Path database, int count) {
    this.database = database;
    idle = new ArrayBlockingQueue<>(count);
    try {
      for (int k = 0; k < count; k++) {
        idle.add(Sqlite.connect(database, true));
      }
    } catch (SQLException e) {
      close();
      throw Sqlite.refusal(database, e);
    }
  }

  /** Returns what some work with an idle connection comes to; waits until there is one. */
  <T> T use(Function<Connection, T> work) {
    Connection connection;
    try {
      connection = idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while results were read", e);
    }
    try {
      return work.apply(connection);
    } finally {
      idle.add(connection);
    }
  }

  /** Closes the connections, of which none may be in use. */
  @Override
  public void close() {
    try {
      for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
        connection.close();
      }
    } catch (SQLException e) {
      throw Sqlite.refusal(database, e);
    }
  }
}
