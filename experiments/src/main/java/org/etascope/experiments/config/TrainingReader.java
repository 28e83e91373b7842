package org.etascope.experiments.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.etascope.core.network.Huber;
import org.etascope.core.network.Loss;
import org.etascope.core.network.StandardLoss;
import org.etascope.core.training.Adam;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Momentum;
import org.etascope.core.training.Nesterov;
import org.etascope.core.training.Optimizer;
import org.etascope.core.training.RmsProp;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.TrainingSpec;

/** Reads the training section of a config. */
final class TrainingReader {
  /** Stands for the eta that the sweep sets. */
  private static final double ANY_ETA = 1;

  private static final NumberKind STEPS = NumberKind.whole(1, 10_000_000);
  private static final NumberKind GAMMA = NumberKind.ABOVE_0_TO_1;
  private static final NumberKind FRACTION = NumberKind.FROM_0_BELOW_1;
  private static final String GRADIENT_DESCENT = "gradient-descent";
  private static final String HUBER = "huber";
  private static final String CONSTANT = "constant";

  private final SettingKeys keys;

  private TrainingReader(SettingKeys keys) {
    this.keys = keys;
  }

  /** Reads the section; nothing if a required part was reported. */
  static Optional<TrainingSpec> read(SettingKeys keys) {
    return new TrainingReader(keys).read();
  }

  private Optional<TrainingSpec> read() {
    Loss loss = loss();
    Optimizer optimizer = optimizer();
    double weightDecay = keys.number("weight_decay", NumberKind.NOT_NEGATIVE, 0);
    OptionalDouble clipNorm =
        keys.numberUnless("none", "clip_norm", NumberKind.POSITIVE).stream()
            .mapToDouble(Number::doubleValue)
            .findFirst();
    OptionalInt batch =
        keys.numberUnless("full", "batch", NumberKind.whole(1, Integer.MAX_VALUE)).stream()
            .mapToInt(Number::intValue)
            .findFirst();
    OptionalDouble lossBelow = lossBelow();
    Optional<Integer> steps = keys.required("steps", "10").flatMap(v -> v.integer(STEPS));
    steps.ifPresent(count -> keys.note("steps", String.valueOf(count)));
    Optional<Schedule> schedule = schedule();
    if (steps.isEmpty() || schedule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TrainingSpec(
            loss, optimizer, steps.get(), schedule.get(), weightDecay, clipNorm, batch, lossBelow));
  }

  private Loss loss() {
    Map<String, Loss> losses = new LinkedHashMap<>(Choices.of(StandardLoss.class));
    losses.put(HUBER, new Huber(Huber.DEFAULT_DELTA));
    Loss loss = keys.optional("loss").flatMap(v -> v.oneOf(losses)).orElse(Defaults.LOSS);
    keys.note("loss", Choices.word(loss.name()));
    return loss instanceof Huber
        ? new Huber(keys.number("delta", NumberKind.POSITIVE, Huber.DEFAULT_DELTA))
        : loss;
  }

  private Optimizer optimizer() {
    Map<String, Supplier<Optimizer>> optimizers = new LinkedHashMap<>();
    optimizers.put(GRADIENT_DESCENT, () -> new GradientDescent(ANY_ETA));
    optimizers.put("momentum", () -> new Momentum(ANY_ETA, momentum()));
    optimizers.put("nesterov", () -> new Nesterov(ANY_ETA, momentum()));
    optimizers.put(
        "rmsprop",
        () ->
            new RmsProp(
                ANY_ETA,
                keys.number("alpha", FRACTION, RmsProp.DEFAULT_ALPHA),
                keys.number("epsilon", NumberKind.POSITIVE, RmsProp.DEFAULT_EPSILON)));
    optimizers.put(
        "adam",
        () ->
            new Adam(
                ANY_ETA,
                keys.number("beta1", FRACTION, Adam.DEFAULT_BETA1),
                keys.number("beta2", FRACTION, Adam.DEFAULT_BETA2),
                keys.number("epsilon", NumberKind.POSITIVE, Adam.DEFAULT_EPSILON)));
    Optional<ConfigValue> value = keys.optional("optimizer");
    Optional<Supplier<Optimizer>> optimizer = value.flatMap(v -> v.oneOf(optimizers));
    keys.note(
        "optimizer",
        optimizer.isPresent() ? value.get().text("a word").orElseThrow() : GRADIENT_DESCENT);
    return optimizer.map(Supplier::get).orElse(new GradientDescent(ANY_ETA));
  }

  private double momentum() {
    return keys.number("momentum", FRACTION, Momentum.DEFAULT_MOMENTUM);
  }

  private OptionalDouble lossBelow() {
    return keys
        .optional("stop")
        .flatMap(value -> value.mapping(Keys.STOP))
        .flatMap(stop -> stop.required("loss_below", "1e-12"))
        .flatMap(value -> value.number(NumberKind.POSITIVE))
        .stream()
        .peek(bound -> keys.note("stop.loss_below", Numeral.text(bound)))
        .mapToDouble(Number::doubleValue)
        .findFirst();
  }

  private Optional<Schedule> schedule() {
    Map<String, Supplier<Optional<Schedule>>> schedules = new LinkedHashMap<>();
    schedules.put(CONSTANT, () -> Optional.of(new Schedule.Constant()));
    schedules.put("step", this::stepSchedule);
    schedules.put("exponential", this::exponentialSchedule);
    schedules.put(
        "cosine",
        () -> Optional.of(new Schedule.Cosine(keys.number("min_eta", NumberKind.NOT_NEGATIVE, 0))));
    Optional<ConfigValue> value = keys.optional("schedule");
    value
        .filter(written -> !written.isWord(CONSTANT))
        .flatMap(written -> written.text("a word"))
        .ifPresent(word -> keys.note("schedule", word));
    Optional<Schedule> schedule =
        value.isEmpty()
            ? Optional.of(new Schedule.Constant())
            : value.get().oneOf(schedules).flatMap(Supplier::get);
    double warmup = keys.number("warmup", NumberKind.whole(0, 10_000_000), 0);
    return warmup == 0 ? schedule : schedule.map(then -> new Schedule.Warmup((int) warmup, then));
  }

  private Optional<Schedule> stepSchedule() {
    double gamma = keys.number("gamma", GAMMA, Schedule.Step.DEFAULT_GAMMA);
    return keys.required("step_size", "100")
        .flatMap(value -> value.integer(STEPS))
        .map(
            every -> {
              keys.note("step_size", String.valueOf(every));
              return new Schedule.Step(every, gamma);
            });
  }

  private Optional<Schedule> exponentialSchedule() {
    return keys.required("gamma", "0.99")
        .flatMap(value -> value.number(GAMMA))
        .map(
            gamma -> {
              keys.note("gamma", Numeral.text(gamma));
              return new Schedule.Exponential(gamma.doubleValue());
            });
  }
}
