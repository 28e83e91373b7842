package org.etascope.experiments.config;

import java.math.BigDecimal;

/**
 * Values at equal distances: from, from + step, ...
 *
 * @param from the first value
 * @param step the distance, of either sign but not 0
 * @param size how many there are, from 2
 */
record SteppedValues(BigDecimal from, BigDecimal step, long size) implements Values {
  SteppedValues {
    from = Numeral.normal(from);
    step = Numeral.normal(step);
  }

  @Override
  public BigDecimal at(long i) {
    return Numeral.normal(from.add(step.multiply(BigDecimal.valueOf(i))));
  }

  @Override
  public long whole(long i) {
    return Math.addExact(from.longValueExact(), Math.multiplyExact(step.longValueExact(), i));
  }

  @Override
  public boolean contains(BigDecimal value) {
    BigDecimal[] steps = value.subtract(from).divideAndRemainder(step);
    return steps[1].signum() == 0
        && steps[0].signum() >= 0
        && steps[0].compareTo(BigDecimal.valueOf(size)) < 0;
  }

  @Override
  public String canonicalText() {
    return size <= MOST_SHOWN
        ? Values.listed(this)
        : "{from: %s, to: %s, step: %s}"
            .formatted(Numeral.text(from), Numeral.text(at(size - 1)), Numeral.text(step));
  }
}
