package io.github.idols.local.stack;

import io.github.idols.cloud.AwsClients;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.S3SitePage;
import io.github.idols.cloud.Settings;
import io.github.idols.cloud.TableDefinitions;
import io.github.idols.core.job.ForgetJobs;
import io.github.idols.core.job.ResumeJobs;
import io.github.idols.emulators.EmulatorException;
import io.github.idols.emulators.LocalCredentials;
import io.github.idols.local.web.Site;
import io.github.idols.local.web.WebServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The whole product on this machine, on 127.0.0.1 only. What a stack before it left undone goes on
 * at once. Everything is kept in one folder, which one stack at a time may use.
 */
public final class Stack implements AutoCloseable {
  private final URI address;
  private final Parts parts;

  private Stack(URI address, Parts parts) {
    this.address = address;
    this.parts = parts;
  }

  /**
   * Starts it.
   *
   * @param data the folder; made where it is missing
   * @param port of the page; S3 takes the next one. 0 for free ones
   * @param workers how much heavy work is done at a time
   * @throws StackException when it cannot run, with what to do about it
   */
  public static Stack start(Path data, int port, int workers) throws StackException {
    Parts parts = new Parts();
    try {
      StateFolder state = parts.add(StateFolder.take(data));
      WebServer web = parts.add(bind(port));
      Servers servers = parts.add(Servers.start(state, port == 0 ? 0 : port + 1, web));
      Cloud cloud = parts.add(cloud(servers));
      createTables(cloud);
      Functions functions = parts.add(Functions.start(cloud, servers, state, workers));
      servers.onCreated(functions::arrived);
      new ForgetJobs(cloud.jobs(), cloud.jobFiles(), Clock.systemUTC()).forget();
      resume(cloud, functions);
      Site site = new Site(Stack.class.getClassLoader(), "site");
      publish(cloud, site);
      web.start(site, functions.api(), new FeaturedGalleries(state.path())::config, servers.s3());
      state.announce(web.address());
      return new Stack(web.address(), parts);
    } catch (EmulatorException e) {
      parts.close();
      throw new StackException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      parts.close();
      throw new StackException("the stack could not start (" + e.getMessage() + ")", e);
    } catch (StackException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** Of the page. */
  public URI address() {
    return address;
  }

  /** Stops it. Work that is under way is done again by the next one on the folder. */
  @Override
  public void close() {
    parts.close();
  }

  private static WebServer bind(int port) throws StackException, IOException {
    try {
      return WebServer.bind(port);
    } catch (BindException e) {
      throw new StackException(
          "port " + port + " is in use: stop what uses it, or give another one by --port", e);
    }
  }

  private static Cloud cloud(Servers servers) {
    LocalCredentials local = LocalCredentials.DEFAULT;
    AwsClients clients =
        AwsClients.of(
            new AwsClients.Servers(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(local.accessKey(), local.secretKey())),
                LocalCredentials.REGION,
                servers.s3(),
                servers.sqs(),
                servers.dynamo()));
    return new Cloud(
        clients,
        Settings.of(
            Map.of(
                Settings.Name.UPLOADS_BUCKET, Servers.UPLOADS,
                Settings.Name.RESULTS_BUCKET, Servers.RESULTS,
                Settings.Name.SITE_BUCKET, Servers.SITE,
                Settings.Name.JOBS_TABLE, Servers.JOBS,
                Settings.Name.GALLERIES_TABLE, Servers.GALLERIES,
                Settings.Name.RECOGNIZE_QUEUE_URL, servers.recognize().url(),
                Settings.Name.RENDER_QUEUE_URL, servers.render().url(),
                Settings.Name.STITCH_QUEUE_URL, servers.stitch().url())));
  }

  private static void createTables(Cloud cloud) {
    TableDefinitions.createJobs(cloud.clients().dynamo(), Servers.JOBS);
    TableDefinitions.createGalleries(cloud.clients().dynamo(), Servers.GALLERIES);
  }

  /** Puts the page where the API reads it, as whoever deploys does. */
  private static void publish(Cloud cloud, Site site) {
    cloud
        .clients()
        .s3()
        .putObject(
            put -> put.bucket(Servers.SITE).key(S3SitePage.KEY).contentType("text/html"),
            RequestBody.fromBytes(site.page()));
  }

  private static void resume(Cloud cloud, ResumeJobs.Again again) throws IOException {
    new ResumeJobs(
            cloud.jobs(),
            cloud.jobFiles(),
            cloud.tasks(),
            cloud.galleries(),
            cloud.pictureFiles(),
            again)
        .resume();
    cloud.fancams(cloud.tasks()).resume();
  }
}
