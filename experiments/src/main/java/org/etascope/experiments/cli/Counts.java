package org.etascope.experiments.cli;

import java.util.Locale;

/** Counts and sizes in sentences. */
final class Counts {
  private Counts() {}

  /** Returns {@code 1 run} or {@code 1,200 runs}. */
  static String runs(long count) {
    return of(count, "run");
  }

  /** Returns a count of things, such as {@code 1 point} or {@code 1,200 points}. */
  static String of(long count, String thing) {
    return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, thing);
  }

  /** Returns a size such as {@code 840 bytes}, {@code 64 KiB} or {@code 1.2 GiB}. */
  static String bytes(long bytes) {
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    int unit = 0;
    double size = bytes;
    while (size >= 1024 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    String format = unit == 0 || size >= 100 ? "%,.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, format, size, units[unit]);
  }
}
