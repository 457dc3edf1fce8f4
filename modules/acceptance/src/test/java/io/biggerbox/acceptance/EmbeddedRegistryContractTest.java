package io.biggerbox.acceptance;

import io.biggerbox.devstack.DevStack;
import io.biggerbox.devstack.DevStackSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Our own registry, for one machine. */
class EmbeddedRegistryContractTest extends RegistryContract {

    private DevStack stack;

    @BeforeAll
    void start(@TempDir Path directory) {
        stack = DevStack.start(DevStackSettings.onFreePorts(directory));
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Override
    String registryUrl() {
        return stack.registryUrl();
    }
}
