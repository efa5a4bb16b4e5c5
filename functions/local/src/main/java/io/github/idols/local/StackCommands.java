package io.github.idols.local;

import io.github.idols.local.stack.Stack;
import io.github.idols.local.stack.StackException;
import io.github.idols.local.stack.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs the whole product on this machine; returns exit codes. */
final class StackCommands {
  private final Terminal terminal;

  StackCommands(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Serves the page until the program is stopped. */
  int serve(Path data, int port, int workers) throws UserError {
    Stack stack = start(data, port, workers);
    terminal.out().println("The page is at");
    terminal.out().println(stack.address());
    terminal.out().println("Ctrl-C stops it.");
    terminal.out().flush();
    return untilStopped();
  }

  /**
   * Shows what the product does; serves on until the program is stopped, if the stack is its own.
   *
   * @param once whether to stop when the video is labelled
   */
  int demo(Path data, int port, int workers, boolean once) throws UserError, IOException {
    try (ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      DemoCommand demo = new DemoCommand(data, progress, terminal);
      demo.film();
      Optional<Stack> own = Optional.empty();
      if (!demo.isServed()) {
        own = Optional.of(start(demo.stackFolder(), port, workers));
      }
      demo.run();
      if (own.isEmpty()) {
        return Main.OK;
      }
      if (once) {
        own.get().close();
        return Main.OK;
      }
    }
    terminal.out().println("Ctrl-C stops the page.");
    terminal.out().flush();
    return untilStopped();
  }

  /** A stack that is closed when the program is stopped. */
  private static Stack start(Path data, int port, int workers) throws UserError {
    if (port < 0 || port > 65534) {
      throw new UserError("--port is between 0 and 65534, not " + port);
    }
    try {
      StackLog.into(StateFolder.make(data).resolve("stack.log"));
      Stack stack = Stack.start(data, port, workers);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "close"));
      return stack;
    } catch (StackException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /** Until a signal ends the program. */
  private static int untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Main.OK;
  }
}
