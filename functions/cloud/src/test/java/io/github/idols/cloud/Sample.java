package io.github.idols.cloud;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The samples in {@code events/}, read as Lambda reads what comes. */
public final class Sample {
  private Sample() {}

  /** Arrivals in S3. */
  public static S3Event arrival(String file) {
    return read(file, S3Event.class);
  }

  /** Messages of a queue. */
  public static SQSEvent messages(String file) {
    return read(file, SQSEvent.class);
  }

  /** A message like the sample's that says something else. */
  public static SQSMessage message(String id, String body, int deliveries) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(deliveries)));
    return message;
  }

  /** The sample as it comes when it was tried in vain before. */
  public static SQSEvent delivered(int times, String file) {
    SQSMessage message = messages(file).getRecords().get(0);
    return batch(message(message.getMessageId(), message.getBody(), times));
  }

  /** What a queue hands over at once. */
  public static SQSEvent batch(SQSMessage... messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(messages));
    return event;
  }

  /** Ids of the messages that are to come again. */
  public static List<String> failed(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static <T> T read(String file, Class<T> type) {
    ClassLoader loader = Sample.class.getClassLoader();
    try (InputStream json = Objects.requireNonNull(loader.getResourceAsStream(file), file)) {
      return LambdaEventSerializers.serializerFor(type, loader).fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A call, which keeps what is logged. */
  public static final class Call implements Context, LambdaLogger {
    private final List<String> lines = new ArrayList<>();

    /** All that was logged. */
    public String log() {
      return String.join("", lines);
    }

    @Override
    public void log(String message) {
      lines.add(message);
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public LambdaLogger getLogger() {
      return this;
    }

    @Override
    public String getAwsRequestId() {
      return "request";
    }

    @Override
    public String getLogGroupName() {
      return "group";
    }

    @Override
    public String getLogStreamName() {
      return "stream";
    }

    @Override
    public String getFunctionName() {
      return "function";
    }

    @Override
    public String getFunctionVersion() {
      return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:eu-central-1:123456789012:function:function";
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 60_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 2048;
    }
  }
}
