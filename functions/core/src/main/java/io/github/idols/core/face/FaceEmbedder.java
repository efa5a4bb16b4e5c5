package io.github.idols.core.face;

import io.github.idols.core.video.Frame;

/** Turns faces into embeddings. Not safe for use by several threads: each worker has its own. */
public interface FaceEmbedder extends AutoCloseable {
  /** Cuts a face out of a frame, ready to be embedded later when the frame is gone. */
  AlignedFace align(Frame frame, Landmarks landmarks);

  /** The embedding of a face. */
  Embedding embed(AlignedFace face);

  @Override
  void close();
}
