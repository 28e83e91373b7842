package org.etascope.experiments.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to change the results in a folder.
 *
 * <p>The operating system holds the lock, so that a killed holder blocks nobody; the file only
 * tells who it is, and goes with its holder.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = "in-use.lock";

  /** How long to wait for a holder that has the lock to say who it is. */
  private static final long PATIENCE_NANOSECONDS = 400_000_000L;

  private static final long RETRY_NANOSECONDS = 20_000_000L;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder, or says within half a second who has it.
   *
   * @param folder an existing folder
   * @throws InUseException if another process has it; the message names its pid
   * @throws IOException if the folder cannot be written
   */
  public static FolderLock acquire(Path folder) throws IOException, InUseException {
    Path file = folder.resolve(FILE);
    long start = System.nanoTime();
    while (true) {
      try {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.close();
        Object seen = identity(file);
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
          String holder = read(channel);
          channel.close();
          if (isAlive(holder) || System.nanoTime() - start > PATIENCE_NANOSECONDS) {
            throw new InUseException(
                "%s is in use by another process (pid %s); wait for it or end it"
                    .formatted(folder, holder));
          }
          LockSupport.parkNanos(RETRY_NANOSECONDS);
          continue;
        }
        // A holder deletes its file when done: what was locked must still be what others see.
        if (seen.equals(identity(file))) {
          write(channel, Long.toString(ProcessHandle.current().pid()));
          return new FolderLock(file, channel);
        }
        channel.close();
      } catch (NoSuchFileException e) {
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
    }
  }

  /** Returns the pid of the process that has a folder's lock, if there is one. */
  public static Optional<String> holder(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isWritable(file)) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null ? Optional.of(read(channel)) : Optional.empty();
    }
  }

  /**
   * Whoever looks at the lock holds it for an instant, and the file may name a holder that is gone.
   */
  private static boolean isAlive(String pid) {
    return pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isPresent();
  }

  private static Object identity(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return key == null ? file : key;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void write(FileChannel channel, String pid) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  /** Gives the folder free. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
