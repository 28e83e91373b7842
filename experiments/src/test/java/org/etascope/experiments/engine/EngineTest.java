package org.etascope.experiments.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.etascope.core.data.Dataset;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.SweepYaml;
import org.etascope.experiments.plan.SweepPlan;
import org.etascope.experiments.store.StoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EngineTest {
  private static SweepPlan plan(String hidden) throws ConfigException {
    String config =
        """
        name: engine
        data: {points: [[0.2, 0.1], [0.5, 0.4]]}
        network: {hidden: %s}
        training: {steps: 20}
        sweep: {eta: [0.1, 0.7, 3], seeds: {from: 0, to: 49}}
        """
            .formatted(hidden);
    Dataset data =
        Dataset.of(
            List.of("x"), List.of("y"), new double[][] {{0.2, 0.5}}, new double[][] {{0.1, 0.4}});
    return SweepPlan.of(SweepYaml.parse(config, "engine.yaml"), data, Optional.empty());
  }

  private static BitSet all(SweepPlan plan) {
    BitSet missing = new BitSet();
    missing.set(0, plan.size());
    return missing;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyRunIsTrainedOnceWithTheSameResultOnAnyNumberOfThreads(int threads)
      throws ConfigException {
    SweepPlan plan = plan("[4]");
    List<StoredRun> results = new ArrayList<>();
    new Engine().train(plan, all(plan), threads, run -> run, results::addAll);
    results.sort(Comparator.comparingInt(StoredRun::combination));
    assertEquals(plan.size(), results.size());
    for (int ordinal = 0; ordinal < plan.size(); ordinal++) {
      assertEquals(
          new StoredRun(ordinal, 0, RunResult.of(plan.run(ordinal))), results.get(ordinal));
    }
  }

  @Test
  void onlyMissingRunsAreTrained() throws ConfigException {
    SweepPlan plan = plan("[4]");
    BitSet missing = new BitSet();
    missing.set(7);
    missing.set(140);
    List<Integer> trained = new ArrayList<>();
    new Engine().train(plan, missing, 2, StoredRun::combination, trained::addAll);
    trained.sort(null);
    assertEquals(List.of(7, 140), trained);
  }

  @Test
  void aRunThatNeedsMoreMemoryThanThereIsFailsWithItsCause() throws ConfigException {
    SweepPlan plan = plan("[1000000, 1000]");
    BitSet one = new BitSet();
    one.set(0);
    List<StoredRun> results = new ArrayList<>();
    new Engine().train(plan, one, 1, run -> run, results::addAll);
    assertEquals(Fate.FAILED, results.get(0).result().fate());
    assertTrue(results.get(0).result().outcome().toString().contains("OutOfMemoryError"));
  }

  @Test
  void aStoppedEngineHandsOverWhatIsFinished() throws ConfigException {
    SweepPlan plan = plan("[4]");
    Engine engine = new Engine();
    List<StoredRun> results = new ArrayList<>();
    engine.train(
        plan,
        all(plan),
        1,
        run -> run,
        runs -> {
          results.addAll(runs);
          engine.stop();
        });
    assertTrue(!results.isEmpty(), "nothing was handed over");
    assertTrue(results.size() <= plan.size());
  }

  @Test
  void aWriterThatFailsEndsTraining() throws ConfigException {
    SweepPlan plan = plan("[4]");
    assertThrows(
        IllegalStateException.class,
        () ->
            new Engine()
                .train(
                    plan,
                    all(plan),
                    2,
                    run -> run,
                    runs -> {
                      throw new IllegalStateException("disk full");
                    }));
  }
}
