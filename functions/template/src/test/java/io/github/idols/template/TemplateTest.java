package io.github.idols.template;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.cloud.ObjectKeys;
import io.github.idols.cloud.Settings;
import io.github.idols.core.job.GiveUp;
import io.github.idols.core.job.VideoUploads;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds template.yaml to the code and to the API's contract. */
class TemplateTest {
  private static final String FUNCTION = "AWS::Serverless::Function";

  /** Read by the JVM itself. */
  private static final Set<String> OF_THE_PLATFORM = Set.of("JAVA_TOOL_OPTIONS");

  /** Have no resources that could be named. */
  private static final Set<String> ON_EVERYTHING =
      Set.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

  private static final Set<String> METHODS =
      Set.of("get", "head", "put", "post", "patch", "delete");

  private final Yaml template;

  TemplateTest() throws IOException {
    template = Yaml.read("template.yaml");
  }

  @Test
  void eachFunctionIsTheHandlerOfAModuleThatPacksIt() throws IOException {
    Map<String, Yaml> functions = all(FUNCTION);
    assertEquals(
        Set.of("Api", "Enroller", "Splitter", "Recognizer", "Stitcher", "Renderer"),
        functions.keySet());
    for (Map.Entry<String, Yaml> function : functions.entrySet()) {
      String module = function.getKey().toLowerCase(Locale.ROOT);
      String handler = "io.github.idols." + module + "." + function.getKey() + "Handler";
      assertEquals(
          "functions/" + module + "/target/" + module + ".zip",
          function.getValue().at("CodeUri").text());
      assertEquals(handler, function.getValue().at("Handler").text());
      String pom = Files.readString(Yaml.path("functions/" + module + "/pom.xml"));
      assertTrue(pom.contains("<artifactId>maven-assembly-plugin</artifactId>"), module);
    }
  }

  @Test
  void functionsAreToldWhatSettingsReadAndNothingElse() {
    Set<String> readable =
        Arrays.stream(Settings.Name.values()).map(Settings.Name::name).collect(toSet());
    readable.addAll(OF_THE_PLATFORM);
    Set<String> told = new HashSet<>();
    all(FUNCTION)
        .forEach(
            (name, function) -> {
              Set<String> variables = function.at("Environment", "Variables").entries().keySet();
              assertTrue(readable.containsAll(variables), name + " is told " + variables);
              told.addAll(variables);
            });
    assertEquals(readable, told);
  }

  @Test
  void settingsNameTheResourcesThatTheyAreCalledAfter() {
    Map<String, String> resources =
        Map.of(
            "JOBS_TABLE", "{Ref=JobsTable}",
            "GALLERIES_TABLE", "{Ref=GalleriesTable}",
            "RECOGNIZE_QUEUE_URL", "{Ref=RecognizeQueue}",
            "RENDER_QUEUE_URL", "{Ref=RenderQueue}",
            "STITCH_QUEUE_URL", "{Ref=StitchQueue}",
            "SITE_BUCKET", "{Ref=SiteBucket}",
            "UPLOADS_BUCKET", resource("UploadsBucket").at("BucketName").text(),
            "RESULTS_BUCKET", resource("ResultsBucket").at("BucketName").text());
    for (Yaml function : all(FUNCTION).values()) {
      function
          .at("Environment", "Variables")
          .entries()
          .forEach(
              (name, value) -> {
                if (!OF_THE_PLATFORM.contains(name)) {
                  assertEquals(resources.get(name), value.text(), name);
                }
              });
    }
  }

  @Test
  void theApiHasTheRoutesOfItsContract() throws IOException {
    Map<String, String> contract = new TreeMap<>();
    Yaml openapi = Yaml.read("docs/openapi.yaml");
    String base = openapi.at("servers").elements().get(0).at("url").text();
    openapi
        .at("paths")
        .entries()
        .forEach(
            (path, operations) ->
                operations
                    .entries()
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            contract.put(
                                capitalised(operation.at("operationId").text()),
                                method.toUpperCase(Locale.ROOT)
                                    + " "
                                    + base(operations, base)
                                    + path);
                          }
                        }));
    Map<String, String> routes = new TreeMap<>();
    resource("Api")
        .at("Events")
        .entries()
        .forEach(
            (name, event) ->
                routes.put(
                    name,
                    event.at("Properties", "Method").text()
                        + " "
                        + event.at("Properties", "Path").text()));
    assertEquals(contract, routes);
  }

  /** What stands before a path; one may have a server of its own. */
  private static String base(Yaml path, String usual) {
    return path.has("servers")
        ? path.at("servers").elements().get(0).at("url").text().replaceFirst("/$", "")
        : usual;
  }

  /** The first pattern that fits decides, as CloudFront has it. */
  @Test
  void shareLinksComeFromTheApiWhichIsToldWhereThePageIs() {
    String id = "A".repeat(22);
    assertEquals("api", behavior("/v/" + id).at("TargetOriginId").text());
    assertEquals("api", behavior("/v/" + id + "/preview.jpg").at("TargetOriginId").text());
    assertEquals("api", behavior("/api/shares/" + id).at("TargetOriginId").text());
    for (String path : List.of("/v/", "/v/" + id + "/truth", "/v/" + id + "/", "/embed/" + id)) {
      assertEquals("site", behavior(path).at("TargetOriginId").text(), path);
    }
    assertTrue(behavior("/v/" + id).at("FunctionAssociations").text().contains("SharedOrigin"));
    assertTrue(resource("SharedOrigin").at("FunctionCode").text().contains("'x-page-origin'"));
    assertEquals(
        behavior("/api/x").at("CachePolicyId").text(), behavior("/v/x").at("CachePolicyId").text());
  }

  private Yaml behavior(String path) {
    Yaml distribution = resource("Site").at("DistributionConfig");
    return distribution.at("CacheBehaviors").elements().stream()
        .filter(
            behavior ->
                path.matches(
                    behavior.at("PathPattern").text().replace("?", ".").replace("*", ".*")))
        .findFirst()
        .orElseGet(() -> distribution.at("DefaultCacheBehavior"));
  }

  @Test
  void whatArrivesInAFolderStartsTheFunctionThatReadsIt() {
    assertEquals(ObjectKeys.VIDEOS, prefixThatStarts("Splitter"));
    assertEquals(ObjectKeys.PICTURES, prefixThatStarts("Enroller"));
  }

  @Test
  void aMessageComesOnceMoreThanItIsTriedAndThenGoesToTheDeadLetters() {
    Set<String> deadLetters = new HashSet<>();
    for (String queue : workers().values()) {
      Yaml redrive = resource(queue).at("RedrivePolicy");
      assertEquals(GiveUp.TRIES + 1, redrive.at("maxReceiveCount").number(), queue);
      assertTrue(deadLetters.add(redrive.at("deadLetterTargetArn").text()), queue);
    }
  }

  @Test
  void aMessageStaysHiddenForSixTimesItsWorkersTimeAndFailsAlone() {
    workers()
        .forEach(
            (worker, queue) -> {
              int timeout = resource(worker).at("Timeout").number();
              int hidden = resource(queue).at("VisibilityTimeout").number();
              assertTrue(hidden >= 6 * timeout, queue + " hides for " + hidden + " s");
              Yaml event = resource(worker).at("Events", "Task", "Properties");
              assertEquals(1, event.at("BatchSize").number());
              assertEquals("[ReportBatchItemFailures]", event.at("FunctionResponseTypes").text());
            });
  }

  @Test
  void eachFunctionHasARoleOfItsOwnThatAllowsNothingOnEverything() {
    Set<String> roles = new HashSet<>();
    all(FUNCTION).forEach((name, function) -> roles.add(function.at("Role").text()));
    assertEquals(all(FUNCTION).size(), roles.size());
    all("AWS::IAM::Role")
        .forEach(
            (name, role) -> {
              assertFalse(role.has("ManagedPolicyArns"), name);
              for (Yaml policy : role.at("Policies").elements()) {
                for (Yaml statement : policy.at("PolicyDocument", "Statement").elements()) {
                  Set<String> actions = new HashSet<>();
                  for (Yaml action : statement.at("Action").elements()) {
                    assertFalse(action.text().contains("*"), name + " may " + action.text());
                    actions.add(action.text());
                  }
                  if (actions.equals(ON_EVERYTHING)) {
                    continue;
                  }
                  for (Yaml resource : statement.at("Resource").elements()) {
                    // An intrinsic function that names one of this stack's own.
                    assertTrue(resource.value() instanceof Map, name + " on " + resource.text());
                  }
                }
              }
            });
  }

  @Test
  void bucketsAreEncryptedAndClosedToThePublic() {
    Map<String, Yaml> buckets = all("AWS::S3::Bucket");
    assertEquals(Set.of("SiteBucket", "UploadsBucket", "ResultsBucket"), buckets.keySet());
    buckets.forEach(
        (name, bucket) -> {
          assertTrue(bucket.has("BucketEncryption"), name);
          Map<String, Yaml> blocks = bucket.at("PublicAccessBlockConfiguration").entries();
          assertEquals(4, blocks.size(), name);
          blocks.forEach((block, on) -> assertEquals("true", on.text(), name + ": " + block));
        });
  }

  /** Faces are cut out of the uploaded video on the page, which a browser allows by these alone. */
  @Test
  void thePageAndNoOtherMayReadWhatWasUploadedIntoItself() {
    List<Yaml> rules = resource("UploadsBucket").at("CorsConfiguration", "CorsRules").elements();
    assertEquals(1, rules.size());
    List<String> methods =
        rules.get(0).at("AllowedMethods").elements().stream().map(Yaml::text).toList();
    assertTrue(methods.contains("GET"), methods.toString());
    assertFalse(rules.get(0).at("AllowedOrigins").text().contains("*"));
  }

  @Test
  void onlyCloudFrontReadsThePageAndNobodyElseIsLetIn() {
    assertEquals(Set.of("SiteBucketPolicy"), all("AWS::S3::BucketPolicy").keySet());
    for (Yaml statement :
        resource("SiteBucketPolicy").at("PolicyDocument", "Statement").elements()) {
      assertEquals("{Service=cloudfront.amazonaws.com}", statement.at("Principal").text());
      assertEquals("s3:GetObject", statement.at("Action").text());
      assertTrue(statement.has("Condition"));
    }
  }

  @Test
  void onlyWhatIsToBeEmbeddedMayBeFramed() {
    Yaml behaviors = resource("Site").at("DistributionConfig", "CacheBehaviors");
    for (Yaml behavior : behaviors.elements()) {
      boolean embedded = behavior.at("PathPattern").text().equals("/embed/*");
      assertEquals(
          embedded ? "EmbedHeaders" : "SiteHeaders",
          behavior.at("ResponseHeadersPolicyId", "Ref").text());
    }
    assertEquals("/embed/*", behaviors.elements().get(0).at("PathPattern").text());
    Yaml site = headers("SiteHeaders");
    Yaml embed = headers("EmbedHeaders");
    assertEquals("DENY", site.at("FrameOptions", "FrameOption").text());
    assertFalse(embed.has("FrameOptions"));
    assertTrue(policy(site).contains("frame-ancestors 'none'"));
    assertEquals(policy(site).replace("ancestors 'none'", "ancestors *"), policy(embed));
  }

  private Yaml headers(String policy) {
    return resource(policy).at("ResponseHeadersPolicyConfig", "SecurityHeadersConfig");
  }

  private static String policy(Yaml headers) {
    return headers.at("ContentSecurityPolicy", "ContentSecurityPolicy").text();
  }

  @Test
  void whatIsLeftUnfinishedIsRemoved() {
    Map<String, Long> days =
        Map.of("UploadsBucket", VideoUploads.KEPT.toDays(), "ResultsBucket", 1L);
    for (String bucket : days.keySet()) {
      assertTrue(
          resource(bucket).at("LifecycleConfiguration", "Rules").elements().stream()
              .anyMatch(
                  rule ->
                      rule.has("AbortIncompleteMultipartUpload")
                          && rule.at("AbortIncompleteMultipartUpload", "DaysAfterInitiation")
                                  .number()
                              == days.get(bucket)),
          bucket);
    }
  }

  @Test
  void eachFunctionHasALogThatEndsAndIsTracedAndWatched() {
    assertEquals("Active", template.at("Globals", "Function", "Tracing").text());
    all("AWS::Logs::LogGroup")
        .forEach((name, log) -> assertTrue(log.at("RetentionInDays").number() <= 30, name));
    Map<String, Yaml> alarms = all("AWS::CloudWatch::Alarm");
    for (Map.Entry<String, Yaml> function : all(FUNCTION).entrySet()) {
      String name = function.getKey();
      assertEquals(
          "{Ref=" + name + "Log}", function.getValue().at("LoggingConfig", "LogGroup").text());
      for (String what : Set.of("Errors", "Throttles", "Slow")) {
        assertTrue(alarms.containsKey(name + what), "nobody is told of " + name + what);
        String where = resource(name + what).at("Dimensions").text();
        assertTrue(where.contains("{Ref=" + name + "}"), name + what);
      }
      int timeout = function.getValue().at("Timeout").number();
      assertEquals(800 * timeout, resource(name + "Slow").at("Threshold").number(), name);
    }
    for (String queue : all("AWS::SQS::Queue").keySet()) {
      String alarm = queue + (queue.endsWith("DeadLetters") ? "Alarm" : "Old");
      assertTrue(alarms.containsKey(alarm), "nobody is told of " + alarm);
      assertTrue(
          resource(alarm).at("Dimensions").text().contains("=" + queue + ".QueueName}"), alarm);
    }
  }

  /** SnapStart takes none with more than 512 MB of /tmp. */
  @Test
  void whatStartsFromASnapshotIsCalledByItsAlias() {
    all(FUNCTION)
        .forEach(
            (name, function) -> {
              assertEquals(!function.has("EphemeralStorage"), function.has("SnapStart"), name);
              assertEquals(function.has("SnapStart"), function.has("AutoPublishAlias"), name);
            });
  }

  /** Functions that work for a queue, with the queue. */
  private Map<String, String> workers() {
    Map<String, String> workers = new TreeMap<>();
    all(FUNCTION)
        .forEach(
            (name, function) -> {
              for (Yaml event : function.at("Events").entries().values()) {
                if (event.at("Type").text().equals("SQS")) {
                  String arn = event.at("Properties", "Queue", "Fn::GetAtt").text();
                  workers.put(name, arn.replace(".Arn", ""));
                }
              }
            });
    assertEquals(
        Map.of(
            "Recognizer", "RecognizeQueue", "Stitcher", "StitchQueue", "Renderer", "RenderQueue"),
        workers);
    return workers;
  }

  private String prefixThatStarts(String function) {
    Yaml event = resource(function).at("Events", "Uploaded", "Properties");
    assertEquals("{Ref=UploadsBucket}", event.at("Bucket").text());
    Yaml rule = event.at("Filter", "S3Key", "Rules").elements().get(0);
    assertEquals("prefix", rule.at("Name").text());
    return rule.at("Value").text();
  }

  private Yaml resource(String name) {
    return template.at("Resources", name, "Properties");
  }

  private Map<String, Yaml> all(String type) {
    Map<String, Yaml> all = new TreeMap<>();
    template
        .at("Resources")
        .entries()
        .forEach(
            (name, resource) -> {
              if (resource.at("Type").text().equals(type)) {
                all.put(name, resource.at("Properties"));
              }
            });
    return all;
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
