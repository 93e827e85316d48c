package dev.parley.app.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How to start this program once more, with the same settings of Java where the system tells them.
final class ThisProgram {

    private static final String MAIN = "dev.parley.app.Main";
    private static final String TEACHING = "-XX:AOTCacheOutput";

    private ThisProgram() {}

    /// How this process was started, up to its own arguments. One that teaches Java is alone in that.
    static List<String> command() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        String command = info.command().orElse("");
        List<String> arguments = Arrays.asList(info.arguments().orElse(new String[0]));
        int main = arguments.indexOf(MAIN);
        if (main >= 0) {
            List<String> program = new ArrayList<>(List.of(command));
            arguments.subList(0, main + 1).stream().filter(a -> !a.startsWith(TEACHING)).forEach(program::add);
            return program;
        }
        if (!command.isEmpty() && !isJava(command)) {
            return List.of(command); // installed: the launcher knows the rest
        }
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), MAIN);
    }

    private static boolean isJava(String command) {
        String name = command.substring(command.lastIndexOf(File.separatorChar) + 1);
        return name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe");
    }
}
