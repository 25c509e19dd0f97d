package io.dataflows.engine;

import io.dataflows.engine.setting.Settings;

/**
 * How much one call of the API may ask for.
 *
 * @param maxPayloadSize bytes of a body
 * @param queryLimitDefault rows of a list when the call names no limit
 * @param queryLimitMax rows of a list at most; -1 means no bound
 * @param maxRelationalDepth how many relations a field path may follow
 */
public record ApiLimits(long maxPayloadSize, int queryLimitDefault, int queryLimitMax, int maxRelationalDepth) {
    public static ApiLimits of(Settings settings) {
        return new ApiLimits(
                settings.maxPayloadSize(),
                settings.queryLimitDefault(),
                settings.queryLimitMax(),
                settings.number("MAX_RELATIONAL_DEPTH", 10));
    }
}
