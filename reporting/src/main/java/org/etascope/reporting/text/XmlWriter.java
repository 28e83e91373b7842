package org.etascope.reporting.text;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML document, an element a line. Texts and values of attributes may be untrusted. */
public final class XmlWriter {
  private final XMLStreamWriter xml;

  /**
   * Begins a document. The writer is not closed by this one.
   *
   * @throws IOException if the writer fails
   */
  public XmlWriter(Writer out) throws IOException {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private interface Output {
    void write() throws XMLStreamException;
  }

  /**
   * Begins an element that holds others.
   *
   * @param attributes names and values in turn
   * @throws IOException if the writer fails
   */
  public void begin(String name, String... attributes) throws IOException {
    line(
        () -> {
          xml.writeStartElement(name);
          writeAttributes(attributes);
        });
  }

  /**
   * Ends the element that was begun last.
   *
   * @throws IOException if the writer fails
   */
  public void end() throws IOException {
    line(xml::writeEndElement);
  }

  /**
   * Writes an element that holds nothing.
   *
   * @param attributes names and values in turn
   * @throws IOException if the writer fails
   */
  public void empty(String name, String... attributes) throws IOException {
    line(
        () -> {
          xml.writeEmptyElement(name);
          writeAttributes(attributes);
        });
  }

  /**
   * Writes an element that holds one line of text.
   *
   * @param attributes names and values in turn
   * @throws IOException if the writer fails
   */
  public void leaf(String name, String text, String... attributes) throws IOException {
    line(
        () -> {
          xml.writeStartElement(name);
          writeAttributes(attributes);
          xml.writeCharacters(PlainText.oneLine(text));
          xml.writeEndElement();
        });
  }

  /**
   * Hands everything written so far to the writer beneath.
   *
   * @throws IOException if that fails
   */
  public void flush() throws IOException {
    attempt(xml::flush);
  }

  private void writeAttributes(String... namesAndValues) throws XMLStreamException {
    for (int k = 0; k < namesAndValues.length; k += 2) {
      xml.writeAttribute(namesAndValues[k], PlainText.oneLine(namesAndValues[k + 1]));
    }
  }

  private void line(Output output) throws IOException {
    attempt(
        () -> {
          output.write();
          xml.writeCharacters("\n");
        });
  }

  private static void attempt(Output output) throws IOException {
    try {
      output.write();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private static IOException failure(XMLStreamException e) {
    return e.getNestedException() instanceof IOException io ? io : new IOException(e);
  }
}
