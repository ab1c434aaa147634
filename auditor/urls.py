"""Which picture an image URL shows, told from the URL alone: host, size, crop, quality and format do not count.

The rules were measured on versions of one picture at many sites: such keys join 94 % of them, where merely dropping
the query joins 41 %. A key is evidence for the same picture; two different keys prove nothing.
"""

import base64
import binascii
import html
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

LONGEST = 4096
"""Characters of a URL that are looked at; `data:` URLs run to megabytes."""

NO_PICTURE = ("data:", "blob:", "about:", "javascript:", "#")
DESCRIPTOR = re.compile(r"\s[\d.]{1,8}[wx],?$")
SCHEME = 8
"""Characters of `https://`; what begins within them is the URL itself."""

MOST_FIELDS = 50
NESTED = re.compile(r"(?:https?:/{1,2}|(?<=[/=])www\.)(?=[^/])", re.I)
ENCODED = re.compile(r"/((?:aHR0c|eyJ)[\w/+=-]{16,})")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)
DASHES = 4
"""Of a UUID."""
HEX = re.compile(r"(?<![0-9a-z])(?=[a-f]*[0-9])[0-9a-f]{20,}(?![0-9a-z])", re.I)
NUMBER = re.compile(r"(?<!\d)\d{6,}(?!\d)")
EXTENSION = re.compile(r"(?:\.(?:jpe?g?|png|webp|avif|gif|jfif|tiff?|bmp|heic|svg|jxl))+$", re.I)
PROGRAM = re.compile(r"\.(?:php|aspx?|ashx|cgi|cms|dll|jsp)$", re.I)
# Names that image services give to a size or a crop: the vocabulary of URLs, the same in every language.
SIZE_NAME = (
    r"thumb(?:nail|s)?|small|medium|large|x?large|big|tiny|mini|full|orig(?:inal)?|master|scaled|square|wide|landscape"
    r"|portrait|mobile|desktop|tablet|teaser|hero|cover|crop(?:ped)?|resized?|retina|hd|webp|preview"
    r"|(?:article|super|small|medium|large|square|three|two|blog|video)[A-Z]\w{2,30}"
)
SIZE = r"\d{2,4}x\d{0,4}|x\d{2,4}|[wh][_=-]?\d{2,4}|\d{2,4}[wh]|q\d{2}|@[234]x|[234]x|\d{1,2}[x:-]\d{1,2}|e\d{10,13}"
RATIO = r"v?(?:1_1|2_1|2_3|3_2|3_4|4_3|4_5|5_4|9_16|16_9|16_10|21_9)|\d{3,4}-\d{2,3}|scale_\d"
MARK = re.compile(rf"(?:[-_.~,!]{{1,3}}|(?=@))(?:{RATIO}|(\d{{2,4}})_\1|{SIZE}|(?-i:{SIZE_NAME}))$", re.I)
WIDTH = re.compile(r"[-_~.](\d{3,4})$")
SIZE_SEGMENT = re.compile(
    rf"^(?:{SIZE}|{SIZE_NAME}|alternates|resizer?|unsafe|cache|images?|img|media|fit-in|filters:.*|\d{{1,4}}"
    r"|(?:[whcfqg]|ar|rs|fit|crop|width|height|quality|format|max|scale|resize)[_=:-].*|\w*[_-]\d{2,4}(?:x\d{2,4})?"
    r"|(?:[\w.]+,)+[\w.]+|\d+[:_x]\d+.*)$",
    re.I,
)
PLACEHOLDER = re.compile(
    r"^(?:(?:image|img|photo|picture)?[-_]?(?:placeholder|spacer|blank|pixel|transparent|lazy(?:load)?|loading|loader|"
    r"grey|gray|dummy|empty|no[-_]?(?:image|photo|picture)|default(?:[-_]?(?:image|img|thumbnail))?)[-_\d]*|1x1|clear)$",
    re.I,
)
SOURCE_FIELDS = frozenset({"url", "src", "image", "img", "u", "file", "source", "path", "imageurl", "image_url"})


def picture_keys(src: Iterable[str]) -> frozenset[str]:
    """The keys of all URLs of one image; `srcset` descriptors (`… 640w`) are dropped."""
    return _keys(tuple(src))


@lru_cache(maxsize=1024)  # many rules ask for the keys of one image
def _keys(src: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for url in src if (key := picture_key(url)))


@lru_cache(maxsize=4096)
def picture_key(url: str) -> str | None:
    """The key of one URL, equal for the versions of one picture; None for a placeholder or a URL that tells nothing."""
    url = html.unescape(url[:LONGEST]).strip()
    if len(url.split(None, 1)) > 1:
        url = DESCRIPTOR.sub("", url)
    if not url or unquote(url[:30]).lower().startswith(NO_PICTURE):
        return None
    return _key(_innermost(url.rstrip(",")))


def _innermost(url: str) -> str:
    """The URL that an image service was asked for; the URL itself where none is nested in it."""
    for _ in range(4):
        inner = _nested(url)
        if inner is None:
            break
        url = inner
    return url


def _nested(url: str) -> str | None:
    plain = _unquoted(url)
    if start := _last_nested(plain):
        inner = plain[start:]
        return inner if "?" in inner else inner.split("&", 1)[0]
    return _from_query(url) or _decoded(url)


def _last_nested(url: str) -> int:
    """Where the last URL within a URL begins; 0 where none does."""
    small = url[SCHEME:].lower()
    if "http" not in small and "www." not in small:  # as in most, told without trying a pattern at every letter
        return 0
    return max((start for match in NESTED.finditer(url) if (start := match.start()) >= SCHEME), default=0)


def _from_query(url: str) -> str | None:
    """The value of a field such as `url=` that holds the path of a picture."""
    query = url.partition("?")[2]
    if not ("." in query or "%" in query) or query.count("&") >= MOST_FIELDS:  # a name of a file is what is looked for
        return None
    for name, value in parse_qsl(query, max_num_fields=MOST_FIELDS):
        if name.lower() in SOURCE_FIELDS and EXTENSION.search(value.split("?", 1)[0]):
            return value
    return None


def _decoded(url: str) -> str | None:
    """The URL or the object key that some image services carry in base64, which may be cut into path segments."""
    match = ENCODED.search(url)
    if not match:
        return None
    code = match[1].replace("/", "").replace("-", "+").replace("_", "/").rstrip("=")
    try:
        text = base64.b64decode(code[: len(code) // 4 * 4] + _padded(code[len(code) // 4 * 4 :])).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    key = re.search(r'"key"\s*:\s*"([^"]{1,500})"', text)
    return key[1] if key else text if text.startswith("http") else None


def _padded(rest: str) -> str:
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""


def _unquoted(text: str) -> str:
    for _ in range(3):
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    return text


def _key(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    segments = [segment for segment in _unquoted(parts.path).split("/") if segment and segment != "."]
    stem = _stem(segments[-1]) if segments else ""
    if PLACEHOLDER.match(stem):
        return None
    path = "/".join(segments)
    named = stem if _digits(stem) >= 6 else path
    uuids = UUID.findall(named) if named.count("-") >= DASHES else ()
    if uuids:
        return str(uuids[-1]).lower()
    if _telling(stem) and not PROGRAM.search(stem):
        return stem.lower()
    return _number(path) or _number(parts.query) or _whole(segments, stem, parts.netloc, parts.query)


def _stem(name: str) -> str:
    """The file name without extension and without the marks of size, crop and quality behind it."""
    stem = _without_extension(name.rstrip(",_-~. "))
    for _ in range(6):
        shorter = _without_extension(MARK.sub("", stem))
        width = WIDTH.search(shorter) if shorter[-1:].isdecimal() else None
        if width and _is_width(int(width[1])) and _telling(shorter[: width.start()]):
            shorter = shorter[: width.start()]
        if shorter in (stem, ""):
            break
        stem = shorter
    return stem


def _without_extension(name: str) -> str:
    return EXTENSION.sub("", name) if "." in name else name


def _is_width(number: int) -> bool:
    """Whether a bare number at the end of a file name is a size rather than a count or a year."""
    return (number % 10 == 0 or number % 16 == 0) and not 1980 <= number <= 2040


def _telling(stem: str) -> bool:
    """Whether a file name is likely to be given to one picture only, on whatever host."""
    return len(stem) >= 5 and (_digits(stem) >= 4 or len(stem) >= 14 or len(re.split(r"[-_ .+]", stem)) >= 3)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _number(text: str) -> str | None:
    """The last long hexadecimal or decimal number, as asset stores name their pictures."""
    long = HEX.findall(text) or NUMBER.findall(text)
    return long[-1].lower() if long else None


def _whole(segments: list[str], stem: str, host: str, query: str) -> str | None:
    """Host and path for a name too plain to be compared across sites; with its query where a program makes it."""
    if not segments or not stem:
        return None
    kept = [segment for segment in segments[:-1] if not SIZE_SEGMENT.match(segment)]
    asked = f"?{query}" if PROGRAM.search(stem) and query else ""
    return "/".join(filter(None, [host, *kept, stem])).lower() + asked.lower()
