package io.github.idols.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A job as the API tells it.
 *
 * @param state {@code uploading}, {@code recognizing}, {@code rendering}, {@code done}, {@code
 *     refused} or {@code failed}
 * @param reason why it was refused or failed; empty otherwise
 * @param frames of the video; 0 before it is planned
 * @param frameRate frames a second; 0 before it is planned
 * @param links by name, as the API has them
 */
public record VideoStatus(
    String state,
    String reason,
    long frames,
    double frameRate,
    List<Chunk> chunks,
    Map<String, URI> links) {
  public VideoStatus {
    chunks = List.copyOf(chunks);
    links = Map.copyOf(links);
  }

  /** A chunk and what is done of it; its length in seconds. */
  public record Chunk(double seconds, boolean recognized, boolean rendered) {}

  /** Whether nothing more will happen. */
  public boolean isFinal() {
    return List.of("done", "refused", "failed").contains(state);
  }

  /** Frames whose faces are known, roughly. */
  public long recognizedFrames() {
    return frames(chunks.stream().filter(Chunk::recognized).toList());
  }

  /** Frames that are drawn, roughly. */
  public long renderedFrames() {
    return frames(chunks.stream().filter(Chunk::rendered).toList());
  }

  private long frames(List<Chunk> done) {
    if (done.size() == chunks.size()) {
      return done.isEmpty() ? 0 : frames;
    }
    return Math.min(
        frames, Math.round(done.stream().mapToDouble(Chunk::seconds).sum() * frameRate));
  }

  static VideoStatus of(JsonNode video) {
    Map<String, URI> links = new HashMap<>();
    video
        .path("links")
        .properties()
        .forEach(link -> links.put(link.getKey(), URI.create(link.getValue().asText())));
    return new VideoStatus(
        video.path("state").asText(),
        video.path("reason").asText(""),
        video.path("video").path("frames").asLong(),
        video.path("video").path("frameRate").asDouble(),
        StreamSupport.stream(video.path("chunks").spliterator(), false)
            .map(
                chunk ->
                    new Chunk(
                        chunk.path("end").asDouble() - chunk.path("start").asDouble(),
                        chunk.path("recognized").asBoolean(),
                        chunk.path("rendered").asBoolean()))
            .toList(),
        links);
  }
}
