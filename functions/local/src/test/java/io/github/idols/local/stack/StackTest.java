package io.github.idols.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.local.client.RefusedRequestException;
import io.github.idols.local.client.StackClient;
import io.github.idols.local.client.StackClient.NewJob;
import io.github.idols.local.client.VideoStatus;
import io.github.idols.local.demo.DemoMaker;
import io.github.idols.local.demo.DemoMedia;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole stack, with the handlers that AWS will run and real networks. */
@Timeout(300)
class StackTest {
  private static DemoMedia demo;
  private Path data;

  @BeforeAll
  static void film(@TempDir Path folder) throws IOException {
    demo = new DemoMaker().make(folder, frames -> {});
  }

  @BeforeEach
  void begin(@TempDir Path folder) {
    data = folder;
  }

  @Test
  void refusesATextFileAndLabelsTwoVideosAtTheSameTime() throws Exception {
    try (Stack stack = start()) {
      StackClient client = new StackClient(stack.address());
      StackClient.Owned gallery = gallery(client);
      Path lyrics = Files.writeString(data.resolve("lyrics.mp4"), "la la la\n".repeat(500));

      NewJob refused = upload(client, lyrics, gallery);
      NewJob first = upload(client, demo.video(), gallery);
      NewJob second = upload(client, demo.video(), gallery);

      VideoStatus no = ended(client, refused);
      assertEquals("refused", no.state());
      assertTrue(no.reason().matches("[A-Z][^\\n]{20,}[.]"), no.reason());
      String csv = csv(client, first);
      assertTrue(csv.lines().count() > 100, csv);
      assertEquals(csv, csv(client, second));
    }
  }

  @Test
  void whatIsDeletedLeavesNoFile() throws Exception {
    try (Stack stack = start()) {
      StackClient client = new StackClient(stack.address());
      StackClient.Owned gallery = gallery(client);
      NewJob job = upload(client, demo.video(), gallery);
      assertEquals("done", ended(client, job).state());
      assertFalse(files(job.id()).isEmpty());

      client.deleteJob(new StackClient.Owned(job.id(), job.secret()));

      assertEquals(List.of(), files(job.id()));
      assertThrows(RefusedRequestException.class, () -> client.share(job.share()));
    }
  }

  @Test
  void whatWasUnderWayWhenItStoppedGoesOnAtTheNextStart() throws Exception {
    String share;
    try (Stack stack = start()) {
      StackClient client = new StackClient(stack.address());
      share = upload(client, demo.video(), gallery(client)).share();
      while (client.share(share).recognizedFrames() == 0) {
        Thread.sleep(20);
      }
    }
    try (Stack stack = start()) {
      assertEquals("done", ended(new StackClient(stack.address()), share).state());
    }
  }

  @Test
  void oneStackAtATimeUsesAFolderAndTheOtherIsToldWhereItIs() throws Exception {
    try (Stack stack = start()) {
      String said = refusal(data.resolve("state"), 0);
      assertTrue(said.contains("already running at " + stack.address()), said);
    }
    start().close();
  }

  @Test
  void saysWhichPortIsInUseAndLeavesTheFolderFree() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      String said = refusal(data.resolve("state"), port);
      assertTrue(said.startsWith("port " + port + " is in use: "), said);
    }
    start().close();
  }

  private Stack start() throws StackException {
    return Stack.start(data.resolve("state"), 0, 2);
  }

  private static String refusal(Path folder, int port) {
    return String.valueOf(
        assertThrows(StackException.class, () -> Stack.start(folder, port, 1)).getMessage());
  }

  private static StackClient.Owned gallery(StackClient client) throws Exception {
    StackClient.Owned gallery = client.createGallery("Demo");
    try (Stream<Path> people = Files.list(demo.gallery())) {
      for (Path person : people.toList()) {
        String id = client.addPerson(gallery, String.valueOf(person.getFileName()));
        try (Stream<Path> pictures = Files.list(person)) {
          client.addPictures(gallery, id, pictures.sorted().limit(3).toList());
        }
      }
    }
    while (client.gallery(gallery).orElseThrow().count("waiting") > 0) {
      Thread.sleep(50);
    }
    return gallery;
  }

  private static NewJob upload(StackClient client, Path video, StackClient.Owned gallery)
      throws IOException {
    NewJob job = client.createJob(video, gallery);
    client.upload(job, video, bytes -> {});
    return job;
  }

  private static VideoStatus ended(StackClient client, NewJob job) throws Exception {
    return ended(client, job.share());
  }

  private static VideoStatus ended(StackClient client, String share) throws Exception {
    VideoStatus status = client.share(share);
    while (!status.isFinal()) {
      Thread.sleep(50);
      status = client.share(share);
    }
    return status;
  }

  private String csv(StackClient client, NewJob job) throws Exception {
    VideoStatus status = ended(client, job);
    assertEquals("done", status.state(), status.reason());
    Path file = data.resolve(job.id() + ".csv");
    client.fetch(Objects.requireNonNull(status.links().get("csv")), file);
    return Files.readString(file);
  }

  /** Of the job, wherever the stack keeps them. */
  private List<Path> files(String job) throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("state"))) {
      return files.filter(file -> file.toString().contains(job)).toList();
    }
  }
}
