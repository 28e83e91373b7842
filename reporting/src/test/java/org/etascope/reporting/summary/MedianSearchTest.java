package org.etascope.reporting.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MedianSearchTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final int MANY = 2 * MedianSearch.MOST_KEPT;

  @Test
  void middleOfFewNumbersIsFoundInOnePass() {
    assertEquals(new Found(3, 1), search(5, 3, 1));
    assertEquals(new Found(2.5, 1), search(4, 3, 1, 2));
    assertEquals(new Found(7, 1), search(7));
    assertEquals(new Found(INFINITY, 1), search(1, INFINITY));
    assertEquals(new Found(INFINITY, 1), search(INFINITY, INFINITY, 1, 2));
  }

  @Test
  void noNumberHasNoMedian() {
    MedianSearch search = new MedianSearch(new MedianMemory(MedianSearch.MOST_KEPT));
    search.endPass();

    assertTrue(search.isFound());
    assertEquals(0, search.total());
    assertThrows(IllegalStateException.class, search::median);
  }

  /** Half of the numbers are 1, the others 2, 3, 4, ...: the middle is between 1 and 2. */
  @Test
  void middleBetweenTwoIntervalsIsTheMeanOfTheNearestNumbers() {
    double[] numbers = DoubleStream.iterate(2 - MANY / 2, x -> x + 1).limit(MANY).toArray();
    Arrays.fill(numbers, 0, MANY / 2, 1);

    assertEquals(1.5, search(numbers).median());
  }

  @Test
  void numberThatMoreThanHalfShareIsTheMiddle() {
    double[] numbers = DoubleStream.iterate(1, x -> x + 1).limit(MANY).toArray();
    Arrays.fill(numbers, 0, MANY / 2 + 2, 1e-300);

    assertEquals(1e-300, search(numbers).median());
  }

  /** The numbers differ in their last bits only, so that their interval is narrowed repeatedly. */
  @Test
  void neighbouringDoublesAreToldApart() {
    double[] numbers = new double[MANY + 1];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = Double.longBitsToDouble(Double.doubleToLongBits(0.3) + k);
    }

    assertEquals(
        Double.longBitsToDouble(Double.doubleToLongBits(0.3) + MANY / 2), search(numbers).median());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void manyNumbersHaveTheMedianOfAnotherLibrary(long seed) {
    Random random = new Random(seed);
    int length = MANY + (int) seed;
    double[] numbers =
        random.doubles(length).map(u -> StrictMath.exp(60 * u - 30) - 1e-9 * u).toArray();
    double expected = new Percentile().withEstimationType(EstimationType.R_2).evaluate(numbers, 50);

    Found found = search(numbers);

    assertEquals(expected, found.median(), Math.ulp(expected));
    assertTrue(found.passes() <= 3, "passes: " + found.passes());
  }

  /** There is room for one search at a time, and each has more than it may keep. */
  @Test
  void searchesThatWaitForMemoryFindTheirMediansToo() {
    MedianMemory memory = new MedianMemory(MedianSearch.MOST_KEPT);
    List<MedianSearch> searches = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      searches.add(new MedianSearch(memory));
    }
    int passes = 0;
    while (!searches.stream().allMatch(MedianSearch::isFound)) {
      for (int i = 0; i <= MANY / 4; i++) {
        for (int k = 0; k < searches.size(); k++) {
          searches.get(k).add(1000.0 * k + i * 7919L % (MANY / 4 + 1));
        }
      }
      searches.forEach(MedianSearch::endPass);
      passes++;
    }

    for (int k = 0; k < searches.size(); k++) {
      assertEquals(1000 * k + MANY / 8, searches.get(k).median());
    }
    assertTrue(passes > 2, "passes: " + passes);
  }

  private record Found(double median, int passes) {}

  private static Found search(double... numbers) {
    MedianSearch search = new MedianSearch(new MedianMemory(MedianSearch.MOST_KEPT));
    int passes = 0;
    while (!search.isFound()) {
      for (double number : numbers) {
        search.add(number);
      }
      search.endPass();
      passes++;
    }
    return new Found(search.median(), passes);
  }
}
