package io.dataflows.web.security;

import io.dataflows.web.http.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Carries the caller to the resources. It knows no roles: {@link Gatekeeper} decides. */
record CallerContext(Caller caller, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
