package io.github.idols.core.label;

import java.nio.file.Path;

/**
 * A labelled chunk that has been written.
 *
 * @param file an MP4 file without sound; its timestamps begin at 0
 * @param firstPts presentation timestamp of its first frame in the source, in ticks of the source's
 *     time base
 * @param frames how many frames it holds
 */
public record RenderedChunk(Path file, long firstPts, long frames) {}
