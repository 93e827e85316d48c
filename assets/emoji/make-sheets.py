#!/usr/bin/env python3
"""Makes the emoji sheets (sheet-NN.png) and their list (emoji.tsv) beside this script.

    make-sheets.py EMOJI_DATA CLDR_ANNOTATIONS

EMOJI_DATA is the unpacked package `emoji-datasource-twitter` (emoji.json, img/twitter/64/), CLDR_ANNOTATIONS the file
`annotations/en/annotations.json` of the package `cldr-annotations-full`. Needs Pillow and pngquant. The same input gives the
same output. What the list means is in ../README.md.
"""

import json
import pathlib
import subprocess
import sys

from PIL import Image

TILE = 64
SIDE = 8
KEEPS_ORIGINAL = 99  # what pngquant answers when 256 colours would show
HERE = pathlib.Path(__file__).resolve().parent
CATEGORIES = {
    "Smileys & Emotion": "people",
    "People & Body": "people",
    "Animals & Nature": "animals",
    "Food & Drink": "food",
    "Travel & Places": "travel",
    "Activities": "activities",
    "Objects": "objects",
    "Symbols": "symbols",
    "Flags": "flags",
}
TONES = {"1F3FB": "light", "1F3FC": "medium-light", "1F3FD": "medium", "1F3FE": "medium-dark", "1F3FF": "dark"}


def sequence(unified):
    return "".join(chr(int(point, 16)) for point in unified.split("-"))


def keywords(emoji, annotations):
    """Words to search for, each once: the other short names, the name, CLDR's keywords."""
    # CLDR's keys are without the variation selector
    known = annotations.get(sequence(emoji["unified"]).replace("\ufe0f", ""), {})
    texts = [*emoji["short_names"][1:], emoji["name"], *known.get("tts", []), *known.get("default", [])]
    words = (word.strip(".,:;()[]{}|“”‘’\"!?&").lower() for text in texts for word in text.split())
    return " ".join(dict.fromkeys(word for word in words if word and word != emoji["short_name"])) or emoji["short_name"]


def rows(data, annotations):
    """The emoji in the order of the picker, then the skin tones in the same order: (sequence, image, columns of the list)."""
    order = list(CATEGORIES)
    base = [emoji for emoji in data if emoji["category"] in CATEGORIES and emoji["has_img_twitter"]]
    base.sort(key=lambda emoji: (order.index(emoji["category"]), emoji["sort_order"]))
    plain = [
        (sequence(emoji["unified"]), emoji["image"], CATEGORIES[emoji["category"]], emoji["short_name"],
         keywords(emoji, annotations))
        for emoji in base
    ]
    toned = [
        (sequence(variant["unified"]), variant["image"], "-", emoji["short_name"], " ".join(TONES[t] for t in tones.split("-")))
        for emoji in base
        for tones, variant in emoji.get("skin_variations", {}).items()
        if variant["has_img_twitter"]
    ]
    return plain, toned


def main(emoji_data, cldr):
    emoji_data = pathlib.Path(emoji_data)
    data = json.loads((emoji_data / "emoji.json").read_text("utf-8"))
    annotations = json.loads(pathlib.Path(cldr).read_text("utf-8"))["annotations"]["annotations"]
    for old in HERE.glob("sheet-*.png"):
        old.unlink()
    sheet = 0
    lines = []
    for group in rows(data, annotations):
        for start in range(0, len(group), SIDE * SIDE):
            picture = Image.new("RGBA", (SIDE * TILE, SIDE * TILE))
            for place, (text, image, category, name, words) in enumerate(group[start:start + SIDE * SIDE]):
                row, column = divmod(place, SIDE)
                with Image.open(emoji_data / "img/twitter/64" / image) as tile:
                    picture.paste(tile.convert("RGBA"), (column * TILE, row * TILE))
                lines.append("\t".join([text, str(sheet), str(column), str(row), category, name, words]))
            file = HERE / f"sheet-{sheet:02}.png"
            picture.save(file, optimize=True)
            quantised = subprocess.run(["pngquant", "--quality=70-100", "--speed=1", "--force", "--output", file, file])
            if quantised.returncode not in (0, KEEPS_ORIGINAL):
                sys.exit(f"pngquant failed on {file}")
            sheet += 1
    (HERE / "emoji.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} emoji, {sheet} sheets, {sum(f.stat().st_size for f in HERE.glob('sheet-*.png'))} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
