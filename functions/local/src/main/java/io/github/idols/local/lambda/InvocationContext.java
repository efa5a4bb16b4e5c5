package io.github.idols.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a handler is told of one call. */
final class InvocationContext implements Context {
  private static final Logger LOG = LoggerFactory.getLogger(InvocationContext.class);

  /** Handlers on one machine share its memory; this is what a deployed one has. */
  private static final int MEGABYTES = 2048;

  private final String function;
  private final String request;
  private final long started;
  private final Duration timeout;

  /**
   * @param started when the call began, as {@link System#nanoTime} tells it
   */
  InvocationContext(String function, String request, long started, Duration timeout) {
    this.function = function;
    this.request = request;
    this.started = started;
    this.timeout = timeout;
  }

  @Override
  public String getAwsRequestId() {
    return request;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function;
  }

  @Override
  public String getLogStreamName() {
    return function;
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return Arn.of("lambda", "function:" + function);
  }

  /** None: that is for mobile apps. */
  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  /** None: that is for mobile apps. */
  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    long left = timeout.toNanos() - (System.nanoTime() - started);
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, left / 1_000_000));
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEGABYTES;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        LOG.info("{}: {}", function, message.stripTrailing());
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
