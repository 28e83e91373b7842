package org.etascope.experiments.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.run.Numerics;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultStoreTest {
  private static final int RUNS = 60;

  private static final Dataset DATA =
      Dataset.of(
          List.of("size, seen\nby HST"),
          List.of("y"),
          new double[][] {{0.1, 0.9, -0.0}},
          new double[][] {{0.3, 0.4, Double.MIN_VALUE}});

  private static final StoredSweep SWEEP =
      new StoredSweep(
          "1.2.3",
          Numerics.VERSION,
          "name: x # a comment\n",
          "sweep.eta: 0.1\n",
          DATA,
          Optional.of(DATA.select(2, 0)));

  @TempDir Path folder;
  private Path database = Path.of("");

  /** Runs of every fate: with larger etas a ReLU output dies and an identity output diverges. */
  private static RunSpec spec(int ordinal) {
    return new RunSpec(
        DATA,
        new Architecture(
            List.of(1, 4, 1),
            List.of(Activation.RELU, ordinal % 2 == 0 ? Activation.RELU : Activation.IDENTITY)),
        Initialization.UNIFORM,
        ordinal,
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.05 * Math.pow(1.2, ordinal)), 300));
  }

  private static List<StoredRun> runs() {
    return IntStream.range(0, RUNS)
        .mapToObj(
            ordinal ->
                new StoredRun(
                    ordinal,
                    0,
                    ordinal % 7 == 3
                        ? new RunResult(spec(ordinal), new Failed("OutOfMemoryError: for the test"))
                        : RunResult.of(spec(ordinal))))
        .toList();
  }

  private static List<RunRow> rows(List<StoredRun> runs) {
    return runs.stream().map(RunRow::new).toList();
  }

  @BeforeEach
  void storeRuns() {
    database = folder.resolve(ResultStore.FILE);
    try (ResultStore store = ResultStore.create(folder, SWEEP)) {
      store.write(rows(runs().subList(20, RUNS)));
      store.write(rows(runs().subList(0, 20)));
    }
  }

  private List<StoredRun> read() {
    try (ResultStore store = ResultStore.openForReading(folder)) {
      store.verify();
      try (Stream<StoredRun> runs = store.runs(ResultStoreTest::spec)) {
        return runs.toList();
      }
    }
  }

  @Test
  void whatIsReadIsWhatWasWrittenInPlanOrder() {
    assertEquals(runs(), read());
    assertEquals(5, read().stream().map(run -> run.result().fate()).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, RUNS - 1, RUNS, 1000, Integer.MAX_VALUE})
  void partsOfAnySizeComeInPlanOrderOnTheCallingThread(int combinations) {
    List<List<StoredRun>> parts = new ArrayList<>();
    Thread caller = Thread.currentThread();
    try (ResultStore store = ResultStore.openForReading(folder)) {
      store.read(
          ResultStoreTest::spec,
          combinations,
          part -> part,
          part -> {
            assertEquals(caller, Thread.currentThread());
            parts.add(part);
          });
    }
    assertEquals(runs(), parts.stream().flatMap(List::stream).toList());
    assertTrue(parts.stream().allMatch(part -> part.size() <= combinations));
  }

  @Test
  void whatGoesWrongInAPartOrBehindItEndsTheReading() {
    try (ResultStore store = ResultStore.openForReading(folder)) {
      IllegalStateException fault = new IllegalStateException("for the test");
      assertEquals(
          fault,
          assertThrows(
              IllegalStateException.class,
              () ->
                  store.read(
                      ResultStoreTest::spec,
                      1,
                      part -> {
                        throw fault;
                      },
                      part -> {})));
      assertEquals(
          fault,
          assertThrows(
              IllegalStateException.class,
              () ->
                  store.read(
                      ResultStoreTest::spec,
                      1,
                      part -> part,
                      part -> {
                        throw fault;
                      })));
    }
  }

  @Test
  void fatesAreWordsForWhoeverAsksInSql() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT fate, count(*) FROM run GROUP BY fate")) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    assertEquals(
        runs().stream()
            .collect(Collectors.groupingBy(r -> r.result().fate().name(), Collectors.counting())),
        counts);
  }

  @Test
  void probesStandBehindTheirCombination() {
    StoredRun probe = new StoredRun(4, 65535, runs().get(4).result());
    try (ResultStore store = ResultStore.openForWriting(folder)) {
      store.write(rows(List.of(probe)));
      assertEquals(probe, store.run(4, 65535, ResultStoreTest::spec).orElseThrow());
      assertThrows(
          IllegalArgumentException.class,
          () -> new RunRow(new StoredRun(4, 65536, probe.result())));
    }
    assertEquals(probe, read().get(5));
  }

  @Test
  void theSweepIsReadAsItWasWritten() {
    try (ResultStore store = ResultStore.openForReading(folder)) {
      StoredSweep sweep = store.sweep();
      assertEquals(SWEEP.config(), sweep.config());
      assertEquals(SWEEP.canonical(), sweep.canonical());
      assertEquals(SWEEP.etascopeVersion(), sweep.etascopeVersion());
      assertEquals(DATA.featureNames(), sweep.data().featureNames());
      assertEquals(DATA.sha256(), sweep.data().sha256());
      assertEquals(
          SWEEP.validation().map(Dataset::sha256), sweep.validation().map(Dataset::sha256));
    }
  }

  @Test
  void onlyFailedRunsAreTriedAgain() {
    try (ResultStore store = ResultStore.openForWriting(folder)) {
      assertEquals(
          IntStream.range(0, RUNS).filter(ordinal -> ordinal % 7 == 3).boxed().toList(),
          store.failed().stream().boxed().toList());
      assertEquals(RUNS - store.failed().cardinality(), store.finished().cardinality());
      store.write(rows(List.of(new StoredRun(3, 0, RunResult.of(spec(3))))));
      assertTrue(store.finished().get(3));
    }
  }

  @Test
  void sessionsAreKeptInOrder() {
    Instant start = Instant.parse("2026-01-02T03:04:05.678Z");
    Session first = new Session(start, start.plusSeconds(3), 40, 2, "a JVM", "a machine");
    Session second = new Session(start.plusSeconds(9), start.plusSeconds(10), 20, 1, "b", "c");
    try (ResultStore store = ResultStore.openForWriting(folder)) {
      store.write(first);
      store.write(second);
      assertEquals(List.of(first, second), store.sessions());
    }
  }

  @Test
  void aReaderSeesWhatIsCommittedWhileAWriterGoesOn() {
    try (ResultStore writer = ResultStore.openForWriting(folder)) {
      writer.write(rows(List.of(new StoredRun(RUNS, 0, RunResult.of(spec(RUNS))))));
      assertEquals(RUNS + 1, read().size());
    }
  }

  @Test
  void onceClosedItIsOneFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(database), files.toList());
    }
  }

  @Test
  void aFlippedBitIsFoundOrChangesNothing() throws IOException {
    byte[] whole = Files.readAllBytes(database);
    List<StoredRun> expected = runs();
    Random random = new Random(7);
    int found = 0;
    for (int trial = 0; trial < 400; trial++) {
      byte[] flipped = whole.clone();
      int bit = random.nextInt(8 * whole.length);
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(database, flipped);
      try {
        assertEquals(expected, read(), "bit " + bit);
      } catch (DamagedResultsException e) {
        found++;
      }
    }
    assertTrue(found > 100, found + " found");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.3, 0.5, 0.99})
  void aTruncatedDatabaseIsDamaged(double kept) throws IOException {
    byte[] whole = Files.readAllBytes(database);
    Files.write(database, Arrays.copyOf(whole, (int) (kept * whole.length)));
    assertThrows(DamagedResultsException.class, this::read);
  }

  @Test
  void zerosAndStrangersAreNoDatabase() throws IOException, SQLException {
    Files.write(database, new byte[8192]);
    assertThrows(DamagedResultsException.class, this::read);
    Files.writeString(
        database, "not a database, but text that is longer than a header\n".repeat(9));
    assertThrows(DamagedResultsException.class, this::read);
    Files.delete(database);
    sql("CREATE TABLE stranger (x)");
    assertThrows(DamagedResultsException.class, this::read);
  }

  @Test
  void aNewerSchemaIsNamed() throws SQLException {
    sql("PRAGMA user_version = 999");
    DamagedResultsException e = assertThrows(DamagedResultsException.class, this::read);
    assertTrue(String.valueOf(e.getMessage()).contains("schema version 999"), e::getMessage);
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE run SET judgement = zeroblob(43) WHERE combination = 5, run 5",
    "UPDATE run SET judgement = x'' WHERE combination = 5, run 5",
    "UPDATE run SET words = 'another cause' WHERE combination = 3, run 3",
    "UPDATE run SET words = NULL WHERE combination = 3, run 3",
    "UPDATE run SET key = 900 << 16 WHERE combination = 4, run 900",
    "UPDATE run SET key = key + 1 WHERE combination = 4, run 4.1",
    "UPDATE run SET key = key << 20 WHERE combination = 4, run 4194304",
    "UPDATE run SET key = -1 WHERE combination = 4, run -1",
    "UPDATE run SET losses = zeroblob(3) WHERE combination = 6, run 6",
    "UPDATE run SET parameters = NULL WHERE combination = 6, run 6",
  })
  void aForgedRowIsNamed(String change, String where) throws SQLException {
    sql(change);
    DamagedResultsException e = assertThrows(DamagedResultsException.class, this::read);
    assertTrue(String.valueOf(e.getMessage()).contains(where), e::getMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE sweep SET config = 'name: y'",
        "UPDATE sweep SET canonical = ''",
        "UPDATE data_column SET points = zeroblob(24)",
        "UPDATE data_column SET points = zeroblob(16) WHERE validation",
        "DELETE FROM data_column WHERE validation",
        "UPDATE data_column SET validation = 0",
        "UPDATE sweep SET validation_sha256 = NULL",
        "DELETE FROM data_column",
        "DELETE FROM sweep",
      })
  void aForgedSweepIsDamaged(String change) throws SQLException {
    sql(change);
    try (ResultStore store = ResultStore.openForReading(folder)) {
      assertThrows(DamagedResultsException.class, store::sweep);
    }
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
