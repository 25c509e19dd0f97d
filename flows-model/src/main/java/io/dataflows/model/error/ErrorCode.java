package io.dataflows.model.error;

/** The error codes of the API with their HTTP status. A code is never reused for another meaning. */
public enum ErrorCode {
    FORBIDDEN(403),
    INVALID_CREDENTIALS(401),
    TOKEN_EXPIRED(401),
    INVALID_TOKEN(403),
    INVALID_PAYLOAD(400),
    INVALID_QUERY(400),
    FAILED_VALIDATION(400),
    RECORD_NOT_UNIQUE(400),
    INVALID_FOREIGN_KEY(400),
    NOT_NULL_VIOLATION(400),
    VALUE_TOO_LONG(400),
    VALUE_OUT_OF_RANGE(400),
    ROUTE_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    /** A filter flow took longer than whoever caused its event may wait. */
    OUT_OF_TIME(408),
    CONTENT_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The request can be read, but what it asks for would break something. */
    UNPROCESSABLE_CONTENT(422),
    REQUESTS_EXCEEDED(429),
    /** A flow sent more mails than the administrator allows. */
    EMAIL_LIMIT_EXCEEDED(429),
    /** Flows started one another in too long a chain. */
    FLOW_DEPTH_EXCEEDED(400),
    /** A chain of flows that start one another has too many runs. */
    FLOW_CHAIN_EXCEEDED(400),
    /** A run had more steps than one run may have. */
    FLOW_STEPS_EXCEEDED(500),
    /** A step's operation isn't installed. */
    OPERATION_UNKNOWN(500),
    INTERNAL_SERVER_ERROR(500),
    SERVICE_UNAVAILABLE(503),
    /** Another server answered otherwise than hoped. */
    UNEXPECTED_RESPONSE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
