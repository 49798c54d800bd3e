"""Repairs of single characters: broken encodings, ligatures, odd spaces, bullets."""

import re
import unicodedata

LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

# The bytes 0x80 to 0xBF, which follow a leading byte in UTF-8, as Windows-1252 and Mac Roman show them.
WINDOWS_LATER = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0))
MAC_LATER = bytes(range(0x80, 0xC0)).decode("mac_roman")
WINDOWS_RUN = re.compile(
    f"(?:[Â-ß][{re.escape(WINDOWS_LATER)}]|[à-ï][{re.escape(WINDOWS_LATER)}]{{2}}"
    f"|[ð-ô][{re.escape(WINDOWS_LATER)}]{{3}})+"
)
MAC_RUN = re.compile(f"(?:[¬√≈][{re.escape(MAC_LATER)}]|[‚„‰ÂÊÁËÈÍÎÏÌ][{re.escape(MAC_LATER)}]{{2}})+")
# A right double quote loses its last byte on the way: what is left of it means a closing quote.
CUT_QUOTE = re.compile("â€(?=[\\s.,;:!?)]|$)", re.MULTILINE)

RUN = re.compile(r"(.)\1{99,}", re.DOTALL)
RUN_LEFT = 20
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
ODD_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800]")
LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
LIGATURE = re.compile("[\ufb00-\ufb06]")
# Symbol fonts put their bullets into the private use area; these stand at the beginning of lines.
BULLET = re.compile(
    "^[ \t]*(?:[\ue000-\uf8ff•●○◦∙⁃▪▫■□◆◇►▶▸‣➢➤➔→✓✔✅☑❖★☆⮚⦁∎🔹🔸👉·¨§Ø\uf0b7]|[oO](?=\t| {2,}))[ \t]*(?=\\S)",
    re.MULTILINE,
)
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
MID_BULLET = re.compile("[ \t]{0,20}[•●▪■◆►▶‣➢➤❖⦁\ue000-\uf8ff][ \t]*")
LOST_BULLET = re.compile(r"^[ \t]*\?[ \t]+(?=[A-Z0-9])", re.MULTILINE)
LOST_APOSTROPHE = re.compile(r"(?<=[A-Za-z]{2}) s (?=[a-z])")
LOST_QUOTE = re.compile("\ufffd(?=(?:s|t|re|ve|ll|d|m)\\b)")


def unify_line_ends(text: str) -> str:
    """Every kind of line end becomes a newline."""
    return LINE_ENDS.sub("\n", text)


def shorten_runs(text: str) -> str:
    """A character that comes a hundred times in a row, as in lines drawn with dots, comes twenty times."""
    return RUN.sub(lambda found: found[1] * RUN_LEFT, text)


def replace_mojibake(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 or Mac Roman, up to twice over."""
    for _ in range(2):
        repaired = WINDOWS_RUN.sub(lambda run: decode_again(run[0], "cp1252"), text)
        repaired = MAC_RUN.sub(lambda run: decode_again(run[0], "mac_roman"), repaired)
        if repaired == text:
            break
        text = repaired
    return CUT_QUOTE.sub("”", text)


def decode_again(run: str, codec: str) -> str:
    """The run read as UTF-8 where its bytes are that; else the run itself."""
    data = b"".join(byte_of(character, codec) for character in run)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return run


def byte_of(character: str, codec: str) -> bytes:
    """The byte a character stood for; Windows-1252 leaves five bytes undefined, which pass as they are."""
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        return character.encode("latin-1")


def strip_invisible(text: str) -> str:
    """Take out control, zero-width and direction characters, soft hyphens and lone surrogates."""
    return INVISIBLE.sub("", text)


def replace_ligatures(text: str) -> str:
    """Write the typesetter's ligatures as letters."""
    return LIGATURE.sub(lambda found: LIGATURES[found[0]], text)


def replace_odd_spaces(text: str) -> str:
    """Tabs, no-break, narrow and wide spaces become plain spaces."""
    return ODD_SPACES.sub(" ", text)


def replace_bullets(text: str) -> str:
    """Bullets of every font become "• "; what is left of the private use area goes."""
    text = BULLET.sub("• ", text)
    return PRIVATE.sub(" ", MID_BULLET.sub(lambda found: "• " if found.start() == 0 else " • ", text)).replace(
        "\n • ", "\n• "
    )


def replace_lost_marks(text: str) -> str:
    """Question marks and gaps that stand where a bullet or an apostrophe was lost become what they were."""
    text = LOST_BULLET.sub("• ", text) if len(LOST_BULLET.findall(text)) > 1 else text
    return LOST_QUOTE.sub("’", LOST_APOSTROPHE.sub("’s ", text))
