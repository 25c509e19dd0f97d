package io.dataflows.model.run;

/** Hears which texts of a run are secret; handed from a run to the runs that its steps start, which share it. */
public interface Concealment {

    /** Tells that this text is a secret: it is masked wherever the run is stored or logged. */
    void conceal(String secret);

    /** Whether headers of this name carry a secret: a token, a cookie, what the administrator named … */
    boolean isSecretHeader(String name);

    /** The text as a log may show it, without the secrets that are known by now. */
    String mask(String text);
}
