"""What an event's body says into a request: the sender's own fields, or an envelope."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

import msgspec

from auditor.errors import UsageError
from auditor.gate.envelope import Request, Sent, read_request, request_of

Json = dict[str, Any]


def request(source: str, body: bytes) -> Request:
    """The story that an event is about. An envelope is understood from every sender.

    Raises UsageError where the body holds no story.
    """
    try:
        told = msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"The event's body is no JSON: {error}.") from None
    if isinstance(told, dict) and "story" in told:
        return read_request(body, "json")
    sent = READERS[source](told) if isinstance(told, dict) and source in READERS else None
    if sent is None:
        raise UsageError("The event holds no story. Have the sender send an envelope; docs/gate.md shows one.")
    return request_of(sent)


def _ghost(told: Json) -> Sent | None:
    """A post or a page, as it stands after the change."""
    post = _table(_table(told, "post") or _table(told, "page"), "current")
    if not _text(post, "html"):
        return None
    image = _figure(
        _text(post, "feature_image"), _text(post, "feature_image_alt"), _text(post, "feature_image_caption")
    )
    return Sent(
        html=_headline(_text(post, "title")) + image + _text(post, "html"),
        url=_text(post, "url") or None,
        published=_text(post, "published_at") or None,
        headline=_text(post, "title") or None,
    )


def _superdesk(told: Json) -> Sent | None:
    """A ninjs item; the pictures associated with it stand above its text."""
    if not _text(told, "body_html"):
        return None
    pictures = "".join(_ninjs_picture(item) for item in _associations(told) if item.get("type") == "picture")
    return Sent(
        html=_headline(_text(told, "headline")) + pictures + _text(told, "body_html"),
        url=_text(told, "guid") or _text(told, "uri") or None,
        published=_text(told, "versioncreated") or None,
        headline=_text(told, "headline") or None,
        language=_text(told, "language") or None,
    )


def _ninjs_picture(item: Json) -> str:
    original = _text(_table(_table(item, "renditions"), "original"), "href")
    credit = "/".join(filter(None, dict.fromkeys((_text(item, "byline"), _text(item, "source")))))
    shown = f'{escape(_text(item, "description_text"))} <span class="credit">{escape(credit)}</span>'
    return _figure(original, _text(item, "body_text"), shown)


def _associations(told: Json) -> Iterator[Json]:
    return (item for item in _table(told, "associations").values() if isinstance(item, dict))


def _contentful(told: Json) -> Sent | None:
    """An entry: its rich text and HTML fields in their order, each in its first language.

    Pictures are entries of their own, of which the event tells nothing but a number.
    """
    values = [next(iter(each.values())) for each in _table(told, "fields").values() if isinstance(each, dict) and each]
    texts = [part for value in values if (part := _contentful_text(value))]
    url = _text(_table(told, "sys"), "id")
    return Sent(html="".join(texts), url=f"contentful:{url}" if url else None) if texts else None


def _contentful_text(value: object) -> str:
    if isinstance(value, str) and "</" in value:
        return value
    if isinstance(value, dict) and value.get("nodeType") == "document":
        return "".join(f"<p>{escape(''.join(_words(node)))}</p>" for node in _nodes(value))
    return ""


def _words(node: Json) -> Iterator[str]:
    """The words in a node of rich text, in their order; not by recursion, for it may be as deep as it likes."""
    todo = [node]
    while todo:
        node = todo.pop()
        yield _text(node, "value")
        todo.extend(reversed(list(_nodes(node))))


def _nodes(node: Json) -> Iterator[Json]:
    content = node.get("content")
    return (each for each in content if isinstance(each, dict)) if isinstance(content, list) else iter(())


def _table(told: Json, name: str) -> Json:
    value = told.get(name)
    return value if isinstance(value, dict) else {}


def _text(told: Json, name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""


def _headline(text: str) -> str:
    return f"<h1>{escape(text)}</h1>" if text else ""


def _figure(src: str, alt: str, caption: str) -> str:
    """`caption` is HTML, the others are text."""
    if not src:
        return ""
    return f'<figure><img src="{escape(src)}" alt="{escape(alt)}"><figcaption>{caption}</figcaption></figure>'


READERS: Mapping[str, Callable[[Json], Sent | None]] = {
    "ghost": _ghost,
    "superdesk": _superdesk,
    "contentful": _contentful,
}
