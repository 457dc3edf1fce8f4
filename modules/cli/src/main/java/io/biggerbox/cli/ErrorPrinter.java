package io.biggerbox.cli;

import io.biggerbox.backtest.BacktestException;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.devstack.DevStackException;
import io.biggerbox.events.wire.RegistryUnavailableException;
import io.biggerbox.intake.ImportException;
import io.biggerbox.intake.columns.MapException;
import io.biggerbox.service.InvalidSettingsException;
import io.biggerbox.service.RefusedException;
import io.biggerbox.service.TopicProblemsException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one or a few lines what went wrong; the stack trace goes to the log. */
final class ErrorPrinter implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception error, CommandLine commandLine, ParseResult parseResult) {
        LoggerFactory.getLogger(ErrorPrinter.class).debug("The command failed", error);
        commandLine.getErr().println(commandLine.getColorScheme().errorText("error: " + message(error)));
        commandLine.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String message(Throwable error) {
        if (error instanceof ImportException failed) {
            return failed.getMessage() + ". " + failed.remedy();
        }
        if (error instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (error instanceof UncheckedIOException io) {
            return message(io.getCause() == null ? io : io.getCause());
        }
        boolean ours = error instanceof BacktestException
                || error instanceof DevStackException
                || error instanceof MapException
                || error instanceof InvalidSettingsException
                || error instanceof TopicProblemsException
                || error instanceof RefusedException
                || error instanceof RegistryUnavailableException
                || error instanceof CommandFailedException;
        if (ours && error.getMessage() != null) {
            return error.getMessage();
        }
        if (error instanceof AuthenticationException) {
            return "the brokers do not let us in: " + error.getMessage() + "; name and password stand in the file that"
                    + " --client-config names";
        }
        if (error instanceof AuthorizationException) {
            return error.getMessage() + "; rights are granted by role: biggerbox access --help";
        }
        if (error instanceof KafkaException) {
            Throwable cause = error.getCause();
            return error.getMessage() + (cause == null ? "" : " (" + cause.getMessage() + ")")
                    + "; is a stack running? Start one with: biggerbox up";
        }
        return error.toString();
    }
}
