package org.etascope.experiments.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.core.data.Scaling;
import org.etascope.core.run.Holdout;

/** The data section of a config: what it says, and the points it names. */
final class DataSection {
  private static final NumberKind ROW = NumberKind.whole(1, Integer.MAX_VALUE);
  private static final Map<String, Scaling> SCALINGS = Choices.of(Scaling.class);
  private static final NumberKind HELD_OUT =
      NumberKind.FROM_0_BELOW_1.describedAs("a share of the points, above 0 and below 1");
  private static final String COLUMN = "the name of a column";

  private final ConfigValue data;
  private final ConfigMapping keys;
  private final Optional<ConfigValue> validation;
  private final Scaling scale;

  private DataSection(ConfigValue data, ConfigMapping keys) {
    this.data = data;
    this.keys = keys;
    this.validation = keys.optional("validation").flatMap(DataSection::fractionOrFile);
    this.scale =
        keys.optional("scale").flatMap(value -> value.oneOf(SCALINGS)).orElse(Defaults.SCALE);
  }

  /** A source of points whose keys are valid. */
  sealed interface Source {
    DataConfig config();

    /** Returns where the points to validate with come from, if there are any. */
    Optional<Validation> validation();

    int features();

    int targets();

    /**
     * Returns the points that are used, in original units; nothing if a problem was reported.
     *
     * @param config the config's own path, from which others start
     */
    Optional<LoadedData> load(Path config);
  }

  /** Reads the section; nothing if a problem was reported. */
  static Optional<Source> read(ConfigValue data) {
    return data.mapping(Keys.DATA).flatMap(keys -> new DataSection(data, keys).read());
  }

  private static Optional<ConfigValue> fractionOrFile(ConfigValue value) {
    Optional<ConfigMapping> keys = value.mapping(Keys.VALIDATION);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Optional<ConfigValue> fraction = keys.get().optional("fraction");
    Optional<ConfigValue> file = keys.get().optional("file");
    if (fraction.isPresent() == file.isPresent()) {
      value.error(
          fraction.isPresent()
              ? "has both fraction and file; keep one of them"
              : "needs either fraction, as in {fraction: 0.2}, or file, the path of a CSV file");
      return Optional.empty();
    }
    return fraction.or(() -> file);
  }

  private Optional<Source> read() {
    Optional<ConfigValue> points = keys.optional("points");
    Optional<ConfigValue> file = keys.optional("file");
    if (points.isPresent() == file.isPresent()) {
      data.error(
          points.isPresent()
              ? "has both points and file; keep one of them"
              : "needs either points, as in [[0.5, 1.5]], or file, the path of a CSV file");
      return Optional.empty();
    }
    if (file.isPresent()) {
      return file(file.get());
    }
    for (String key : List.of("features", "targets", "rows")) {
      keys.optional(key)
          .ifPresent(value -> value.error("belongs to file; leave it out with points"));
    }
    validation
        .filter(DataSection::isFile)
        .ifPresent(
            value -> value.error("belongs to data.file; with points, hold out a fraction instead"));
    return points.flatMap(this::inline);
  }

  private Optional<Source> inline(ConfigValue value) {
    String expected = "a list of points, as in [[0.5, 1.5], [0.7, 2.5]]";
    Optional<List<ConfigValue>> items = value.items(expected);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    if (items.get().isEmpty()) {
      value.mustBe(expected + " with one at least");
      return Optional.empty();
    }
    List<List<Double>> points = new ArrayList<>();
    for (ConfigValue item : items.get()) {
      point(item).ifPresent(points::add);
    }
    if (points.size() < items.get().size()) {
      return Optional.empty();
    }
    int width = points.get(0).size();
    for (int p = 1; p < points.size(); p++) {
      if (points.get(p).size() != width) {
        items
            .get()
            .get(p)
            .error("has %s numbers, the first point %s".formatted(points.get(p).size(), width));
        return Optional.empty();
      }
    }
    return Optional.of(new Inline(new DataConfig.Inline(points, scale), validation(), this));
  }

  private static Optional<List<Double>> point(ConfigValue item) {
    Optional<List<ConfigValue>> numbers =
        item.items("a point such as [0.5, 1.5], features first, then the target");
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    if (numbers.get().size() < 2) {
      item.error("needs a feature and a target at least, as in [0.5, 1.5]");
      return Optional.empty();
    }
    List<Double> point = new ArrayList<>();
    for (ConfigValue number : numbers.get()) {
      number.number(NumberKind.ANY).ifPresent(x -> point.add(x.doubleValue()));
    }
    return point.size() == numbers.get().size() ? Optional.of(point) : Optional.empty();
  }

  private Optional<Source> file(ConfigValue value) {
    Optional<Path> path = path(value);
    Optional<List<ConfigValue>> features = columns("features");
    Optional<List<ConfigValue>> targets = columns("targets");
    Optional<ConfigValue> rows = keys.optional("rows");
    Optional<Rows> used = rows.isPresent() ? rows(rows.get()) : Optional.of(Defaults.ROWS);
    if (path.isEmpty() || features.isEmpty() || targets.isEmpty() || used.isEmpty()) {
      return Optional.empty();
    }
    DataConfig.File config =
        new DataConfig.File(
            path.get(), names(features.get()), names(targets.get()), used.get(), scale);
    return Optional.of(
        new Csv(
            config, validation(), value, features.get(), targets.get(), rows.orElse(value), this));
  }

  private static Optional<Path> path(ConfigValue value) {
    return value.text("the path of a CSV file").flatMap(text -> path(value, text));
  }

  private static Optional<Path> path(ConfigValue value, String text) {
    if (text.isBlank()) {
      value.mustBe("the path of a CSV file");
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      value.error("is not a path: " + Shown.quoted(text));
      return Optional.empty();
    }
  }

  private Optional<List<ConfigValue>> columns(String key) {
    Optional<List<ConfigValue>> columns =
        keys.required(key, "[distance]").flatMap(value -> value.items("a list of column names"));
    if (columns.isEmpty()) {
      return columns;
    }
    if (columns.get().isEmpty()) {
      keys.optional(key).orElseThrow().error("is an empty list; name one column at least");
      return Optional.empty();
    }
    Set<String> seen = new LinkedHashSet<>();
    for (ConfigValue column : columns.get()) {
      Optional<String> name = column.text(COLUMN);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      if (!seen.add(name.get())) {
        column.error("names the column %s again".formatted(Shown.quoted(name.get())));
        return Optional.empty();
      }
    }
    return columns;
  }

  private static List<String> names(List<ConfigValue> columns) {
    return columns.stream().flatMap(column -> column.text(COLUMN).stream()).toList();
  }

  private static Optional<Rows> rows(ConfigValue value) {
    if (!value.isMapping()) {
      if (value.isWord("all")) {
        return Optional.of(Rows.ALL);
      }
      return value
          .integer(ROW.describedAs("all, a count from 1, or {first: 1, last: 20}"))
          .map(count -> new Rows(1, OptionalInt.of(count)));
    }
    Optional<ConfigMapping> keys = value.mapping(Keys.ROWS);
    Optional<Integer> first =
        keys.flatMap(k -> k.required("first", "1")).flatMap(v -> v.integer(ROW));
    Optional<Integer> last =
        keys.flatMap(k -> k.required("last", "20")).flatMap(v -> v.integer(ROW));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (last.get() < first.get()) {
      value.error("has last %s before first %s".formatted(last.get(), first.get()));
      return Optional.empty();
    }
    return Optional.of(new Rows(first.get(), OptionalInt.of(last.get())));
  }

  private static boolean isFile(ConfigValue validation) {
    return validation.name().equals("file");
  }

  private Optional<Validation> validation() {
    return validation.flatMap(
        value ->
            isFile(value)
                ? path(value).map(Validation.File::new)
                : value
                    .number(HELD_OUT)
                    .map(share -> new Validation.Fraction(share.doubleValue())));
  }

  /** Reports a share of the points that leaves none to train on, or none to validate with. */
  private void requireSplit(Validation.Fraction fraction, Dataset dataset) {
    int held = Holdout.count(fraction.share(), dataset.points());
    if (held < 1 || held >= dataset.points()) {
      validation.ifPresent(
          value ->
              value.error(
                  "of %s points holds out %s; both parts need one at least"
                      .formatted(dataset.points(), held)));
    }
  }

  /** Returns the data, once it is known that it can be scaled and split. */
  private Optional<ScaledData> usable(Optional<Validation> held, Dataset dataset) {
    if (held.isPresent() && held.get() instanceof Validation.Fraction fraction) {
      requireSplit(fraction, dataset);
    }
    try {
      return Optional.of(scale.apply(dataset));
    } catch (IllegalArgumentException e) {
      keys.optional("scale")
          .orElse(data)
          .error(
              "is %s, but %s"
                  .formatted(Choices.word(scale), Shown.whole(String.valueOf(e.getMessage()))));
      return Optional.empty();
    }
  }

  /** Returns all rows of the validation file; nothing if a problem was reported. */
  private Optional<Dataset> validationRows(Path path, DataConfig.File like) {
    return validation.flatMap(
        value ->
            new CsvData(path, value, value, Rows.ALL).readShared(like.features(), like.targets()));
  }

  /** Returns whether points to validate with stay finite as the training data is scaled. */
  private boolean scalable(Dataset held, ScaledData data) {
    try {
      Dataset unused = data.scale(held);
      return true;
    } catch (IllegalArgumentException e) {
      validation.ifPresent(
          value ->
              value.error(
                  "has a value that doubles cannot hold once scaled as the training data is"));
      return false;
    }
  }

  private record Inline(
      DataConfig.Inline config, Optional<Validation> validation, DataSection section)
      implements Source {
    @Override
    public int features() {
      return config.points().get(0).size() - 1;
    }

    @Override
    public int targets() {
      return 1;
    }

    @Override
    public Optional<LoadedData> load(Path config) {
      List<String> names =
          features() == 1
              ? List.of("x")
              : IntStream.rangeClosed(1, features()).mapToObj(j -> "x" + j).toList();
      double[][] x = new double[features()][];
      for (int j = 0; j < x.length; j++) {
        x[j] = column(j);
      }
      double[][] y = {column(features())};
      return section
          .usable(validation, Dataset.of(names, List.of("y"), x, y))
          .map(data -> new LoadedData(data.original(), Optional.empty()));
    }

    private double[] column(int j) {
      return config.points().stream().mapToDouble(point -> point.get(j)).toArray();
    }
  }

  private record Csv(
      DataConfig.File config,
      Optional<Validation> validation,
      ConfigValue file,
      List<ConfigValue> featureValues,
      List<ConfigValue> targetValues,
      ConfigValue rows,
      DataSection section)
      implements Source {
    @Override
    public int features() {
      return featureValues.size();
    }

    @Override
    public int targets() {
      return targetValues.size();
    }

    @Override
    public Optional<LoadedData> load(Path configFile) {
      CsvData csv =
          new CsvData(configFile.resolveSibling(config.path()), file, rows, config.rows());
      Optional<ScaledData> data =
          csv.read(featureValues, targetValues)
              .flatMap(dataset -> section.usable(validation, dataset));
      if (validation.isEmpty() || !(validation.get() instanceof Validation.File held)) {
        return data.map(scaled -> new LoadedData(scaled.original(), Optional.empty()));
      }
      Optional<Dataset> heldRows =
          section.validationRows(configFile.resolveSibling(held.path()), config);
      if (data.isEmpty() || heldRows.isEmpty()) {
        return Optional.empty();
      }
      return section.scalable(heldRows.get(), data.get())
          ? Optional.of(new LoadedData(data.get().original(), heldRows))
          : Optional.empty();
    }
  }
}
