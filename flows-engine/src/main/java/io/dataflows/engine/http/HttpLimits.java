package io.dataflows.engine.http;

import io.dataflows.engine.setting.Settings;
import java.time.Duration;

/**
 * What one request may take.
 *
 * @param timeout for all of it, redirects included
 * @param connectTimeout for each connection
 * @param maxSize bytes of an answer's body, packed or not
 * @param maxMemory bytes of the bodies of all answers that are under way
 */
record HttpLimits(Duration timeout, Duration connectTimeout, int maxSize, long maxMemory, int maxRedirects) {

    static HttpLimits of(Settings settings) {
        return new HttpLimits(
                settings.requestTimeout(),
                settings.requestConnectTimeout(),
                (int) Math.min(settings.requestMaxSize(), Integer.MAX_VALUE - 16),
                settings.requestMaxMemory(),
                settings.requestMaxRedirects());
    }
}
