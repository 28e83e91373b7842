package org.etascope.core.ensemble;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LaneMathTest {
  static Stream<Arguments> functions() {
    return Stream.of(
        Arguments.of("exp", new LaneLoop[] {LaneMath.EXP}, op(StrictMath::exp)),
        Arguments.of("tanh", LaneMath.TANH, op(StrictMath::tanh)),
        Arguments.of("log1p", new LaneLoop[] {LaneMath.LOG1P}, op(StrictMath::log1p)));
  }

  private static DoubleUnaryOperator op(DoubleUnaryOperator f) {
    return f;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void everyLaneHasTheBitsOfStrictMath(String name, LaneLoop[] loops, DoubleUnaryOperator f) {
    List<double[]> draws =
        List.of(Doubles.anywhere(1), Doubles.usual(2), Doubles.fractions(3), Doubles.boundaries());
    for (double[] x : draws) {
      double[] y = x.clone();
      int count = x.length - x.length % Lanes.COUNT;
      LaneLoop.run(loops, x, 0, y, 0, count);
      for (int p = 0; p < count; p++) {
        Doubles.assertSameBits(f.applyAsDouble(x[p]), y[p], name, x[p]);
      }
    }
  }
}
