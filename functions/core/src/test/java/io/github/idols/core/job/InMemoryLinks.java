package io.github.idols.core.job;

import java.net.URI;
import java.time.Duration;

/** Addresses that lead nowhere, but tell whose they are. */
public final class InMemoryLinks implements Links {
  @Override
  public URI source(JobId id, VideoFile file, Duration valid) {
    return link(id, "source", valid);
  }

  @Override
  public URI provisional(JobId id, int chunk, Duration valid) {
    return link(id, "provisional/" + chunk, valid);
  }

  @Override
  public URI result(JobId id, ResultFile file, String saveAs, Duration valid) {
    return link(id, saveAs.replace(' ', '+'), valid);
  }

  private static URI link(JobId id, String what, Duration valid) {
    return URI.create("memory:/" + id + "/" + what + "?hours=" + valid.toHours());
  }
}
