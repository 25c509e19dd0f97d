/** What every resource needs of HTTP: query strings, bodies within bounds, answers in JSON. It knows nothing of flows. */
@NullMarked
package io.dataflows.web.http;

import org.jspecify.annotations.NullMarked;
