package io.github.idols.core.face;

/**
 * An upright rectangle in a picture, in pixels of that picture; it may reach over the edges.
 *
 * @param x left edge
 * @param y top edge
 * @param width from left to right, at least 0
 * @param height from top to bottom, at least 0
 */
public record Box(double x, double y, double width, double height) {
  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public double area() {
    return width * height;
  }

  /** Area that both share, in square pixels. */
  public double intersection(Box other) {
    double w = Math.min(right(), other.right()) - Math.max(x, other.x);
    double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return w <= 0 || h <= 0 ? 0 : w * h;
  }

  /** Intersection over union (Jaccard index), 0 to 1. */
  public double iou(Box other) {
    double shared = intersection(other);
    double union = area() + other.area() - shared;
    return union <= 0 ? 0 : shared / union;
  }

  /**
   * The box between this one ({@code t} = 0) and another ({@code t} = 1), by linear interpolation.
   */
  public Box lerp(Box other, double t) {
    return new Box(
        x + (other.x - x) * t,
        y + (other.y - y) * t,
        width + (other.width - width) * t,
        height + (other.height - height) * t);
  }

  /** The same box in a picture that is {@code sx} times as wide and {@code sy} times as high. */
  public Box scale(double sx, double sy) {
    return new Box(x * sx, y * sy, width * sx, height * sy);
  }
}
