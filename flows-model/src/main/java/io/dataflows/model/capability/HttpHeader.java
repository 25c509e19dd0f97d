package io.dataflows.model.capability;

/** One header of a request. */
public record HttpHeader(String name, String value) {}
