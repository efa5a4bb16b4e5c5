package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.json.JsonWriter;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes labels as {@code labels.json}; docs/labels.md describes every field. */
public final class LabelsJson {
  /** Raised when a field changes its meaning or goes; not when one is added. */
  public static final int VERSION = 1;

  private LabelsJson() {}

  /**
   * Writes the labels of one video as one JSON object, as a stream.
   *
   * @throws IOException when {@code out} cannot be written
   */
  public static void write(Labels labels, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.beginObject().name("version").value(VERSION).lineFeed();
    video(labels, json);
    frameTimes(labels.framePts(), json);
    json.name("people").beginArray();
    for (String person : labels.people()) {
      json.value(person);
    }
    json.endArray().lineFeed();
    names(labels.names(), json);
    json.name("shots").beginArray();
    for (Shot shot : labels.shots()) {
      json.beginArray().value(shot.firstFrame()).value(shot.lastFrame()).endArray();
    }
    json.endArray().lineFeed();
    tracks(labels, json);
    json.endObject();
    out.append('\n');
  }

  private static void video(Labels labels, JsonWriter json) throws IOException {
    VideoInfo video = labels.video();
    json.name("video").beginObject();
    json.name("width").value(video.width());
    json.name("height").value(video.height());
    json.name("frames").value(labels.frames());
    json.name("duration").value(video.durationSeconds(), 6);
    rational("frameRate", video.frameRate(), json);
    rational("timeBase", video.timeBase(), json);
    json.name("codec").value(video.codec());
    json.name("audio").value(video.hasAudio());
    json.endObject().lineFeed();
  }

  /** Only where somebody has a second name: labels of others stay as they ever were. */
  private static void names(List<PersonNames> names, JsonWriter json) throws IOException {
    if (names.isEmpty()) {
      return;
    }
    json.name("names").beginArray();
    for (PersonNames each : names) {
      json.beginObject().name("name").value(each.name());
      script("korean", each.korean(), json);
      script("romanised", each.romanised(), json);
      script("english", each.english(), json);
      json.endObject();
    }
    json.endArray().lineFeed();
  }

  private static void script(String script, Optional<String> name, JsonWriter json)
      throws IOException {
    if (name.isPresent()) {
      json.name(script).value(name.get());
    }
  }

  private static void rational(String name, Rational value, JsonWriter json) throws IOException {
    json.name(name).beginArray().value(value.num()).value(value.den()).endArray();
  }

  /** Run-length coded steps: two numbers for a constant frame rate, exact for a variable one. */
  private static void frameTimes(List<Long> pts, JsonWriter json) throws IOException {
    json.name("frameTimes").beginObject();
    json.name("first").value(pts.isEmpty() ? 0 : pts.get(0));
    json.name("steps").beginArray();
    for (int i = 1; i < pts.size(); ) {
      long step = pts.get(i) - pts.get(i - 1);
      int end = i + 1;
      while (end < pts.size() && pts.get(end) - pts.get(end - 1) == step) {
        end++;
      }
      json.beginArray().value(step).value(end - i).endArray();
      i = end;
    }
    json.endArray().endObject().lineFeed();
  }

  private static void tracks(Labels labels, JsonWriter json) throws IOException {
    FrameTimes times = new FrameTimes(labels);
    json.name("tracks").beginArray();
    int id = 0;
    for (Label label : labels.labels()) {
      json.lineFeed().beginObject();
      json.name("id").value(id++);
      json.name("name").value(label.name());
      json.name("known").value(label.isKnown());
      if (label.stranger() > 0) {
        json.name("stranger").value(label.stranger());
      }
      json.name("confidence").value(label.confidence(), 3);
      json.name("firstFrame").value(label.track().firstFrame());
      json.name("lastFrame").value(label.track().lastFrame());
      json.name("start").value(times.start(label.track().firstFrame()), 6);
      json.name("end").value(times.end(label.track().lastFrame()), 6);
      json.name("boxes").beginArray();
      for (TrackBox at : label.track().boxes()) {
        Box box = at.box();
        json.beginArray().value(at.frame());
        json.value(box.x(), 1).value(box.y(), 1).value(box.width(), 1).value(box.height(), 1);
        json.endArray();
      }
      json.endArray().endObject();
    }
    json.endArray();
  }
}
