package org.etascope.experiments.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Nearest {
  private static final int LONGEST = 100;

  private Nearest() {}

  /**
   * Returns the candidate within the fewest edits of a word, ignoring case, if that is no more than
   * a third of the word (and one edit at least).
   */
  static Optional<String> to(String word, Collection<String> candidates) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int mostEdits = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> edits(word, candidate) <= mostEdits)
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
  }

  /** Returns {@code "; did you mean 'x'?"}, or nothing when no candidate is near. */
  static String hint(String word, Collection<String> candidates) {
    return to(word, candidates)
        .map(near -> "; did you mean " + Shown.quoted(near) + "?")
        .orElse("");
  }

  /**
   * Returns the optimal string alignment distance: insertions, deletions, substitutions and swaps
   * of neighbours.
   */
  static int edits(String word, String candidate) {
    String a = word.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
