package io.dataflows.engine.port;

/** Keeps values that one node makes up and all nodes share. */
public interface SettingStore {

    /** The stored value; stores {@code initial} first when there is none. All nodes get the same answer. */
    String getOrCreate(String name, String initial);
}
