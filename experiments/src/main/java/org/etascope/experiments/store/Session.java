package org.etascope.experiments.store;

import java.time.Instant;

/**
 * One time a sweep was worked on. Kept for whoever asks how results came about; no report depends
 * on it.
 *
 * @param started when training began
 * @param ended when the last of its results was stored
 * @param runs how many results it stored
 * @param threads how many threads trained
 * @param jvm name and version of the Java machine
 * @param machine operating system and processor
 */
public record Session(
    Instant started, Instant ended, long runs, int threads, String jvm, String machine) {}
