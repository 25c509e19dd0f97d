package io.dataflows.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Map<String, Cookie> NONE = Map.of();
    private static final Map<String, Cookie> SESSION = Map.of(
            Credentials.SESSION_COOKIE,
            new Cookie.Builder(Credentials.SESSION_COOKIE).value("c").build());

    @Test
    void findsTheTokenWhereverItIs() {
        assertThat(Credentials.of("Bearer h", null, NONE)).isEqualTo(new Credentials("h", false));
        assertThat(Credentials.of("bearer  h ", null, NONE).token()).isEqualTo("h");
        assertThat(Credentials.of(null, "a=1&access_token=q", NONE)).isEqualTo(new Credentials("q", false));
        assertThat(Credentials.of(null, null, SESSION)).isEqualTo(new Credentials("c", true));
    }

    @Test
    void prefersWhatWasSentOnPurposeToACookie() {
        assertThat(Credentials.of("Bearer h", null, SESSION)).isEqualTo(new Credentials("h", false));
    }

    @Test
    void refusesTwoTokensAtOnce() {
        assertThatThrownBy(() -> Credentials.of("Bearer h", "access_token=q", NONE))
                .hasMessageStartingWith("Invalid payload. ");
    }

    @Test
    void takesEmptyAndOtherThingsForNoToken() {
        assertThat(Credentials.of("Basic eDp5", null, NONE).token()).isNull();
        assertThat(Credentials.of("Bearer ", "access_token=", NONE).token()).isNull();
        assertThat(Credentials.of(null, "access_token[]=q", NONE).token()).isNull();
    }
}
