package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.Expectation;
import org.etascope.reporting.summary.Quantifier;

/** Reads what a sweep is expected to show. */
final class ExpectationReader {
  private static final Map<String, Fate> FATES = fates();
  private static final Pattern SHARE =
      Pattern.compile("at (?<side>least|most) (?<percent>(0|[1-9][0-9]?|100)(\\.[0-9]{1,6})?) ?%");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String QUANTIFIERS = "all, none, \"at least 95 %\" or \"at most 5 %\"";

  private final SelectionReader selections;

  ExpectationReader(SelectionReader selections) {
    this.selections = selections;
  }

  private static Map<String, Fate> fates() {
    Map<String, Fate> fates = new LinkedHashMap<>();
    for (Fate fate : Fate.values()) {
      fates.put(Choices.word(fate).replace('-', '_'), fate);
    }
    return fates;
  }

  /** Returns the expectations of a list, without those that were reported as problems. */
  List<Expectation> read(ConfigValue expect) {
    return expect.items("a list such as [{where: {eta: 0.1}, monotone: all}]").stream()
        .flatMap(List::stream)
        .flatMap(item -> item.mapping(Keys.EXPECTATION).stream())
        .flatMap(this::expectations)
        .toList();
  }

  private Stream<Expectation> expectations(ConfigMapping keys) {
    SelectionReader.Described where =
        keys.optional("where").flatMap(selections::read).orElse(SelectionReader.EVERYTHING);
    List<ConfigValue> counted =
        keys.values().stream().filter(value -> FATES.containsKey(value.name())).toList();
    if (counted.isEmpty()) {
      keys.error(
          "an expectation needs a fate, such as monotone: all; the fates are "
              + String.join(", ", FATES.keySet()));
    }
    return counted.stream()
        .flatMap(
            value ->
                Stream.ofNullable(FATES.get(value.name()))
                    .flatMap(fate -> expectation(where, fate, value).stream()));
  }

  private static Optional<Expectation> expectation(
      SelectionReader.Described where, Fate fate, ConfigValue value) {
    Optional<String> text = value.text(QUANTIFIERS);
    Optional<Quantifier> quantifier = text.flatMap(ExpectationReader::quantifier);
    if (text.isPresent() && quantifier.isEmpty()) {
      value.mustBe(QUANTIFIERS);
    }
    return quantifier.map(
        q ->
            new Expectation(
                where.selection(), fate, q, where.text() + value.name() + " " + describe(q)));
  }

  private static Optional<Quantifier> quantifier(String text) {
    Matcher share = SHARE.matcher(text);
    if (share.matches()) {
      BigDecimal percent = new BigDecimal(share.group("percent"));
      if (percent.compareTo(HUNDRED) > 0) {
        return Optional.empty();
      }
      return Optional.of(
          share.group("side").equals("least")
              ? new Quantifier.AtLeast(percent)
              : new Quantifier.AtMost(percent));
    }
    return switch (text) {
      case "all" -> Optional.of(new Quantifier.All());
      case "none" -> Optional.of(new Quantifier.None());
      default -> Optional.empty();
    };
  }

  private static String describe(Quantifier quantifier) {
    if (quantifier instanceof Quantifier.AtLeast share) {
      return "at least " + Numeral.text(share.percent()) + " %";
    }
    if (quantifier instanceof Quantifier.AtMost share) {
      return "at most " + Numeral.text(share.percent()) + " %";
    }
    return quantifier instanceof Quantifier.All ? "all" : "none";
  }
}
