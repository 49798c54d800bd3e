"""Bytes to characters: byte-order marks, UTF-8, and a guess for the rest."""

import codecs
import re

from applykit.errors import Problem
from applykit.files import failure

# Longest mark first: UTF-32's little-endian mark begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SAMPLE = 64 * 1024
MOST_CONTROLS = 0.02  # share of control bytes from which on a file is no text
NOT_TEXT = "holds no text that can be read; it looks like a program, a picture or another binary file."
TEXT_REMEDY = "Give the posting as text, HTML, Word (.docx), PDF or e-mail (.eml)."


def decode_text(data: bytes, *, file: str | None = None, charset: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The characters of a text file and a warning when its encoding had to be guessed.

    Tried in order: a byte-order mark, UTF-8, the `charset` that the format declares, what the bytes look like.
    """
    for mark, codec in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), ()
    data = widen(data)
    if looks_binary(data):
        raise failure(NOT_TEXT, TEXT_REMEDY, file=file)
    text = decode_strictly(data, "utf-8") or decode_strictly(data, charset)
    if text is not None:
        return text, ()
    return guess_text(data, file=file)


def widen(data: bytes) -> bytes:
    """UTF-16 without a mark is told by its zero bytes, every second one, and becomes UTF-8."""
    sample = data[:SAMPLE]
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[first::2].count(0)
        if len(sample) >= 8 and zeros > 0.4 * len(sample[first::2]) and sample[1 - first :: 2].count(0) * 20 < zeros:
            return data.decode(codec, "replace").encode("utf-8")
    return data


def looks_binary(data: bytes) -> bool:
    """Whether a share of control bytes says that this is no text."""
    sample = data[:SAMPLE]
    return len(CONTROL.findall(sample)) > MOST_CONTROLS * len(sample)


def decode_strictly(data: bytes, charset: str | None) -> str | None:
    """The text in that encoding, or None when it does not fit or is not known."""
    if not charset:
        return None
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


def guess_text(data: bytes, *, file: str | None) -> tuple[str, tuple[Problem, ...]]:
    """The text in the most likely encoding, with a warning that names it."""
    codec = "cp1252" if looks_western(data[:SAMPLE]) else detect(data[:SAMPLE])
    remedy = "Save it as UTF-8 if characters look wrong."
    warning = Problem(f"is not UTF-8; it was read as {codec}.", remedy, file=file, warning=True)
    return data.decode(codec, "replace"), (warning,)


def looks_western(sample: bytes) -> bool:
    """Whether Windows-1252 gives a text of mostly plain letters, with few others and none that it does not define.

    What is on the web and in mail without being UTF-8 is that nearly always, and short texts hold too little to detect.
    """
    others = sum(byte > 127 for byte in sample)
    return others * 5 <= len(sample) and decode_strictly(sample, "cp1252") is not None


def detect(sample: bytes) -> str:
    """The encoding that the statistics of the bytes speak for."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
