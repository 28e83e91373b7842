package org.etascope.reporting.summary;

/**
 * What a report was made from; equal wherever and whenever the sweep was run.
 *
 * @param etascopeVersion version of this software
 * @param numericsVersion version of the rules of arithmetic, from 1
 * @param configSha256 SHA-256 of the canonical config, 64 hex digits
 * @param dataSha256 SHA-256 of the data, 64 hex digits
 */
public record Provenance(
    String etascopeVersion, int numericsVersion, String configSha256, String dataSha256) {}
