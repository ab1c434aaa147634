"""Whole pages of many builds: where the story, its lead picture, its galleries and what is not its own stand."""

import pytest

from auditor.words import Words
from tests.parsers.pages import BODY, HEADLINE, texts
from tests.parsers.test_systems import GATE, LAZY, ONE, OTHERS, PIER, TWO, Texts

LEAD = f"<figure>{ONE}<figcaption>{GATE}. Photo: Nadia Brandt/AFP</figcaption></figure>"
SECOND = f"<figure>{TWO}<figcaption>{PIER}. Photo: Luc Morel/AP</figcaption></figure>"
THEIRS = '<img src="https://img.example/2026/boat-777777.jpg" alt="A boat" width="600" height="400">'
FIRST: Texts = [(f"{GATE}.", "Photo: Nadia Brandt/AFP")]
BOTH: Texts = [*FIRST, (f"{PIER}.", "Photo: Luc Morel/AP")]
H1 = f"<h1>{HEADLINE}</h1>"
BREAKS = BODY.replace("<p>", "").replace("</p>", "<br><br>")
DIVS = BODY.replace("<p>", '<div class="t1">').replace("</p>", "</div>")


def whole(markup: str) -> str:
    """A page with a head and this body."""
    head = f'<meta charset=utf-8><title>Gate</title><meta property="og:title" content="{HEADLINE}">'
    return f'<!doctype html><html lang=en><head>{head}</head><body><div class="top"><a href="/">News</a></div>{markup}<footer>© 2026 Harbour News</footer></body></html>'


# idea, body of the page, caption and credit of each image
BUILDS: list[tuple[str, str, Texts]] = [
    ("text between breaks", f'<div id="main">{H1}<div class="text">{LEAD}{BREAKS}</div></div>', FIRST),
    ("text in divs", f'<div id="main">{H1}<div class="text">{LEAD}{DIVS}</div></div>', FIRST),
    ("tables of an old system", f'<table><tr><td>{H1}<table align="left"><tr><td>{ONE}</td></tr><tr><td><small>{GATE}. Photo: Nadia Brandt/AFP</small></td></tr></table>{BODY}</td></tr></table>', FIRST),
    ("lead picture above the headline", f'<div class="hero">{LEAD}</div><main>{H1}<div>{BODY}</div></main>', FIRST),
    ("lead picture in the article's header", f"<article><header>{H1}{LEAD}</header><div>{BODY}</div></article>", FIRST),
    ("lead picture in a section of its own", f"<main><section>{H1}</section><section>{LEAD}</section><section>{BODY}</section></main>", FIRST),
    ("lead picture, plain boxes", f'<main><div>{H1}</div><div class="a"><div class="b">{ONE}</div><div class="c">{GATE}. Photo: Nadia Brandt/AFP</div></div><div>{BODY}</div></main>', FIRST),
    ("gallery behind the text", f"<article>{H1}<div>{BODY}</div><div class='gal'>{LEAD}{SECOND}</div></article>", BOTH),
    ("short story", f"<article>{H1}{LEAD}<p>The gate was repaired on Monday, the board said.</p><p>It had been closed for eleven years.</p></article>", FIRST),
    ("photo essay", f"<article>{H1}<div>{ONE}<p>{GATE}. Photo: Nadia Brandt/AFP</p></div><div>{TWO}<p>{PIER}. Photo: Luc Morel/AP</p></div>{BODY}</article>", BOTH),
    ("two columns of pictures", f'<article>{H1}<div class="row"><div class="col">{ONE}<p>{GATE}. Photo: Nadia Brandt/AFP</p></div><div class="col">{TWO}<p>{PIER}. Photo: Luc Morel/AP</p></div></div>{BODY}</article>', BOTH),
    ("paragraphs in turn", f'<article>{H1}<p>{ONE}</p><p class="x1">{GATE}. Photo: Nadia Brandt/AFP</p>{BODY}<p>{TWO}</p><p class="x1">{PIER}. Photo: Luc Morel/AP</p>{BODY}</article>', BOTH),
    ("small type of old pages", f'<div>{H1}<center>{ONE}<br><font size="1">{GATE}. Photo: Nadia Brandt/AFP</font></center>{BODY}</div>', FIRST),
    ("centred paragraph in small type", f'<div>{H1}<p align="center">{ONE}<br/><span style="font-size: 10px">{GATE}. Photo: Nadia Brandt/AFP</span></p>{BODY}</div>', FIRST),
    ("heading in the caption", f"<article>{H1}<figure>{ONE}<figcaption><h3>Gate</h3><p>{GATE}.</p><small>Photo: Nadia Brandt/AFP</small></figcaption></figure>{BODY}</article>", FIRST),
    ("links in the caption", f'<article>{H1}<figure>{ONE}<figcaption>Workers repair the <a href="/t/gate">old lock gate</a> in the harbour of Sandvik. Photo: Nadia Brandt/AFP</figcaption></figure>{BODY}</article>', FIRST),
    ("first word in bold", f"<article>{H1}<figure>{ONE}<figcaption><strong>AT WORK:</strong> {GATE}. <span>Photo: Nadia Brandt/AFP</span></figcaption></figure>{BODY}</article>", [(f"AT WORK: {GATE}.", "Photo: Nadia Brandt/AFP")]),
    ("counter and buttons", f'<article>{H1}<figure>{ONE}<figcaption><span>Image 1 of 5</span><p>{GATE}. Photo: Nadia Brandt/AFP</p><button>Next</button></figcaption></figure>{BODY}</article>', FIRST),
    ("caption that opens and closes", f'<article>{H1}<div class="image"><div class="imagewrap">{ONE}</div><div class="credit-caption"><div class="caption-wrap"><div class="caption" aria-label="Image caption"><p>{GATE}. <b class="credit" aria-label="Image credit">Nadia Brandt/AFP<b class="hide-caption"><b>hide caption</b></b></b></p></div><b class="toggle-caption"><b>toggle caption</b></b></div><span class="credit" aria-label="Image credit">Nadia Brandt/AFP</span></div></div>{BODY}</article>', [(f"{GATE}.", "Nadia Brandt/AFP")]),
    ("element of the page's own with attributes", f'<article>{H1}<news-image src="https://img.example/2026/gate-1234567.jpg" caption="{GATE}." credit="Nadia Brandt / AFP"></news-image>{BODY}</article>', [(f"{GATE}.", "Nadia Brandt / AFP")]),
    ("picture behind a lazy box", f'<article>{H1}<div class="pic"><div class="lazy-bg" data-bg="https://img.example/2026/gate-1234567.jpg"></div><div class="pic-text">{GATE}. Photo: Nadia Brandt/AFP</div></div>{BODY}</article>', FIRST),
    ("lazy picture, caption in a sibling", f'<article>{H1}<div class="lead"><div class="ratio">{LAZY}</div></div><div class="lead-info"><p>{GATE}.</p><p>Photo: Nadia Brandt/AFP</p></div>{BODY}</article>', FIRST),
    ("infographic", f"<article>{H1}<figure>{ONE}<figcaption>How the gate is moved. Graphic: Nadia Brandt</figcaption></figure>{BODY}</article>", [("How the gate is moved.", "Graphic: Nadia Brandt")]),
    ("video with a credit", f"<article>{H1}<figure><video poster='/p.jpg'></video><figcaption>{GATE}. Video: Reuters</figcaption></figure>{LEAD}{BODY}</article>", FIRST),
    ("live blog", f"<main>{H1}<article><h2>At noon</h2>{LEAD}{BODY}</article><article><h2>In the morning</h2>{SECOND}{BODY}</article></main>", BOTH),
    ("page that is one form", f"<form id='aspnet'><div>{H1}{LEAD}{BODY}</div></form>", FIRST),
    ("side column before the story", f'<div class="left"><p>Subscribe now and read all of Harbour News for a month.</p></div><div class="mid">{H1}{LEAD}{BODY}</div>', FIRST),
]  # fmt: skip
# idea, markup behind our picture; the page has no other
OTHERS_PICTURES: list[tuple[str, str]] = [
    ("cards in figures, linked captions", f'<section><h2>More</h2><figure><a href="/boat">{THEIRS}</a><figcaption><a href="/boat">A boat was found adrift</a></figcaption></figure></section>'),
    ("card with its headline in a box", f'<div class="x"><figure><a href="/boat">{THEIRS}</a></figure><div><a href="/boat">A boat was found adrift in the outer harbour</a></div></div>'),
    ("card, the whole of it a link", f'<a class="x" href="/boat"><figure>{THEIRS}<figcaption>A boat was found adrift. Photo: Max Muster</figcaption></figure><span>A boat was found adrift</span></a>'),
    ("card without link, heading and lead", f'<div class="x7"><div>{THEIRS}</div><h3><a href="/boat">A boat was found adrift</a></h3><p>It took the harbour master all night to find out whose it is.</p></div>'),
    ("card in a side column", f'<aside>{THEIRS}<h4>A boat was found adrift</h4><p>Read more</p></aside>'),
    ("newsletter", f'<div class="signup"><figure>{THEIRS}</figure><p>Get the Harbour Letter</p><form><input type="email"></form></div>'),
    ("shop", '<div class="product"><img src="https://shop.example/777777.jpg" width="300" height="300"><p>Boat shoes</p><p>49.90 €</p><a href="https://shop.example/777777">Buy now</a></div>'),
    ("comments", '<div class="comments"><div><img class="avatar" src="https://img.example/u/777777.jpg" width="40" height="40"><p>Great news!</p></div></div>'),
    ("author at the end", '<div class="author-bio"><figure><img src="https://img.example/u/777777.jpg"><figcaption>Max Muster</figcaption></figure><p>Max Muster has been writing about harbours for eleven years.</p></div>'),
    ("podcast", f'<div class="podcast-teaser">{THEIRS}<p>Listen to the Harbour Hour</p><audio src="/a.mp3"></audio></div>'),
    ("advertisement with a label", f'<div><small>Advertisement</small><a href="https://ads.example/x">{THEIRS}</a></div>'),
    ("most read", f'<ol class="most-read"><li><a href="/boat">{THEIRS}<span>A boat was found adrift</span></a></li></ol>'),
    ("app badges", '<p><a href="https://apps.example"><img src="/app-store-777777.png" width="180" height="60" alt="Get the app"></a></p>'),
    ("share bar", '<ul class="share"><li><a href="https://social.example/?u=1"><img src="/img/social-777777.png" alt="Share"></a></li></ul>'),
    ("quiz", f'<div class="quiz">{THEIRS}<h3>How well do you know the harbour?</h3><button>Start</button></div>'),
    ("next story", f'<div class="next"><a href="/boat"><span>Next</span>{THEIRS}<h2>A boat was found adrift</h2></a></div>'),
    ("reporter's name and a sentence", '<div class="contrib"><img src="https://cdn.example/u/gil-300.jpg" width="300" height="300"><div><strong>Gil Ford</strong><p>Gil Ford is a reporter for the Talla Post.</p></div></div>'),
    ("event", '<div class="evt"><img src="https://cdn.example/evt-661.jpg" width="400" height="300"><div><p>Tallow Book Fair</p><p>Sat, 18 April, 10 am</p><a href="/tickets">Tickets</a></div></div>'),
    ("invitation to listen", '<div class="pc"><img src="https://cdn.example/show-662.jpg" width="300" height="300"><p>Listen to The Ford, our show about the river.</p></div>'),
    ("invitation in a figure", f'<div class="np-popup"><h3>Get our stories by email</h3><figure>{THEIRS}<figcaption>Join 8,000 neighbours who read the Tallow Post every Thursday.</figcaption></figure></div>'),
    ("button that plays a film", f'<div class="vp"><button data-video="7">{THEIRS}<div class="vp_tx">Band director surprises retiring teacher</div></button></div>'),
    ("who somebody is, and what he says", '<div class="Expert_root__1"><div class="Expert_ava__2"><img src="https://cdn.example/exp/ford-300.jpg" width="300" height="300"></div><div>Peter Ford</div><div>architect</div><p>The bridge has turned out light.</p></div>'),
    ("invitation in a script without blanks", '<div class="appdl"><img src="https://cdn.example/app-811.jpg"><p>下載港口報手機應用程式，即時掌握突發消息</p></div>'),
    ("invitation with its verb last", '<div class="wa"><img src="https://cdn.example/wa-812.jpg"><p>ताज़ा खबरों के लिए हमारे चैनल से जुड़ें</p></div>'),
    ("name, and below it who that is", '<div class="katib"><img src="https://cdn.example/k-813.jpg"><span>أحمد حسين</span><p>صحفي مهتم بالشأن المحلي، عمل في عدد من الصحف اليومية.</p></div>'),
    ("name with a title, and below it the desk", '<div class="rep"><img src="https://cdn.example/r-814.jpg"><strong>이준서 기자</strong><p>사회부에서 시청을 취재합니다.</p></div>'),
    ("what somebody said, and who", '<div class="tst"><img src="https://cdn.example/t-815.jpg"><p>“I read the Post with my coffee every morning.”</p><p>Nora Ford, member since 2019</p></div>'),
    ("small square portrait", '<div class="prof"><img src="https://cdn.example/p-816.jpg" width="160" height="160"><p>佐藤花子（さとう・はなこ）1980年生まれ。2015年から論説委員。</p></div>'),
    ("who wrote the story, in another script", '<div class="lk"><img src="https://cdn.example/l-817.jpg"><p>লেখক: রহিমা খাতুন, সাংবাদিক ও গবেষক</p></div>'),
    ("advertisement in another script", f'<div class="q1"><small>إعلان</small>{THEIRS}<p>شقق للبيع بالتقسيط المريح في المدينة</p></div>'),
    ("heading between signs", f'<div class="q2"><p>【関連記事】</p>{THEIRS}<p>シャッター街に若者の店、次々と開く</p></div>'),
    ("related story, by a word of another language", f'<div class="box-terkait">{THEIRS}<p>Trotoar rusak dikeluhkan warga kota lama</p></div>'),
    ("goods with their price", '<div class="item"><img src="https://cdn.example/i-818.jpg"><p>Water purifier with copper filter</p><p>₹ 7,499</p><p>Sold by Harbour Goods</p></div>'),
    ("where the story was printed", '<div class="cvr"><img src="https://cdn.example/c-819.jpg"><p>This article appears in the October issue.</p></div>'),
    ("invitation in a box beside", '<aside class="info-x"><img src="https://cdn.example/app-663.png" width="300" height="300"><p>Laden Sie unsere App und lesen Sie alle Nachrichten aus der Region.</p></aside>'),
    ("book", '<div class="fact"><h3>Das Buch</h3><img src="https://cdn.example/cover-664.jpg" width="200" height="300"><p>Ria Kern: Die Flut. Tallach Verlag, 22 Euro.</p></div>'),
    ("teaser with a credit", f'<div class="row cards"><div class="card"><div class="card__img"><a href="/z">{THEIRS}</a><span class="card__copyright">© dpa</span></div><h3><a href="/z">Bäcker streiken wegen der Frühschicht in der Altstadt</a></h3></div></div>'),
    ("teaser whose figure has a credit", f'<div class="lesetipp"><figure><a href="/z">{THEIRS}</a><figcaption>Foto: Ria Kern</figcaption></figure><h4><a href="/z">Bäcker streiken wegen der Frühschicht in der Altstadt</a></h4><p>Am Montag standen die Öfen still.</p></div>'),
    ("teaser of a gallery", f'<a href="/galerie/7" class="gal-link"><figure>{THEIRS}<figcaption>Bildergalerie: Die Bäcker auf der Straße</figcaption></figure></a>'),
    ("columnist with a credit", '<div class="kolumnist"><img src="https://cdn.example/u/kern-771.jpg" width="300" height="300"><span class="kolumnist__foto">Foto: privat</span><p>Ria Kern ist Redakteurin im Ressort Stadt.</p></div>'),
    ("sponsored", f'<div class="spn"><span>Sponsored</span><a href="https://buy.example/x">{THEIRS}</a><p>The mattress everyone in Tallow talks about.</p></div>'),
    ("post of a network", '<blockquote class="twitter-tweet"><p>What a night in Tallow! <a href="https://t.example/1">pic</a></p><img src="https://cdn.example/2026/04/ferry-70022.jpg" width="500" height="300">— Gil Ford (@gil) April 7, 2026</blockquote>'),
    ("teaser of a film", f'<div class="vid"><a href="/video/9">{THEIRS}<span class="dur">1:32</span></a><p>Bakers speak about their nights.</p></div>'),
    ("figure with a linked headline in a box beside", f'<aside class="rel"><figure><a href="/z">{THEIRS}</a><figcaption><a href="/z">Bakers on strike over early shifts in the old town</a> Ben Oakes/AP</figcaption></figure></aside>'),
    ("portrait with what it says", '<div class="pull"><img src="https://cdn.example/lorne-88221.jpg" width="200" height="200"><q>We waited six years for this.</q><span>Ada Lorne, council chair</span></div>'),
    ("story before", f'<div class="nav-art"><a class="prev" href="/z">{THEIRS}<em>Article précédent</em><span>Les boulangers en grève contre le travail de nuit</span></a></div>'),
    ("question to readers", f'<div class="sondage">{THEIRS}<p>Faut-il une deuxième passerelle ?</p><button>Oui</button><button>Non</button></div>'),
    ("invitation to a channel", '<p><a href="https://chat.example/x"><img src="https://cdn.example/canal-661.jpg" width="600" height="120"></a></p><p><strong>Únete a nuestro canal de noticias</strong></p>'),
    ("long narrow badge", '<div class="gn"><img src="https://cdn.example/gnews-771.png" width="300" height="90"><p>Dapatkan berita pilihan setiap hari di sini</p></div>'),
    ("portrait with a heading", '<div class="infobox"><img src="https://cdn.example/kern-1.jpg" width="120" height="120"><h4>Zur Person</h4><p>Ria Kern was born in Tallow in 1970.</p></div>'),
    ("call to give", '<div class="dn"><img src="https://cdn.example/dn-1.jpg" width="600" height="300"><p>Support independent news in Tallow. Give today.</p><a href="/give">Give</a></div>'),
    ("call to write", '<div class="y"><img src="https://cdn.example/y-1.jpg" width="600" height="300"><p>What do you think about the bridge? Write to us!</p></div>'),
    ("linked line beside a small picture", f'<p><a href="/z">{THEIRS}</a> <a href="/z">Bakers on strike over early shifts in the old town</a></p>'),
    ("card, its image no link", f'<div class="zz">{THEIRS}<div><a href="/z">Bakers on strike over early shifts in the old town</a></div></div>'),
    ("thumbnail of a film", '<div class="embed-x" data-video="1"><img src="https://i.video.example/vi/x/hq.jpg"><span>Watch the vote in full</span></div>'),
    ("linked advertisement with a line", '<div align="center"><a href="https://casino.example/?aff=1"><img src="https://cdn.example/b.jpg" width="700" height="400"></a><br>The best boots of the year</div>'),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), [row[1:] for row in BUILDS], ids=[row[0] for row in BUILDS])
def test_the_storys_pictures_are_found_wherever_they_stand(markup: str, expected: Texts, words: Words) -> None:
    assert texts(whole(markup), words) == expected


@pytest.mark.parametrize("markup", [row[1] for row in OTHERS_PICTURES], ids=[row[0] for row in OTHERS_PICTURES])
@pytest.mark.parametrize("place", ["inside", "behind"])
def test_pictures_of_something_else_are_not(place: str, markup: str, words: Words) -> None:
    within = markup + BODY if place == "inside" else ""
    beyond = markup if place == "behind" else ""
    assert texts(whole(f"<main><article>{H1}{LEAD}{BODY}{within}</article>{beyond}</main>"), words) == FIRST


def test_a_line_under_two_pictures_is_that_of_the_nearest(words: Words) -> None:
    pair = (
        f'<div class="pair"><div>{ONE}</div><div>{TWO}</div><p class="caption">{OTHERS}. Photos: Nadia Brandt</p></div>'
    )
    assert (f"{OTHERS}.", "Photos: Nadia Brandt") in texts(whole(f"<article>{H1}{pair}{BODY}</article>"), words)
