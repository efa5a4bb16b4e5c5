package io.github.idols.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.idols.cloud.AwsClients;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.job.ShareId;
import io.github.idols.core.video.RefusedException;
import io.github.idols.local.doctor.ApiCheck;
import io.github.idols.local.doctor.BucketCheck;
import io.github.idols.local.doctor.Check;
import io.github.idols.local.doctor.DataFolderCheck;
import io.github.idols.local.doctor.DeadLettersCheck;
import io.github.idols.local.doctor.ModelsCheck;
import io.github.idols.local.doctor.NativesCheck;
import io.github.idols.local.doctor.PageCheck;
import io.github.idols.local.doctor.PortsCheck;
import io.github.idols.local.doctor.ProgramCheck;
import io.github.idols.local.doctor.Report;
import io.github.idols.local.doctor.StackOutputs;
import io.github.idols.local.doctor.Web;
import io.github.idols.local.stack.StateFolder;
import io.github.idols.vision.video.FileSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that says what is wrong; exits with 1 where something is. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at this machine, or with --url or --outputs at a deployment, and says what is wrong"
          + " and what to do about it.",
      "It changes nothing. Exit code 0 when nothing is wrong, 1 when something is. An ffmpeg"
          + " program is not needed, so that it is not looked for."
    })
final class DoctorCommand implements Callable<Integer> {
  /** One of the demo's pictures, which has one clear face. */
  private static final String PICTURE = "demo/franck_02221.jpg";

  private final Terminal terminal;
  private final Supplier<Studio> studio;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:idols.data:-idols-data}",
      description = "Where ./idols serve keeps everything (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("idols-data");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8787",
      description = "Of the page; files take the next one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Look at the deployment whose page is there: https://... or ./idols serve's.")
  private Optional<URI> url = Optional.empty();

  @Option(
      names = "--outputs",
      paramLabel = "FILE",
      description =
          "Look at the deployed stack with these outputs, its buckets and dead letters too: what"
              + " aws cloudformation describe-stacks --stack-name NAME prints.")
  private Optional<Path> outputs = Optional.empty();

  DoctorCommand(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  @Override
  public Integer call() throws UserError, IOException {
    Report report =
        url.isPresent() || outputs.isPresent() ? deployment() : Report.of(ofThisMachine());
    report.lines().forEach(terminal.out()::println);
    return report.wrong() == 0 ? Main.OK : Main.INTERNAL;
  }

  private List<Check> ofThisMachine() throws UserError {
    if (port < 1 || port > 65534) {
      throw new UserError("--port is between 1 and 65534, not " + port);
    }
    return List.of(
        ProgramCheck.jdk(),
        ProgramCheck.maven(),
        ProgramCheck.node(),
        ProgramCheck.npm(),
        new ModelsCheck(DoctorCommand.class.getClassLoader()),
        new NativesCheck(this::seesTheFace),
        new DataFolderCheck(data, DataFolderCheck.LEAST_ROOM),
        new PortsCheck(port, StateFolder.running(data)));
  }

  private boolean seesTheFace() throws IOException {
    Path file = Files.createTempFile("idols-doctor-", ".jpg");
    try (Studio tools = studio.get();
        PictureChecker checker = tools.newPictureChecker();
        InputStream picture = DoctorCommand.class.getClassLoader().getResourceAsStream(PICTURE)) {
      if (picture == null) {
        throw new FileNotFoundException(PICTURE + " is not on the class path");
      }
      Files.copy(picture, file, StandardCopyOption.REPLACE_EXISTING);
      return checker.check(FileSource.open(file)) instanceof PictureCheck.Accepted;
    } catch (RefusedException e) {
      throw new IOException("the demo's picture was not read", e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Report deployment() throws UserError, IOException {
    Optional<StackOutputs> stack = Optional.empty();
    if (outputs.isPresent()) {
      stack = Optional.of(read(outputs.get()));
    }
    URI page = page(stack);
    Web web = new Web();
    List<Check> checks = new ArrayList<>();
    checks.add(new PageCheck(web, page));
    checks.add(new ApiCheck(web, page, ShareId.random(new SecureRandom()).value()));
    if (stack.isEmpty()) {
      return Report.of(checks);
    }
    StackOutputs known = stack.get();
    known.bucket("UploadsBucket").ifPresent(b -> checks.add(new BucketCheck(web, b, page, "PUT")));
    known.bucket("ResultsBucket").ifPresent(b -> checks.add(new BucketCheck(web, b, page, "GET")));
    try (AwsClients clients = AwsClients.ofEnvironment()) {
      checks.add(new DeadLettersCheck(clients::sqs, known.deadLetters()));
      return Report.of(checks);
    }
  }

  private static StackOutputs read(Path file) throws UserError, IOException {
    try {
      StackOutputs read = StackOutputs.read(file);
      if (read.page().isPresent()) {
        return read;
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UserError(noOutputs(file), e);
    }
    throw new UserError(noOutputs(file));
  }

  private static String noOutputs(Path file) {
    return file
        + " has no output Page: give what aws cloudformation describe-stacks --stack-name NAME"
        + " prints";
  }

  private URI page(Optional<StackOutputs> stack) throws UserError {
    URI given = url.or(() -> stack.flatMap(StackOutputs::page)).orElseThrow();
    boolean web = "https".equals(given.getScheme()) || "http".equals(given.getScheme());
    if (!web || given.getHost() == null) {
      throw new UserError("--url is an address such as https://idols.example, not " + given);
    }
    return given;
  }
}
