package org.etascope.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DatasetTest {
  @Test
  void holdsAMatrixRowForEachColumnOfTheTable() {
    Dataset data = data(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[][] {{7, 8, 9}});
    assertEquals(3, data.points());
    assertEquals(2, data.features());
    assertEquals(1, data.targets());
    assertEquals(6.0, data.feature(1, 2));
    assertEquals(8.0, data.target(0, 1));
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, data.featureValues());
    assertArrayEquals(new double[] {7, 8, 9}, data.targetValues());
  }

  @Test
  void copiesWhatItIsGiven() {
    double[][] features = {{1}};
    Dataset data = data(features, new double[][] {{2}});
    features[0][0] = 3;
    assertEquals(1.0, data.feature(0, 0));
  }

  /** Python: sha256(struct.pack('>iiidd', 1, 1, 1, 0.949, 0.402109523)). */
  @Test
  void hashIsThatOfCountsAndBits() {
    assertEquals(
        "8a14e921abd48e044c6f56d3bbde6a4b67427f8fbb4c0790910a69cfe9959d70",
        data(new double[][] {{0.949}}, new double[][] {{0.402109523}}).sha256());
  }

  @Test
  void hashChangesWithEveryValueAndWithTheShapeButNotWithNames() {
    String hash = data(new double[][] {{1, 2}}, new double[][] {{3, 4}}).sha256();
    assertNotEquals(hash, data(new double[][] {{1, 2}}, new double[][] {{3, 5}}).sha256());
    assertNotEquals(hash, data(new double[][] {{1, 0}}, new double[][] {{3, 4}}).sha256());
    assertNotEquals(
        data(new double[][] {{1}, {2}}, new double[][] {{3}}).sha256(),
        data(new double[][] {{1}}, new double[][] {{2}, {3}}).sha256());
    assertEquals(
        hash,
        Dataset.of(
                List.of("size"), List.of("mass"), new double[][] {{1, 2}}, new double[][] {{3, 4}})
            .sha256());
  }

  @Test
  void refusesWhatIsNoTable() {
    double[][] one = {{1}};
    assertRefused(new double[][] {}, one);
    assertRefused(one, new double[][] {});
    assertRefused(new double[][] {{}}, new double[][] {{}});
    assertRefused(new double[][] {{1, 2}}, one);
    assertRefused(new double[][] {{Double.NaN}}, one);
    assertRefused(one, new double[][] {{Double.POSITIVE_INFINITY}});
    assertThrows(
        IllegalArgumentException.class,
        () -> Dataset.of(List.of("a", "b"), List.of("y"), one, one));
  }

  private static void assertRefused(double[][] features, double[][] targets) {
    assertThrows(IllegalArgumentException.class, () -> data(features, targets));
  }

  private static Dataset data(double[][] features, double[][] targets) {
    return Dataset.of(names(features.length), names(targets.length), features, targets);
  }

  private static List<String> names(int count) {
    return List.of("a", "b", "c").subList(0, count);
  }
}
