package io.github.idols.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A copy of template.yaml and of the zips it names for an emulator that runs functions as processes
 * of this machine. All else of the template stays as it is, to the letter. What is changed, and
 * why:
 *
 * <ul>
 *   <li>{@code java21} becomes {@code provided.al2023}, and each zip gets what AWS's java21 has in
 *       itself: AWS's runtime interface client, and a {@code bootstrap} that starts it, with a
 *       folder of its own in place of {@code /tmp}. The emulator answers calls of other runtimes
 *       with a made-up 200.
 *   <li>The greatest number of workers is written out: the emulator does not take a parameter's
 *       text for a number, as CloudFormation does.
 *   <li>The API's routes are written out: the emulator does not read the OpenAPI document into
 *       which SAM makes them.
 * </ul>
 *
 * Each change that finds nothing to change fails.
 */
final class EmulatedTemplate {
  private static final Pattern CODE = Pattern.compile("functions/(\\w+)/target/\\w+\\.zip");
  private static final Pattern ROUTE =
      Pattern.compile("Type: HttpApi, Properties: \\{ .*Method: (\\w+), Path: \"([^\"]+)\" \\}");
  private static final String RESOURCES = "\nResources:\n";

  /** Where the client would unpack its library otherwise, all functions at once write. */
  private static final String NATIVE = "aws-lambda-jni.so";

  /** With what AWS's java21 sets: the serial collector, and the first compiler only. */
  private static final String BOOTSTRAP =
      """
      #!/bin/sh
      own=$(mktemp -d)
      JAVA_TOOL_OPTIONS=$(echo "$JAVA_TOOL_OPTIONS" | sed "s#=/tmp#=$own#g")
      export JAVA_TOOL_OPTIONS
      exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.io.tmpdir="$own" \
        -D%s="$LAMBDA_TASK_ROOT/%s" -cp "$LAMBDA_TASK_ROOT/lib/*" %s "$_HANDLER"
      """
          .formatted(
              "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI",
              NATIVE,
              AWSLambda.class.getName());

  private EmulatedTemplate() {}

  /**
   * Makes the copies.
   *
   * @param root of the repository, with the zips built
   * @param folder for the copies
   * @param workers how many recognizers, and how many renderers, work at once
   * @return the template's copy
   */
  static Path make(Path root, Path folder, int workers) throws IOException {
    String template = Files.readString(root.resolve("template.yaml"));
    Path zips = Files.createDirectories(folder.resolve("zips"));
    for (MatchResult code : CODE.matcher(template).results().toList()) {
      pack(root.resolve(code.group()), zips.resolve(code.group(1) + ".zip"));
    }
    String emulated = template;
    emulated = replaced(emulated, CODE, "zips/$1.zip");
    emulated = replaced(emulated, Pattern.compile("Runtime: java21"), "Runtime: provided.al2023");
    emulated =
        replaced(
            emulated,
            Pattern.compile("MaximumConcurrency: !Ref MaxWorkers"),
            "MaximumConcurrency: " + workers);
    emulated = emulated.replace(RESOURCES, RESOURCES + routes(template));
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, emulated);
    return file;
  }

  private static String replaced(String text, Pattern what, String by) {
    String result = what.matcher(text).replaceAll(by);
    assertTrue(!result.equals(text), "template.yaml has no more " + what);
    return result;
  }

  private static String routes(String template) {
    StringBuilder routes = new StringBuilder();
    routes.append(
        """
          EmulatedIntegration:
            Type: AWS::ApiGatewayV2::Integration
            Properties:
              ApiId: !Ref HttpApi
              IntegrationType: AWS_PROXY
              IntegrationUri: !GetAtt Api.Arn
              PayloadFormatVersion: "2.0"
        """);
    List<MatchResult> found = ROUTE.matcher(template).results().toList();
    assertEquals(
        Pattern.compile("Type: HttpApi,").matcher(template).results().count(), found.size());
    for (int i = 0; i < found.size(); i++) {
      routes.append(
          """
            EmulatedRoute%d:
              Type: AWS::ApiGatewayV2::Route
              Properties:
                ApiId: !Ref HttpApi
                RouteKey: "%s %s"
                Target: !Sub integrations/${EmulatedIntegration}
          """
              .formatted(i, found.get(i).group(1), found.get(i).group(2)));
    }
    return routes.toString();
  }

  private static void pack(Path deployable, Path emulated) throws IOException {
    Files.copy(deployable, emulated, StandardCopyOption.REPLACE_EXISTING);
    // Jars are packed already.
    Map<String, Object> how =
        Map.of("enablePosixFileAttributes", true, "compressionMethod", "STORED");
    try (FileSystem zip = FileSystems.newFileSystem(emulated, how)) {
      Path bootstrap = zip.getPath("bootstrap");
      Files.writeString(bootstrap, BOOTSTRAP);
      Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
      try (InputStream library = nativeLibrary()) {
        Files.copy(library, zip.getPath(NATIVE));
      }
      for (Class<?> part : List.of(AWSLambda.class, PojoSerializer.class)) {
        Path jar = jar(part);
        Files.copy(
            jar,
            zip.getPath("lib", String.valueOf(jar.getFileName())),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static InputStream nativeLibrary() throws IOException {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "/jni/libaws-lambda-jni.linux-" + processor + ".so";
    InputStream library = AWSLambda.class.getResourceAsStream(name);
    if (library == null) {
      throw new FileNotFoundException(name);
    }
    return library;
  }

  private static Path jar(Class<?> part) throws IOException {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
