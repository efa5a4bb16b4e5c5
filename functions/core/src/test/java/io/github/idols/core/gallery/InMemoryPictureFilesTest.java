package io.github.idols.core.gallery;

class InMemoryPictureFilesTest extends PictureFilesContract {
  private final InMemoryPictureFiles files = new InMemoryPictureFiles();

  @Override
  protected PictureFiles files() {
    return files;
  }

  @Override
  protected void put(PictureKey picture, byte[] bytes) {
    files.put(picture, bytes);
  }
}
