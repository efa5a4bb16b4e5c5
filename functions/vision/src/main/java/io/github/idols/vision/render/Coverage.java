package io.github.idols.vision.render;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fills outlines: how much of each pixel lies inside a shape.
 *
 * <p>Plain Java, so that the same text gives the same pixels on every machine and the JDK's
 * graphics libraries need not be there. Pixels are exact from left to right; from top to bottom
 * they are sampled by {@link #SLICES} lines.
 */
final class Coverage {
  private static final int SLICES = 8;
  private static final double FLATNESS = 0.05;

  /** A straight piece of outline, {@code top < bottom}; {@code winding} is +1 downwards. */
  private record Edge(double x, double top, double bottom, double slope, int winding) {
    double xAt(double y) {
      return x + (y - top) * slope;
    }
  }

  private record Crossing(double x, int winding) {}

  private Coverage() {}

  /**
   * Fills a shape by the non-zero rule.
   *
   * @return {@code width * height} shares from 0 to 1, rows from the top; what lies outside of the
   *     area is cut off
   */
  static float[] of(Shape shape, int width, int height) {
    float[] shares = new float[width * height];
    List<Edge> edges = edges(shape);
    List<Crossing> crossings = new ArrayList<>();
    for (int slice = 0; slice < height * SLICES; slice++) {
      double y = (slice + 0.5) / SLICES;
      crossings.clear();
      for (Edge edge : edges) {
        if (edge.top <= y && y < edge.bottom) {
          crossings.add(new Crossing(edge.xAt(y), edge.winding));
        }
      }
      crossings.sort((a, b) -> Double.compare(a.x, b.x));
      int winding = 0;
      for (int i = 0; i + 1 < crossings.size(); i++) {
        winding += crossings.get(i).winding;
        if (winding != 0) {
          span(shares, slice / SLICES * width, width, crossings.get(i).x, crossings.get(i + 1).x);
        }
      }
    }
    return shares;
  }

  private static void span(float[] shares, int row, int width, double from, double to) {
    double left = Math.max(0, from);
    double right = Math.min(width, to);
    for (int x = (int) left; x < right; x++) {
      double covered = Math.min(right, x + 1.0) - Math.max(left, x);
      shares[row + x] = Math.min(1, shares[row + x] + (float) (covered / SLICES));
    }
  }

  private static List<Edge> edges(Shape shape) {
    List<Edge> edges = new ArrayList<>();
    double[] point = new double[6];
    double[] start = new double[2];
    double[] pen = new double[2];
    for (PathIterator path = shape.getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
      switch (path.currentSegment(point)) {
        case PathIterator.SEG_MOVETO -> {
          addEdge(edges, pen, start);
          start = Arrays.copyOf(point, 2);
        }
        case PathIterator.SEG_LINETO -> addEdge(edges, pen, point);
        default -> addEdge(edges, pen, start);
      }
      pen = path.currentSegment(point) == PathIterator.SEG_CLOSE ? start : Arrays.copyOf(point, 2);
    }
    addEdge(edges, pen, start);
    return edges;
  }

  private static void addEdge(List<Edge> edges, double[] a, double[] b) {
    if (a[1] != b[1]) {
      boolean down = a[1] < b[1];
      double[] top = down ? a : b;
      double[] bottom = down ? b : a;
      double slope = (bottom[0] - top[0]) / (bottom[1] - top[1]);
      edges.add(new Edge(top[0], top[1], bottom[1], slope, down ? 1 : -1));
    }
  }
}
