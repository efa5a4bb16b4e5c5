package io.github.idols.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which labels are to be scored, and how.
 *
 * @param files truth and labels, truth and labels, ...
 * @param beside other labels of each pair's video to be shown beside, or none at all
 * @param every only frames whose number is divisible by it count
 * @param frameRate frames a second of all videos, where the labels are not to tell
 * @param shots a labels.json for each pair, or none at all
 * @param page the HTML file to write, if any
 * @param videos a video for each pair, or none at all: pictures for the page
 */
record EvaluateRequest(
    List<Path> files,
    List<Path> beside,
    int every,
    Optional<Double> frameRate,
    List<Path> shots,
    Optional<Path> page,
    List<Path> videos) {
  EvaluateRequest {
    files = List.copyOf(files);
    beside = List.copyOf(beside);
    shots = List.copyOf(shots);
    videos = List.copyOf(videos);
  }

  /** How many clips. */
  int clips() {
    return files.size() / 2;
  }

  Path truth(int clip) {
    return files.get(2 * clip);
  }

  Path labels(int clip) {
    return files.get(2 * clip + 1);
  }

  /**
   * Says what does not fit together.
   *
   * @throws UserError when something does not
   */
  void check() throws UserError {
    if (every < 1) {
      throw new UserError("--every is at least 1, not " + every);
    }
    if (frameRate.isPresent() && !(frameRate.get() > 0 && frameRate.get() <= 1000)) {
      throw new UserError("--fps is between 0 and 1000, not " + frameRate.get());
    }
    if (files.size() % 2 != 0) {
      throw new UserError(
          files.size()
              + " files are no pairs: name a TRUTH.csv and a LABELS.csv for each video, in turns");
    }
    checkCount("--beside", beside);
    checkCount("--shots", shots);
    checkCount("--video", videos);
    if (!videos.isEmpty() && page.isEmpty()) {
      throw new UserError("--video is for the pictures on the page: add --html FILE");
    }
    if (page.isPresent() && Files.isDirectory(page.get())) {
      throw new UserError("--html " + page.get() + " is a folder: name the file to write");
    }
  }

  private void checkCount(String option, List<Path> given) throws UserError {
    if (!given.isEmpty() && given.size() != clips()) {
      throw new UserError(
          option
              + " is there "
              + given.size()
              + " times for "
              + clips()
              + " videos: give it for each of them, in their order, or for none");
    }
  }
}
