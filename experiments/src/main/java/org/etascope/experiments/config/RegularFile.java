package org.etascope.experiments.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Opens regular files only: a pipe or a device could keep a reader waiting for ever. */
final class RegularFile {
  private static final long MEBIBYTE = 1 << 20;

  private RegularFile() {}

  /**
   * Opens a file.
   *
   * @param mostBytes the largest size allowed
   * @throws UnusableFileException if it is missing, too large, unreadable or not a regular file
   */
  static InputStream open(Path path, long mostBytes) throws UnusableFileException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new UnusableFileException("is a directory, not a file");
      }
      if (!attributes.isRegularFile()) {
        throw new UnusableFileException("is not a regular file but a pipe, a device or a socket");
      }
      if (attributes.size() > mostBytes) {
        throw tooLarge(mostBytes);
      }
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new UnusableFileException(reason(e));
    }
  }

  /**
   * Reads a whole file.
   *
   * @param mostBytes the largest size allowed
   * @throws UnusableFileException as {@link #open} does
   */
  static byte[] read(Path path, int mostBytes) throws UnusableFileException {
    try (InputStream in = open(path, mostBytes)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw tooLarge(mostBytes);
      }
      return bytes;
    } catch (IOException e) {
      throw new UnusableFileException(reason(e));
    }
  }

  private static UnusableFileException tooLarge(long mostBytes) {
    return new UnusableFileException("is larger than the " + mostBytes / MEBIBYTE + " MiB allowed");
  }

  /** Returns what an exception says of the file, as the end of a sentence. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "may not be read; check its permissions";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return "cannot be read: " + Shown.whole(Objects.requireNonNullElse(reason, e.toString()));
  }
}
