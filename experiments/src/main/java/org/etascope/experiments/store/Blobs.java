package org.etascope.experiments.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Arrays of doubles as blobs: little-endian, as most readers of raw arrays expect. */
final class Blobs {
  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Blobs() {}

  static byte[] bytes(long value) {
    byte[] bytes = new byte[Long.BYTES];
    LONGS.set(bytes, 0, value);
    return bytes;
  }

  static byte[] bytes(double[] values) {
    byte[] bytes = new byte[Math.multiplyExact(values.length, Double.BYTES)];
    for (int k = 0; k < values.length; k++) {
      DOUBLES.set(bytes, k * Double.BYTES, values[k]);
    }
    return bytes;
  }

  /**
   * Returns the doubles of a blob.
   *
   * @throws IllegalArgumentException if it is missing or holds no whole number of them
   */
  static double[] doubles(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length % Double.BYTES != 0) {
      throw new IllegalArgumentException("a blob is not a whole array of doubles");
    }
    double[] values = new double[bytes.length / Double.BYTES];
    for (int k = 0; k < values.length; k++) {
      values[k] = (double) DOUBLES.get(bytes, k * Double.BYTES);
    }
    return values;
  }
}
