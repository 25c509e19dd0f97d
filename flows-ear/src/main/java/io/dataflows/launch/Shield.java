package io.dataflows.launch;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Keeps a terminal's Ctrl-C, which reaches every process of the group, away from one that is stopped another way. */
final class Shield {

    private Shield() {}

    static List<String> fromInterrupt(List<String> command) {
        if (File.separatorChar != '/') {
            return command;
        }
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }
}
