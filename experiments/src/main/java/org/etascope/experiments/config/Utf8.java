package org.etascope.experiments.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Strict decoding of UTF-8. */
final class Utf8 {
  private static final int CHUNK = 8192;

  private Utf8() {}

  /** Returns a decoder that fails at the first byte that is not UTF-8. */
  static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Returns the text of some bytes.
   *
   * @param source what a problem calls them
   * @throws ConfigException if they are not UTF-8, naming the place of the first bad byte
   */
  static String decode(byte[] bytes, String source) throws ConfigException {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw Place.startOf(source).exception("the file is UTF-16; save it as UTF-8");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw endOf(text, source)
          .exception(
              "the byte 0x%02X is not UTF-8; save the file as UTF-8"
                  .formatted(in.get(in.position())));
    }
    return text;
  }

  /** Returns the line, from 1, of a file's first byte that is not UTF-8; the last if all are. */
  static long lineOfFirstFault(Path file) throws IOException {
    CharsetDecoder decoder = decoder();
    ByteBuffer in = ByteBuffer.allocate(CHUNK);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    long line = 1;
    try (ReadableByteChannel bytes = Files.newByteChannel(file)) {
      CoderResult result = CoderResult.UNDERFLOW;
      while (!result.isError() && bytes.read(in) >= 0) {
        result = decoder.decode(in.flip(), out, false);
        line += out.flip().chars().filter(c -> c == '\n').count();
        in.compact();
        out.clear();
      }
    }
    return line;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static Place endOf(String text, String source) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    String last = text.substring(text.lastIndexOf('\n') + 1);
    return new Place(source, line, 1 + last.codePointCount(0, last.length()));
  }
}
