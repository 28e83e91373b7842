package org.etascope.reporting.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.etascope.reporting.text.Digits;

/**
 * Equal distances for equal ratios. Zero lies before the beginning.
 *
 * @param min the value at the beginning, above 0
 * @param max the value at the end, finite and above min
 */
record LogScale(double min, double max) implements Scale {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int FEWEST_DECADES = 3;
  private static final List<Integer> EVERY = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200);

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if they are not above 0, not finite or not apart
   */
  LogScale {
    if (!(min > 0 && max > min && max <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("no logarithmic axis leads from " + min + " to " + max);
    }
  }

  @Override
  public double position(double value) {
    double low = StrictMath.log10(min);
    return Scale.bounded((StrictMath.log10(value) - low) / (StrictMath.log10(max) - low));
  }

  /**
   * Powers of ten; over less than three of them 1, 2 and 5 times one where there is room, and plain
   * round numbers within a single one.
   */
  @Override
  public List<Tick> ticks(int most) {
    int first = (int) Math.ceil(StrictMath.log10(min));
    int last = (int) Math.floor(StrictMath.log10(max));
    int decades = last - first + 1;
    if (decades < FEWEST_DECADES) {
      List<Tick> finer = oneTwoFive(first - 1, last);
      if (finer.size() >= 2 && finer.size() <= most) {
        return finer;
      }
    }
    return decades < 2 ? linearTicks(most) : decades(first, last, most);
  }

  private List<Tick> decades(int first, int last, int most) {
    int decades = last - first + 1;
    int every = EVERY.stream().filter(n -> n * most >= decades).findFirst().orElse(decades);
    return IntStream.rangeClosed(first, last)
        .filter(exponent -> Math.floorMod(exponent, every) == 0)
        .mapToObj(exponent -> new Tick(position(power(exponent)), label(exponent)))
        .toList();
  }

  private List<Tick> oneTwoFive(int first, int last) {
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent++) {
      for (int factor : List.of(1, 2, 5)) {
        double value = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent).doubleValue();
        if (value >= min && value <= max) {
          ticks.add(new Tick(position(value), Digits.exact(value)));
        }
      }
    }
    return ticks;
  }

  private List<Tick> linearTicks(int most) {
    List<Tick> ticks = new ArrayList<>();
    for (Tick tick : new LinearScale(min, max).ticks(most)) {
      ticks.add(new Tick(position(Double.parseDouble(tick.label())), tick.label()));
    }
    return ticks;
  }

  private static double power(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent).doubleValue();
  }

  private static String label(int exponent) {
    return "10"
        + (exponent < 0 ? "⁻" : "")
        + Integer.toString(Math.abs(exponent))
            .chars()
            .mapToObj(digit -> SUPERSCRIPTS.substring(digit - '0', digit - '0' + 1))
            .collect(Collectors.joining());
  }
}
