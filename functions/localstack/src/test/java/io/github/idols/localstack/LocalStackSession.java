package io.github.idols.localstack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * LocalStack from before the first test to after the last; the SDK finds it by its own properties.
 */
public final class LocalStackSession implements LauncherSessionListener {
  private @Nullable LocalStack localStack;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      LocalStack started = LocalStack.start(Path.of("target").toAbsolutePath());
      localStack = started;
      System.out.println("LocalStack (" + started.how() + ") is at " + started.endpoint());
      System.setProperty("aws.endpointUrlS3", started.endpoint().toString());
      System.setProperty("aws.endpointUrlSqs", started.endpoint().toString());
      // Its own keys: it checks signatures with them.
      System.setProperty("aws.accessKeyId", "test");
      System.setProperty("aws.secretAccessKey", "test");
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    LocalStack started = localStack;
    if (started != null) {
      started.close();
    }
  }
}
