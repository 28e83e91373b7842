package org.etascope.reporting.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Writes one JSON document, a member a line, in ASCII. Texts may be untrusted and are kept in full.
 */
public final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the members of one object, or the elements of one array. */
  @FunctionalInterface
  public interface Part {
    /**
     * Writes them.
     *
     * @throws IOException if the writer fails
     */
    void write() throws IOException;
  }

  /** Writes the members of the object about an item. */
  @FunctionalInterface
  public interface Item<T> {
    /**
     * Writes them.
     *
     * @throws IOException if the writer fails
     */
    void write(T item) throws IOException;
  }

  /** Writes the members of a document's object. */
  @FunctionalInterface
  public interface Document {
    /**
     * Writes them.
     *
     * @throws IOException if the writer fails
     */
    void write(JsonWriter json) throws IOException;
  }

  /**
   * Writes a document of one object, with a line end. Leaves the writer open.
   *
   * @throws IOException if the writer fails
   */
  public static void write(Writer out, Document document) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
    json.writeStartObject();
    document.write(new JsonWriter(json));
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  /**
   * Writes a member that is an object.
   *
   * @throws IOException if the writer fails
   */
  public void object(String name, Part members) throws IOException {
    json.writeObjectFieldStart(name);
    members.write();
    json.writeEndObject();
  }

  /**
   * Writes a member that is an object, or null where there is no item.
   *
   * @throws IOException if the writer fails
   */
  public <T> void object(String name, Optional<T> item, Item<T> members) throws IOException {
    if (item.isEmpty()) {
      json.writeNullField(name);
    } else {
      object(name, () -> members.write(item.get()));
    }
  }

  /**
   * Writes a member that is an array of objects.
   *
   * @throws IOException if the writer fails
   */
  public <T> void objects(String name, List<T> items, Item<T> members) throws IOException {
    json.writeArrayFieldStart(name);
    for (T item : items) {
      json.writeStartObject();
      members.write(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Writes a member that is an array of objects, or null.
   *
   * @throws IOException if the writer fails
   */
  public <T> void objects(String name, Optional<List<T>> items, Item<T> members)
      throws IOException {
    if (items.isEmpty()) {
      json.writeNullField(name);
    } else {
      objects(name, items.get(), members);
    }
  }

  /**
   * Writes a member that is an object of texts, whose names may be untrusted too.
   *
   * @param values as many as names
   * @throws IOException if the writer fails
   */
  public void texts(String name, List<String> names, List<String> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (int k = 0; k < names.size(); k++) {
      json.writeStringField(names.get(k), values.get(k));
    }
    json.writeEndObject();
  }

  /**
   * Writes a member that is an array of texts.
   *
   * @throws IOException if the writer fails
   */
  public void list(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /**
   * Writes a member that is a text.
   *
   * @throws IOException if the writer fails
   */
  public void text(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  /**
   * Writes a member that is a text, or null.
   *
   * @throws IOException if the writer fails
   */
  public void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      text(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /**
   * Writes a member that is a number of the same bits, or one of the texts {@code Infinity}, {@code
   * -Infinity} and {@code NaN}, for which JSON has no number.
   *
   * @throws IOException if the writer fails
   */
  public void number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeFieldName(name);
      json.writeNumber(Decimal.of(value));
    } else {
      text(name, Decimal.of(value));
    }
  }

  /**
   * Writes a member as {@link #number(String, double)} does, or null.
   *
   * @throws IOException if the writer fails
   */
  public void number(String name, Optional<Double> value) throws IOException {
    if (value.isPresent()) {
      number(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /**
   * Writes a member that is a whole number.
   *
   * @throws IOException if the writer fails
   */
  public void count(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  /**
   * Writes a member that is true or false.
   *
   * @throws IOException if the writer fails
   */
  public void flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }
}
