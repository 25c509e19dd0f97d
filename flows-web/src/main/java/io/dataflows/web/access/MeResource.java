package io.dataflows.web.access;

import io.dataflows.engine.Access;
import io.dataflows.engine.Listing;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.FixedRows;
import io.dataflows.web.security.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The account that is signed in. */
@Path("/users/me")
@Dependent
public class MeResource {
    @Inject
    Access access;

    @Inject
    Listing listing;

    @GET
    @SignedIn
    public Response me(@BeanParam ApiCall call) {
        ListQuery query = listing.parse(call.parameters());
        UserAccount account = Optional.ofNullable(call.who().user())
                .flatMap(access::account)
                .orElseThrow(Refusals::invalidCredentials);
        FixedRows rows = FixedRows.of(AccountView.COLLECTION, List.of(AccountView.of(account)));
        return Answers.data(listing.show(AccountView.COLLECTION, query, rows.rows(), rows, call.who())
                .get(0));
    }
}
