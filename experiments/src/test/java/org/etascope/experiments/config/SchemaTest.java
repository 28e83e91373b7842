package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SchemaTest {
  /** JSON is YAML, so the parser under test can read the schema. */
  @ParameterizedTest
  @EnumSource(Keys.class)
  void theEditorsSchemaHasTheReadersKeys(Keys keys) throws Exception {
    Path file = Path.of(System.getProperty("etascope.root", ".."), "configs", "sweep.schema.json");
    YamlNode schema = YamlParser.parse(Files.readString(file), "schema").orElseThrow();
    YamlNode mapping =
        keys == Keys.CONFIG
            ? schema
            : at(schema, List.of("$defs", keys.name().toLowerCase(Locale.ROOT)));

    assertEquals(new HashSet<>(keys.names()), names(at(mapping, List.of("properties"))));
  }

  private static YamlNode at(YamlNode node, List<String> path) {
    YamlNode found = node;
    for (String key : path) {
      found = ((YamlNode.Mapping) found).entry(key).orElseThrow().value();
    }
    return found;
  }

  private static Set<String> names(YamlNode properties) {
    Set<String> names = new HashSet<>();
    ((YamlNode.Mapping) properties).entries().forEach(entry -> names.add(entry.key().value()));
    return names;
  }
}
