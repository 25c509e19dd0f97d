package io.dataflows.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.web.RouteCatalog;
import io.dataflows.web.RouteCatalog.Route;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatekeeperTest {
    private static final Accountability NOBODY = Accountability.anonymous("127.0.0.1", null, null);
    private static final Accountability MEMBER = caller(false);
    private static final Accountability ADMINISTRATOR = caller(true);

    /** Whoever opens another route has to say so here too. */
    private static final List<String> OPEN = List.of(
            "GET /",
            "GET /auth",
            "GET /flows/trigger/{id}",
            "GET /server/info",
            "GET /server/ping",
            "GET /server/specs/oas",
            "HEAD /flows/trigger/{id}",
            "OPTIONS /flows/trigger/{id}",
            "POST /auth/login",
            "POST /auth/logout",
            "POST /auth/refresh",
            "POST /flows/trigger/{id}");

    /** Whoever calls these is held against the rights on each item. */
    private static final List<String> CHECKED_PER_ITEM = List.of(
            "DELETE /items/{collection}",
            "DELETE /items/{collection}/{key}",
            "GET /items/{collection}",
            "GET /items/{collection}/{key}",
            "PATCH /items/{collection}",
            "PATCH /items/{collection}/{key}",
            "POST /items/{collection}",
            "SEARCH /items/{collection}");

    static Stream<Route> routes() {
        return RouteCatalog.routes().stream();
    }

    static Stream<Route> closedRoutes() {
        return routes().filter(route -> !OPEN.contains(route.toString()))
                .filter(route -> !CHECKED_PER_ITEM.contains(route.toString()));
    }

    @Test
    void opensOnlyWhatIsMeantToBeOpen() {
        assertThat(routes().filter(route -> passes(route, NOBODY)).map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(OPEN.stream(), CHECKED_PER_ITEM.stream()).toList());
    }

    @ParameterizedTest
    @MethodSource("closedRoutes")
    void refusesTheAnonymousEverywhereElse(Route route) {
        assertThatThrownBy(() -> Gatekeeper.check(route.resource(), route.handler(), NOBODY))
                .hasMessageMatching("You don't have permission to access .*|Invalid user credentials\\.");
    }

    @Test
    void letsMembersSeeOnlyThemselves() {
        assertThat(closedRoutes().filter(route -> passes(route, MEMBER)).map(Route::toString))
                .containsExactly("GET /users/me");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsAdministratorsPass(Route route) {
        assertThatCode(() -> Gatekeeper.check(route.resource(), route.handler(), ADMINISTRATOR))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheCollectionThatItRefuses() {
        Route flows = routes().filter(route -> route.toString().equals("DELETE /flows/{id}"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> Gatekeeper.check(flows.resource(), flows.handler(), MEMBER))
                .hasMessage("You don't have permission to access collection \"directus_flows\" or it does not exist."
                        + " Queried in root.");
    }

    private static boolean passes(Route route, Accountability who) {
        try {
            Gatekeeper.check(route.resource(), route.handler(), who);
            return true;
        } catch (FlowsException refused) {
            return false;
        }
    }

    private static Accountability caller(boolean admin) {
        UUID role = UUID.randomUUID();
        return new Accountability(role, UUID.randomUUID(), List.of(role), admin, true, "127.0.0.1", null, null);
    }
}
