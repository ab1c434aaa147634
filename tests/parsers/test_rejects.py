"""What is not the story's: teasers, portraits, cards, logos, menus, a second story below."""

import pytest

from auditor.words import Words
from tests.parsers.pages import BODY, CAPTION, HEADLINE, IMAGE, page, shown, texts

OTHER = '<img src="https://img.example/2026/other-777777-boat.jpg" alt="A boat" width="400" height="300">'
OURS = f"<figure>{IMAGE}<figcaption>{CAPTION} Photo: Jane Roe/AFP</figcaption></figure>"

# idea, markup in the story's text
WITHIN = [
    ("teaser: link around image and headline", f'<a class="box" href="/boat">{OTHER}<h3>A boat was found adrift</h3></a>'),
    ("teaser: headline in a link of its own", f'<div>{OTHER}<h3><a href="/boat">A boat was found adrift</a></h3><p>Read</p></div>'),
    ("teaser by name, with a credit", f'<div class="teaser">{OTHER}<p>A boat. Photo: Max Muster</p></div>'),
    ("teaser in a figure", f'<aside class="related"><figure><a href="/boat">{OTHER}</a><figcaption>A boat</figcaption></figure></aside>'),
    ("portrait of the author", f'<div class="author-box">{OTHER}<span>By Max Muster</span></div>'),
    ("portrait without a name for it", f'<div class="x">{OTHER}<a href="/author/muster">Max Muster</a></div>'),
    ("portrait beside the date", f'<div class="x">{OTHER}<span>Max Muster</span><time>3 May 2026</time></div>'),
    ("newsletter card", f'<div class="x">{OTHER}<p>Get the harbour in your mail every day</p><form><input name="m"></form></div>'),
    ("video with a title only", f'<div class="x"><video poster="/p.jpg"></video>{OTHER}<p>The boat in the harbour on video</p></div>'),
    ("advertisement", f'<div class="ad-slot">{OTHER}<p>Buy a boat</p></div>'),
    ("banner", '<center><img src="https://ads.example/spring-777777.gif" width="468" height="60"></center>'),
    ("another story in a figure", f'<figure><a href="/boat">{OTHER}<figcaption>A boat was found adrift</figcaption></a></figure>'),
    ("share button", '<a href="https://social.example/share"><img src="/icons/share-777777.png"><span>Share this story</span></a>'),
    ("tracker", '<img src="https://count.example/p777777.gif" width="1" height="1">'),
    ("logo", '<img class="site-logo" src="https://img.example/logo-777777.png">'),
    ("still before a film, by name", f'<div class="player__box"><div>{OTHER}</div></div>'),
    ("drawing of a button", '<div class="x"><img src="/static/media/menu-777777.svg" alt="Menu"></div>'),
    ("list of stories in a side column", f'<aside><div>Most read</div><article><div>{OTHER}</div><span><a href="/boat">A boat was found adrift</a></span></article></aside>'),
    ("caption of a table", '<figure><table><tr><td>2025</td><td>311</td></tr></table><figcaption>Boats a day. Source: Reuters</figcaption></figure>'),
    ("caption beside a table", '<p class="caption">Boats a day. Source: Reuters</p><table><tr><td>2025</td><td>311</td></tr></table>'),
    ("caption of an embedded graphic", '<figure><iframe src="https://charts.example/1"></iframe><figcaption>Boats a day. Source: Reuters</figcaption></figure>'),
    ("caption of a recording", '<figure><audio src="/1.mp3"></audio><figcaption>The pilot on the radio. Source: AP</figcaption></figure>'),
    ("source of the text, set as a caption", '<p class="caption">Source: Reuters</p>'),
    ("still before a film, with what it is about", f'<figure class="inline-video">{OTHER}<figcaption>The boat in the harbour.</figcaption></figure>'),
    ("still before a film, by its length", f'<figure class="c1">{OTHER}<figcaption><p>The boat in the harbour.</p><small>05.09.2026 | 2:03 min</small></figcaption></figure>'),
    ("slide that waits for its turn", f'<div class="slides"><div aria-hidden="true">{OTHER}</div></div>'),
    ("advertisement by the label over its figure", f'<div class="nat"><span>Anzeige</span><figure>{OTHER}<figcaption>Rent a boat. Photo: Boats Ltd</figcaption></figure></div>'),
    ("another story by the label over its box", f'<div class="box"><p><strong>Lesen Sie auch:</strong></p><div><figure>{OTHER}<figcaption>A boat was found adrift</figcaption></figure></div></div>'),
    ("card whose figure holds the image only", f'<div class="box"><figure><a href="/sub">{OTHER}</a></figure><div><h3><a href="/sub">Read the harbour on paper</a></h3><p>From 9.90 a month, at your door</p></div></div>'),
    ("another story by the label below its image", f'<div class="box">{OTHER}<div><div>Lue myös</div><div>A boat was found adrift in the outer harbour</div></div></div>'),
    ("card of two texts without any names", f'<div class="e1">{OTHER}<div><div>Letter from the harbour</div><div>Every Friday the best of the week, free of charge.</div></div></div>'),
    ("label over another story in Greek capitals", f'<div class="pr"><b>ΔΙΑΒΑΣΤΕ ΑΚΟΜΑ</b><div>{OTHER}<span>A boat was found adrift</span></div></div>'),
    ("author and desk without any names", f'<div class="l1">{OTHER}<div><div>Martin Muster</div><div>Harbour desk</div></div></div>'),
    ("advertisement by whose it is", f'<div class="pn"><div>Contenu proposé par la Banque du port</div><div>{OTHER}</div><div>A boat of your own before Christmas</div></div>'),
    ("advertisement of a mobile page", f'<amp-ad width="300" height="250">{OTHER}</amp-ad>'),
    ("invitation in another language", f'<div class="box">{OTHER}<p>Preuzmite našu aplikaciju i budite u tijeku</p></div>'),
    ("portrait over a by-line in a figure, by its size", '<figure><img src="https://img.example/2026/muster-777777.jpg" width="120" height="120"><figcaption>Par Max Muster</figcaption></figure>'),
    ("portrait in a figure, by its size", '<figure><img src="https://img.example/2026/muster-777777.jpg" width="120" height="120" alt=""></figure>'),
    ("portrait over a by-line", f'<figure>{OTHER}<figcaption><address>By <a href="/muster">Max Muster</a>, editor</address><time>9 May 2026, 09:58</time></figcaption></figure>'),
    ("portrait over a by-line without any names", f'<div class="c1">{OTHER}<span>Von Max Muster, Redakteur</span></div>'),
    ("portrait that leads to the author", f'<figure><a rel="author" href="/muster">{OTHER}</a><figcaption>By <a rel="author" href="/muster">Max Muster</a>, editor</figcaption></figure>'),
    ("portrait beside a life in a sentence", f'<div class="c1">{OTHER}<a href="/author/muster/">Max Muster</a><p>Max Muster covers the coast for The Harbour.</p></div>'),
    ("all of it leads to another page", f'<a href="/boat"><div class="c1">{OTHER}<span>mit Video</span></div></a>'),
    ("drawing beside the text's source", '<div class="c1"><img src="https://img.example/777777-symbol.svg"><span>Anadolu Ajansı</span></div>'),
    ("shop card", f'<div class="shop-item">{OTHER}<p>Boat shoes</p><a href="/shop">Buy</a></div>'),
]  # fmt: skip
BELOW = [
    ("second story", f'<article><h2>A boat adrift</h2><figure>{OTHER}<figcaption>A boat. Photo: Max Muster</figcaption></figure></article>'),
    ("list of other stories", f'<ul><li><a href="/boat">{OTHER}</a><a href="/boat">A boat was found adrift</a></li></ul>'),
    ("bare image behind the story", OTHER),
    ("call to join, with the house's name", f'<div class="c1"><div class="c2">{OTHER}Become a Reuters insider</div></div>'),
    ("footer", f"<footer>{OTHER}<p>© Max Muster</p></footer>"),
]  # fmt: skip


@pytest.mark.parametrize("markup", [row[1] for row in WITHIN], ids=[row[0] for row in WITHIN])
def test_what_stands_in_the_text_but_is_not_the_storys_is_left_out(markup: str, words: Words) -> None:
    found = shown(page(OURS + markup), words)
    assert [image.credit_line for image in found] == ["Photo: Jane Roe/AFP"]
    assert "777777" not in str(found)


@pytest.mark.parametrize("markup", [row[1] for row in BELOW], ids=[row[0] for row in BELOW])
def test_what_stands_below_the_story_is_left_out(markup: str, words: Words) -> None:
    assert [image.credit_line for image in shown(page(OURS, below=markup), words)] == ["Photo: Jane Roe/AFP"]


# idea, markup; all are the story's
KEPT = [
    ("bare image in the text", f"<p>{IMAGE}</p>", (None, None)),
    ("figure without text", f"<figure>{IMAGE}</figure>", (None, None)),
    ("link to the large image", f'<figure><a href="/big/harbour-12345-lock.jpg">{IMAGE}</a><figcaption>{CAPTION}</figcaption></figure>',
     (CAPTION, None)),
    ("figure in a box called a widget", f'<div class="image-widget">{IMAGE}<p>{CAPTION}</p><p>Image: Jane Roe</p></div>',
     (CAPTION, "Image: Jane Roe")),
    ("size named after teasers", f'<figure><div class="ratio teaser-size">{IMAGE}</div><figcaption>{CAPTION}</figcaption></figure>',
     (CAPTION, None)),
    ("square cut in its address", f'<div class="media"><img src="https://img.example/2026/harbour-12345-lock_1x1.jpg" alt=""><p class="caption">{CAPTION}</p></div>', (CAPTION, None)),
    ("file named after what it shows", f'<div class="media"><img src="https://img.example/2026/harbour-flag-archeologo-12345-lock.jpg" alt=""><p class="caption">{CAPTION}</p></div>', (CAPTION, None)),
    ("caption of two paragraphs without any names", f'<div class="e1">{IMAGE}<p>{CAPTION}</p><p>It has stood since 1903.</p></div>',
     (f"{CAPTION} It has stood since 1903.", None)),
    ("label of an advertisement beside it", f'<div class="pic">{IMAGE}<p class="caption">{CAPTION}</p><div>Anzeige</div></div>', (CAPTION, None)),
    ("advertisement before it", f'<div><div class="ad"><span>Anzeige</span><i></i></div><figure>{IMAGE}<figcaption>{CAPTION}</figcaption></figure></div>',
     (CAPTION, None)),
    ("aside with an image", f'<aside class="image">{IMAGE}<p class="caption">{CAPTION}</p></aside>', (CAPTION, None)),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), [row[1:] for row in KEPT], ids=[row[0] for row in KEPT])
def test_what_is_the_storys_is_kept(markup: str, expected: tuple[str | None, str | None], words: Words) -> None:
    assert texts(page(markup), words) == [expected]


def test_an_image_above_the_headline_is_the_storys(words: Words) -> None:
    hero = f'<div class="hero">{IMAGE}<p class="caption">{CAPTION} <span class="credit">Jane Roe</span></p></div>'
    assert texts(page("", above=hero), words) == [(CAPTION, "Jane Roe")]


def test_a_page_that_is_one_form_is_read(words: Words) -> None:
    html = page(OURS).replace("<main>", "<form action=/x><input name=state>").replace("</main>", "</form>")
    assert texts(html, words) == [(CAPTION, "Photo: Jane Roe/AFP")]


def test_a_page_whose_frame_is_named_after_its_parts_is_read(words: Words) -> None:
    html = page(OURS).replace(
        "<body>", '<body class="has-sidebar ads"><div id="page-with-related" class="newsletter-theme">'
    )
    assert texts(html, words) == [(CAPTION, "Photo: Jane Roe/AFP")]


def test_the_entries_of_a_live_blog_are_the_story(words: Words) -> None:
    entry = f"<article><h2>At noon</h2>{OURS}{BODY}</article>"
    other = OURS.replace("12345", "777777").replace("Jane Roe", "Max Muster")
    assert [credit for _, credit in texts(page(entry + entry.replace(OURS, other)), words)] == [
        "Photo: Jane Roe/AFP",
        "Photo: Max Muster/AFP",
    ]


def _entry(title: str, text: str) -> str:
    return f"<article><h2>{title}</h2>{text}</article>"


NOON = "<p>The gate was opened at noon, and the first boat has passed it.</p>"
# idea, what stands below the headline beside our image's entry, is that entry the story's
ENTRIES = [
    ("short, above long ones", _entry("At noon", NOON + OURS) + _entry("At ten", BODY) + _entry("At six", BODY), True),
    ("short, above a single long one", _entry("At noon", NOON + OURS) + _entry("At ten", BODY), True),
    ("short ones only, in a list", "".join(f"<li>{_entry(hour, NOON + text)}</li>" for hour, text in (("At noon", OURS), ("At ten", ""), ("At six", NOON))), True),
    ("a picture alone", _entry("At noon", OURS) + _entry("At ten", BODY) + _entry("At six", BODY), True),
    ("with a link to itself", _entry('<a href="#noon">At noon</a>', NOON + OURS) + _entry("At ten", BODY), True),
    ("a card beside entries", _entry('<a href="/boat">A boat was found adrift</a>', NOON + OURS) + _entry("At ten", BODY) + _entry("At six", BODY), False),
    ("a card in the text", BODY + _entry("A boat was found adrift", NOON + OURS), False),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "ours"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES])
def test_a_short_entry_of_a_live_blog_is_told_from_a_card(entries: str, ours: bool, words: Words) -> None:
    html = page("").replace(BODY, entries)
    assert texts(html, words) == ([(CAPTION, "Photo: Jane Roe/AFP")] if ours else [])


def test_the_headline_is_no_caption(words: Words) -> None:
    html = page("").replace(f"<h1>{HEADLINE}</h1>", f'<div class="top">{IMAGE}<h1>{HEADLINE}</h1></div>')
    assert texts(html, words) == [(None, None)]
