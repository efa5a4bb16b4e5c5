package io.github.idols.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.github.idols.cloud.Cloud;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Answers requests to the HTTP API. */
public final class ApiHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Router router;

  /** As deployed. */
  public ApiHandler() {
    this(ApiPorts.of(Cloud.fromEnvironment()));
  }

  /** Works on what is behind the ports. */
  public ApiHandler(ApiPorts ports) {
    router = new Router(ports.routes());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      return HttpEvents.response(
          router.answer(
              HttpEvents.method(event),
              HttpEvents.path(event),
              HttpEvents.secret(event),
              HttpEvents.body(event),
              HttpEvents.origin(event)));
    } catch (RuntimeException e) {
      // Neither path nor headers: ids and secrets must not get into logs.
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      context.getLogger().log("A request failed: " + trace, LogLevel.ERROR);
      return HttpEvents.response(Reply.broken());
    }
  }
}
