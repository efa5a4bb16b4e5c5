"""Labels a video by the original tool's flow, for comparison: dlib's HOG face detector, dlib's 128-d embeddings
(the face_recognition package), and the rule "a known face within the tolerance, the least distance decides".

usage: label.py VIDEO GALLERY LABELS.csv [--every N] [--tolerance T] [--double K]

GALLERY has a folder of pictures for each person. LABELS.csv gets frame,x,y,w,h,name for the frames whose number is
divisible by N. Frames are looked at as they are; --double 1 doubles them first, as face_recognition does unless told
otherwise: it then finds faces from 40 pixels on rather than 80, at about three times the time.
"""
import argparse
import csv
import pathlib
import sys
import unicodedata
import warnings

warnings.filterwarnings("ignore")  # pkg_resources says in many lines that it is old
import av
import face_recognition
import numpy

PICTURES = {".jpg", ".jpeg", ".png", ".webp"}


def known_faces(gallery):
    """The names and embeddings of all pictures in which there is a face; of several faces the largest counts."""
    names, embeddings = [], []
    for person in sorted(p for p in gallery.iterdir() if p.is_dir() and not p.name.startswith(".")):
        for file in sorted(person.iterdir()):
            if file.name.startswith(".") or file.suffix.lower() not in PICTURES:
                continue
            picture = face_recognition.load_image_file(file)
            faces = face_recognition.face_locations(picture)
            if not faces:
                print(f"no face found: {person.name}/{file.name}", file=sys.stderr)
                continue
            largest = max(faces, key=lambda f: (f[2] - f[0]) * (f[1] - f[3]))
            embeddings.append(face_recognition.face_encodings(picture, [largest])[0])
            names.append(unicodedata.normalize("NFC", person.name).strip())
    return names, numpy.array(embeddings)


def label(video, names, known, tolerance, every, double, out):
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["frame", "x", "y", "w", "h", "name"])
    with av.open(str(video)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number % every:
                continue
            picture = frame.to_ndarray(format="rgb24")
            faces = face_recognition.face_locations(picture, number_of_times_to_upsample=double)
            embeddings = face_recognition.face_encodings(picture, faces)
            for (top, right, bottom, left), embedding in sorted(zip(faces, embeddings), key=lambda f: f[0][3]):
                distances = face_recognition.face_distance(known, embedding)
                least = int(numpy.argmin(distances))
                name = names[least] if distances[least] <= tolerance else "unknown"
                rows.writerow([number, left, top, right - left, bottom - top, name])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("video", type=pathlib.Path)
    options.add_argument("gallery", type=pathlib.Path)
    options.add_argument("labels", type=pathlib.Path)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--tolerance", type=float, default=0.6)
    options.add_argument("--double", type=int, default=0)
    given = options.parse_args()
    names, known = known_faces(given.gallery)
    if not names:
        sys.exit(f"the original flow finds no face in the gallery {given.gallery}")
    with open(given.labels, "w", newline="", encoding="utf-8") as out:
        label(given.video, names, known, given.tolerance, given.every, given.double, out)


if __name__ == "__main__":
    main()
