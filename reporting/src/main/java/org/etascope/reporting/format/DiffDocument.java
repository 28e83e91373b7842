package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import org.etascope.reporting.diff.SweepDiff;
import org.etascope.reporting.text.JsonWriter;
import org.etascope.reporting.text.PlainText;

/** A document of what two sweeps have different. */
public enum DiffDocument {
  /** Lines for a terminal. */
  TEXT("text") {
    @Override
    public void write(SweepDiff diff, Writer out) throws IOException {
      for (DiffSection section : DiffSection.of(diff)) {
        out.write(PlainText.oneLine(section.sentence()) + "\n");
        for (String item : section.items()) {
          out.write("  " + PlainText.oneLine(item) + "\n");
        }
      }
    }
  },

  /** For a comment or a page. */
  MARKDOWN("md") {
    @Override
    public void write(SweepDiff diff, Writer out) throws IOException {
      MarkdownWriter markdown = new MarkdownWriter(out);
      for (DiffSection section : DiffSection.of(diff)) {
        markdown.paragraph(MarkdownWriter.escape(section.sentence()));
        if (!section.items().isEmpty()) {
          markdown.list(section.items().stream().map(MarkdownWriter::escape).toList());
        }
      }
    }
  },

  /** For programs. */
  JSON("json") {
    @Override
    public void write(SweepDiff diff, Writer out) throws IOException {
      JsonWriter.write(out, json -> new JsonDiff(json, diff).write());
    }
  };

  private final String format;

  DiffDocument(String format) {
    this.format = format;
  }

  /** Returns the word that asks for this document. */
  public String format() {
    return format;
  }

  /**
   * Writes the document. Leaves the writer open.
   *
   * @throws IOException if the writer fails
   */
  public abstract void write(SweepDiff diff, Writer out) throws IOException;
}
