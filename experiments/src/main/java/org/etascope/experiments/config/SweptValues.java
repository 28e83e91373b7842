package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.etascope.core.network.NumpyRandom;

/** Reads a swept value: a number, a list of numbers or a progression. */
final class SweptValues {
  private static final MathContext TWELVE_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final NumberKind COUNT = NumberKind.whole(2, 1_000_000);
  private static final NumberKind WHOLE_STEP =
      NumberKind.whole(-NumpyRandom.MAX_SEED, NumpyRandom.MAX_SEED);
  private static final int REPEATS_SHOWN = 10;
  private static final Map<String, Spacing> SPACINGS = Choices.of(Spacing.class);

  private final ConfigValue value;
  private final NumberKind kind;

  private SweptValues(ConfigValue value, NumberKind kind) {
    this.value = value;
    this.kind = kind;
  }

  /** How the values of a progression with a count are spread. */
  private enum Spacing {
    LINEAR,
    LOG
  }

  /** Returns the values that are written, each once; nothing if a problem was reported. */
  static Optional<Values> read(ConfigValue value, NumberKind kind) {
    return new SweptValues(value, kind).read();
  }

  private Optional<Values> read() {
    if (value.isMapping()) {
      return value.mapping(Keys.PROGRESSION).flatMap(this::progression);
    }
    if (value.isList()) {
      return value.items("a list").flatMap(this::list);
    }
    return value.number(kind).map(number -> Values.of(List.of(number)));
  }

  private Optional<Values> list(List<ConfigValue> items) {
    if (items.isEmpty()) {
      value.error("is an empty list; write at least one value, " + kind.description());
      return Optional.empty();
    }
    Map<Number, ConfigValue> firsts = new LinkedHashMap<>();
    List<BigDecimal> distinct = new ArrayList<>();
    int valid = 0;
    int repeats = 0;
    for (ConfigValue item : items) {
      Optional<BigDecimal> number = item.number(kind);
      if (number.isEmpty()) {
        continue;
      }
      valid++;
      ConfigValue first = firsts.putIfAbsent(identity(number.get()), item);
      if (first == null) {
        distinct.add(number.get());
      } else if (++repeats <= REPEATS_SHOWN) {
        item.warning(
            "repeats %s of %s; it runs once"
                .formatted(Numeral.text(number.get()), first.place().lineAndColumn()));
      }
    }
    if (repeats > REPEATS_SHOWN) {
      value.warning("has %s repeated values; each runs once".formatted(repeats));
    }
    return valid == items.size() ? Optional.of(Values.of(distinct)) : Optional.empty();
  }

  /** What two values must share to be the same run. */
  private Number identity(BigDecimal number) {
    return kind.whole() ? number.longValueExact() : number.doubleValue();
  }

  private Optional<Values> progression(ConfigMapping keys) {
    Optional<BigDecimal> from = keys.required("from", "1").flatMap(v -> v.number(kind));
    Optional<BigDecimal> to = keys.required("to", "10").flatMap(v -> v.number(kind));
    Optional<ConfigValue> step = keys.optional("step");
    Optional<ConfigValue> count = keys.optional("count");
    Optional<ConfigValue> scale = keys.optional("scale");
    if (step.isPresent() && count.isPresent()) {
      count.get().error("and step exclude each other; keep one of them");
      return Optional.empty();
    }
    if (scale.isPresent() && count.isEmpty()) {
      scale.get().error("needs a count, as in {from: 0.01, to: 1, count: 25, scale: log}");
      return Optional.empty();
    }
    if (count.isPresent()) {
      Optional<Integer> size = count.get().integer(COUNT);
      Optional<Spacing> spacing =
          scale.isPresent() ? scale.get().oneOf(SPACINGS) : Optional.of(Spacing.LINEAR);
      return all(from, to, size, spacing)
          ? spread(from.get(), to.get(), size.get(), spacing.get())
          : Optional.empty();
    }
    Optional<BigDecimal> distance =
        step.isPresent() ? step.get().number(stepKind()) : Optional.of(BigDecimal.ONE);
    return all(from, to, distance)
        ? stepped(from.get(), to.get(), distance.get())
        : Optional.empty();
  }

  private static boolean all(Optional<?>... parts) {
    return List.of(parts).stream().allMatch(Optional::isPresent);
  }

  private NumberKind stepKind() {
    return kind.whole() ? WHOLE_STEP : NumberKind.ANY;
  }

  private Optional<Values> stepped(BigDecimal from, BigDecimal to, BigDecimal step) {
    if (from.compareTo(to) == 0) {
      return Optional.of(Values.of(List.of(from)));
    }
    BigDecimal way = to.subtract(from);
    if (step.signum() != way.signum()) {
      value.error(
          "cannot get from %s to %s with step %s; %s"
              .formatted(
                  Numeral.text(from),
                  Numeral.text(to),
                  Numeral.text(step),
                  way.signum() > 0 ? "write a step above 0" : "write a step below 0"));
      return Optional.empty();
    }
    BigDecimal[] steps = way.divideAndRemainder(step);
    if (steps[1].signum() != 0) {
      BigDecimal before = from.add(steps[0].multiply(step));
      value.error(
          "with step %s from %s misses %s; the nearest ends are %s and %s"
              .formatted(
                  Numeral.text(step),
                  Numeral.text(from),
                  Numeral.text(to),
                  Numeral.text(before),
                  Numeral.text(before.add(step))));
      return Optional.empty();
    }
    double coarsest = Math.max(Math.ulp(from.doubleValue()), Math.ulp(to.doubleValue()));
    if (step.abs().compareTo(new BigDecimal(2 * coarsest)) < 0) {
      value.error(
          "has step %s, too fine for doubles near %s to differ"
              .formatted(Numeral.text(step), Numeral.text(from.max(to))));
      return Optional.empty();
    }
    return Optional.of(new SteppedValues(from, step, steps[0].longValueExact() + 1));
  }

  private Optional<Values> spread(BigDecimal from, BigDecimal to, int count, Spacing spacing) {
    if (spacing == Spacing.LOG && from.min(to).signum() <= 0) {
      value.error("with scale log needs both ends above 0");
      return Optional.empty();
    }
    Map<Number, BigDecimal> distinct = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      BigDecimal number =
          i == 0 ? from : i == count - 1 ? to : between(from, to, i, count, spacing);
      distinct.putIfAbsent(identity(number), number);
    }
    int repeats = count - distinct.size();
    if (repeats > 0) {
      value.warning(
          "has %s values of which %s are equal to another after rounding; each runs once"
              .formatted(count, repeats));
    }
    return Optional.of(Values.of(List.copyOf(distinct.values())));
  }

  /** Value i of count, rounded to twelve digits, or to a whole number where only those belong. */
  private BigDecimal between(BigDecimal from, BigDecimal to, int i, int count, Spacing spacing) {
    BigDecimal number =
        switch (spacing) {
          case LINEAR -> linear(from, to, i, count - 1);
          case LOG -> log(from, to, i, count - 1);
        };
    return kind.whole() ? number.setScale(0, RoundingMode.HALF_EVEN) : number.round(TWELVE_DIGITS);
  }

  /** (from (n - i) + to i) / n. */
  private static BigDecimal linear(BigDecimal from, BigDecimal to, int i, int n) {
    BigDecimal sum =
        from.multiply(BigDecimal.valueOf(n - i)).add(to.multiply(BigDecimal.valueOf(i)));
    return sum.divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
  }

  /** from^((n - i) / n) to^(i / n). */
  private static BigDecimal log(BigDecimal from, BigDecimal to, int i, int n) {
    return new BigDecimal(
        StrictMath.pow(from.doubleValue(), (double) (n - i) / n)
            * StrictMath.pow(to.doubleValue(), (double) i / n));
  }
}
