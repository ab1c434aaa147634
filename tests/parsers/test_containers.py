"""Containers: the shapes in which pages put an image, its caption and its credit."""

import pytest

from auditor.words import Words
from tests.parsers.pages import CAPTION, IMAGE, page, shown, texts

# idea, markup, caption, credit line as printed
DESCRIBED = f'<img src="https://img.example/2026/harbour-12345-lock.jpg" alt="The harbour | {CAPTION}">'

SHAPES = [
    (
        "source told to listeners only",
        f'<figure class="x1"><div class="x2"><div class="x3">{IMAGE}<span role="text" class="x4 x5"><span class="visually-hidden">Image source, </span>Jane Roe</span></div></div><figcaption class="x6"><span class="visually-hidden">Image caption, </span><p>{CAPTION}</p></figcaption></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "agency over the image, unlabelled",
        f'<figure class="x1"><div class="x2"><div class="x3">{IMAGE}<span role="text" class="x4 x5">Getty Images</span></div></div><figcaption class="x6">{CAPTION}</figcaption></figure>',
        CAPTION,
        "Getty Images",
    ),
    (
        "word in a name's place in an element of its own",
        f'<div class="pic"><div>{IMAGE}</div><div class="data"><span class="caption">{CAPTION}</span><span class="x4">CEDIDA</span></div></div>',
        CAPTION,
        "CEDIDA",
    ),
    (
        "credit in the caption, who wrote the story behind the box",
        f'<div class="image"><div>{IMAGE}</div><div class="desc">{CAPTION} - Foto: © LPA/Greta Stuefer</div></div><div><p>Redaktion: mk/dpa</p></div>',
        CAPTION,
        "Foto: © LPA/Greta Stuefer",
    ),
    (
        "camera drawn before the credit",
        f'<div class="pic">{IMAGE}</div><div class="pic-caption"><span>{CAPTION}</span> <i class="fa fa-camera"></i> Emre Orman</div>',
        CAPTION,
        "Emre Orman",
    ),
    (
        "camera drawn before the caption",
        f'<figure>{IMAGE}<figcaption><span class="tie-icon-camera"></span> Rejoice Ndlovu. Isithombe: Jane Roe</figcaption></figure>',
        "Rejoice Ndlovu.",
        "Isithombe: Jane Roe",
    ),
    (
        "whose archive, in small letters",
        f"<p>{IMAGE}<br><em>{CAPTION}</em> <small>archiv nemocnice</small></p>",
        CAPTION,
        "archiv nemocnice",
    ),
    (
        "word in a name's place over the image, unlabelled",
        f'<div class="v2">{IMAGE}<span class="v3">zVg</span></div>',
        None,
        "zVg",
    ),
    (
        "credit in bold at the end of the caption, nothing before it",
        f"<figure>{IMAGE}<figcaption>{CAPTION.rstrip('.')} <b>Emilio Moreno / AP-LaPresse</b></figcaption></figure>",
        CAPTION.rstrip("."),
        "Emilio Moreno / AP-LaPresse",
    ),
    (
        "title in italics at the end of the caption",
        f"<figure>{IMAGE}<figcaption>{CAPTION.rstrip('.')} in <i>Carmen</i></figcaption></figure>",
        f"{CAPTION.rstrip('.')} in Carmen",
        None,
    ),
    (
        "caption in italics behind the image, no full stop",
        f"<p>{IMAGE}</p><p><em>{CAPTION.rstrip('.')}</em></p>",
        CAPTION.rstrip("."),
        None,
    ),
    (
        "spans with generated names",
        f'<figure id="a1"><div><picture>{IMAGE}</picture></div><figcaption data-spacefinder-role="inline" class="dcr-1"><span class="dcr-2"><svg></svg></span><span class="dcr-3">{CAPTION}</span> Photograph: Jane Roe/The Guardian</figcaption></figure>',
        CAPTION,
        "Photograph: Jane Roe/The Guardian",
    ),
    (
        "label for listeners in an element without a name",
        f'<div class="css-1"><figure class="css-2" role="group"><div class="css-3"><picture>{IMAGE}</picture></div><figcaption class="css-4 e5"><span class="css-6 e7">{CAPTION}</span><span class="css-8 e9"><span class="css-10">Credit...</span><span><span aria-hidden="false">Jane Roe for The New York Times</span></span></span></figcaption></figure></div>',
        CAPTION,
        "Credit... Jane Roe for The New York Times",
    ),
    (
        "small in figcaption",
        f'<figure>{IMAGE}<figcaption>{CAPTION} <small class="css-z">(Foto: dpa)</small></figcaption></figure>',
        CAPTION,
        "(Foto: dpa)",
    ),
    (
        "credit behind the description in the title",
        f'<div class="absatzbild"><div class="absatzbild__media"><div class="ts-picture__wrapper"><picture class="ts-picture"><img src="https://img.example/2026/harbour-12345-lock.jpg" title="A lock gate | dpa" alt="A lock gate"></picture></div></div><div class="absatzbild__info"><p class="absatzbild__info__text">{CAPTION}</p></div></div>',
        CAPTION,
        "dpa",
    ),
    (
        "author of the image description",
        f'<figure class="image"><div>{IMAGE}</div><div class="image-description"><span class="image-description__caption">{CAPTION}</span><span class="image-description__author">Jane Roe</span></div></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "caption label for listeners",
        f'<figure class="media">{IMAGE}<div class="media-caption"><span class="h-offscreen">Legende:</span><p class="media-caption__description">{CAPTION}</p><span class="media-caption__source">Keystone / Jane Roe</span></div></figure>',
        CAPTION,
        "Keystone / Jane Roe",
    ),
    (
        "credit in a footer",
        f"<figure>{IMAGE}<figcaption>{CAPTION}<footer>Foto: APA / Jane Roe</footer></figcaption></figure>",
        CAPTION,
        "Foto: APA / Jane Roe",
    ),
    (
        "name in capitals behind the sentence",
        f'<figure class="article__media">{IMAGE}<figcaption class="article__legend" aria-hidden="true">{CAPTION} JANE ROE / AFP</figcaption></figure>',
        CAPTION,
        "JANE ROE / AFP",
    ),
    (
        "name for a house in quotation marks",
        f'<figure class="article__media">{IMAGE}<figcaption class="article__legend" aria-hidden="true">{CAPTION} <span class="article__credit" aria-hidden="true">JANE ROE POUR « LE MONDE »</span></figcaption></figure>',
        CAPTION,
        "JANE ROE POUR « LE MONDE »",
    ),
    (
        "media author",
        f'<figure class="ue-c"><div class="ue-c-x">{IMAGE}</div><figcaption class="ue-c-article__media-description">{CAPTION}<span class="ue-c-article__media-author">JANE ROE</span></figcaption></figure>',
        CAPTION,
        "JANE ROE",
    ),
    (
        "small agency bracket",
        f'<figure>{IMAGE}<figcaption class="story__media__caption">{CAPTION[:-1]} (ansa)</figcaption></figure>',
        CAPTION[:-1],
        "(ansa)",
    ),
    (
        "caption by itemprop, credit in a figcaption",
        f'<div class="image" data-x="1"><div class="image__container"><picture class="image__picture">{IMAGE}</picture></div><div class="image__metadata"><div itemprop="caption" class="image__caption attribution"><span data-editable="metaCaption" class="inline-placeholder">{CAPTION}</span></div><figcaption class="image__credit">Jane Roe/AFP/Getty Images</figcaption></div></div>',
        CAPTION,
        "Jane Roe/AFP/Getty Images",
    ),
    (
        "compound names",
        f'<div class="InlineImage-imageEmbed"><div class="InlineImage-wrapper"><picture>{IMAGE}</picture></div><div class="InlineImage-imageEmbedCaption">{CAPTION}</div><div class="InlineImage-imageEmbedCredit">Jane Roe | Getty Images</div></div>',
        CAPTION,
        "Jane Roe | Getty Images",
    ),
    (
        "caption class without figure",
        f'<div class="artSplitter mol-img-group"><div class="mol-img"><div class="image-wrap">{IMAGE}</div></div><p class="imageCaption">{CAPTION}</p></div>',
        CAPTION,
        None,
    ),
    (
        "two brackets",
        f'<figure><div class="x">{IMAGE}</div><figcaption><span>{CAPTION} (Jane Roe/Courier via AP)</span> (ASSOCIATED PRESS)</figcaption></figure>',
        CAPTION,
        "(Jane Roe/Courier via AP) (ASSOCIATED PRESS)",
    ),
    (
        "bar in a caption paragraph",
        f'<figure><div>{IMAGE}</div><p class="story-photo__caption">{CAPTION} | Jane Roe/AP Photo</p></figure>',
        CAPTION,
        "Jane Roe/AP Photo",
    ),
    (
        "caption box of a blog system",
        f'<div id="attachment_12" class="wp-caption alignnone">{IMAGE}<p class="wp-caption-text">{CAPTION} Foto: Jane Roe</p></div>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "credit class box with both",
        f'<div class="img"><div>{IMAGE}</div><div class="image-caption-credit">{CAPTION} — Foto: Jane Roe</div></div>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "plain div long short",
        f'<div class="a1"><div class="a2">{IMAGE}</div><div class="a3">{CAPTION}</div><div class="a4">Jane Roe</div></div>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "p em",
        f"<p>{IMAGE}<br><em>{CAPTION} Foto: Jane Roe</em></p>",
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "figure plus sibling p credit",
        f'<div class="b1"><figure>{IMAGE}</figure><p class="b2">{CAPTION}</p><p class="b3">Foto: Jane Roe</p></div>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "figure sibling caption class",
        f'<div class="lead"><figure class="x">{IMAGE}</figure></div><div class="caption">{CAPTION} <span>Foto: Jane Roe</span></div>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "table",
        f'<table class="image"><tr><td>{IMAGE}</td></tr><tr><td class="legende">{CAPTION} (Foto: Jane Roe)</td></tr></table>',
        CAPTION,
        "(Foto: Jane Roe)",
    ),
    (
        "table plain",
        f"<table><tr><td>{IMAGE}</td></tr><tr><td>{CAPTION} (Foto: Jane Roe)</td></tr></table>",
        CAPTION,
        "(Foto: Jane Roe)",
    ),
    (
        "dl",
        f'<dl class="bild"><dt>{IMAGE}</dt><dd>{CAPTION} © Jane Roe</dd></dl>',
        CAPTION,
        "© Jane Roe",
    ),
    (
        "credit over the image",
        f'<figure><div class="media">{IMAGE}<span class="overlay-copyright">© Jane Roe</span></div><figcaption>{CAPTION}</figcaption></figure>',
        CAPTION,
        "© Jane Roe",
    ),
    (
        "credit before caption",
        f'<figure>{IMAGE}<div class="credit">Jane Roe</div><figcaption>{CAPTION}</figcaption></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "source before caption in one",
        f'<figure>{IMAGE}<figcaption><span class="source">dpa</span> <span class="text">{CAPTION}</span></figcaption></figure>',
        CAPTION,
        "dpa",
    ),
    (
        "two figcaptions",
        f"<figure>{IMAGE}<figcaption>{CAPTION}</figcaption><figcaption><strong>Image Credits:</strong> Jane Roe</figcaption></figure>",
        CAPTION,
        "Image Credits: Jane Roe",
    ),
    (
        "link on credit",
        f'<figure>{IMAGE}<figcaption>{CAPTION} <a href="https://www.gettyimages.com/x">Jane Roe/Getty Images</a></figcaption></figure>',
        CAPTION,
        "Jane Roe/Getty Images",
    ),
    (
        "link on name",
        f'<figure>{IMAGE}<figcaption>{CAPTION} Photo by <a href="https://unsplash.com/@x">Jane Roe</a> on <a href="https://unsplash.com">Unsplash</a></figcaption></figure>',
        CAPTION,
        "Photo by Jane Roe on Unsplash",
    ),
    (
        "dutch sep",
        f'<figure>{IMAGE}<figcaption>Arbeiders repareren de oude sluis. <span class="x9">Beeld Jan Jansen</span></figcaption></figure>',
        "Arbeiders repareren de oude sluis.",
        "Beeld Jan Jansen",
    ),
    (
        "swedish",
        f'<figure>{IMAGE}<figcaption>Arbetare lagar den gamla slussen. <span class="zz">Foto: Anna Ek/TT</span></figcaption></figure>',
        "Arbetare lagar den gamla slussen.",
        "Foto: Anna Ek/TT",
    ),
    (
        "german quelle",
        f"<figure>{IMAGE}<figcaption><span>Arbeiter reparieren das alte Tor.</span> <span>(Quelle: Jana Roe/dpa)</span></figcaption></figure>",
        "Arbeiter reparieren das alte Tor.",
        "(Quelle: Jana Roe/dpa)",
    ),
    (
        "residue button",
        f'<figure>{IMAGE}<button>Bild vergrößern</button><figcaption>{CAPTION} <span class="credit">Jane Roe</span></figcaption></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "residue text",
        f"<figure>{IMAGE}<span>Open image in gallery</span><figcaption>{CAPTION} (Getty)</figcaption></figure>",
        CAPTION,
        "(Getty)",
    ),
    (
        "split credit",
        f'<figure>{IMAGE}<figcaption>{CAPTION}<span class="credit">Photo by Jane Roe</span><span class="credit">AFP via Getty Images</span></figcaption></figure>',
        CAPTION,
        "Photo by Jane Roe / AFP via Getty Images",
    ),
    (
        "label apart",
        f'<figure>{IMAGE}<figcaption>{CAPTION}<span class="credit-label">Credit:</span><span class="credit-name">Jane Roe</span></figcaption></figure>',
        CAPTION,
        "Credit: Jane Roe",
    ),
    (
        "data attributes",
        f'<figure data-caption="{CAPTION}" data-copyright="Jane Roe/dpa">{IMAGE}</figure>',
        CAPTION,
        "Jane Roe/dpa",
    ),
    (
        "amp",
        f'<figure><amp-img src="https://img.example/2026/harbour-12345-lock.jpg" width="800" height="500"><noscript>{IMAGE}</noscript></amp-img><figcaption>{CAPTION} <span class="amp-credit">Jane Roe</span></figcaption></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "gallery slide",
        f'<div class="gallery"><div class="slide">{IMAGE}<div class="slide-text">{CAPTION} <span>Foto: Jane Roe</span></div></div><div class="slide"><img src="https://img.example/2026/other-boat-77.jpg"><div class="slide-text">A boat. <span>Foto: Max Muster</span></div></div></div>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "flat gallery",
        f'<div class="g">{IMAGE}<p class="caption">{CAPTION} Foto: Jane Roe</p><img src="https://img.example/2026/other-boat-77.jpg"><p class="caption">A boat. Foto: Max Muster</p></div>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "aside image",
        f'<aside class="image">{IMAGE}<p class="caption">{CAPTION} <span class="credits">(Courtesy of Jane Roe)</span></p></aside>',
        CAPTION,
        "(Courtesy of Jane Roe)",
    ),
    (
        "li gallery",
        f'<ul class="gallery"><li>{IMAGE}<p>{CAPTION}</p><p>Foto: Jane Roe</p></li></ul>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "author itemprop",
        f'<figure itemprop="associatedMedia" itemscope>{IMAGE}<figcaption><span itemprop="description">{CAPTION}</span><span itemprop="copyrightHolder">Jane Roe</span></figcaption></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "source tag wording",
        f"<figure>{IMAGE}<figcaption>{CAPTION}<br>Source: Harbour Trust</figcaption></figure>",
        CAPTION,
        "Source: Harbour Trust",
    ),
    (
        "br credit name",
        f"<figure>{IMAGE}<figcaption>{CAPTION}<br>Jane Roe</figcaption></figure>",
        CAPTION,
        "Jane Roe",
    ),
    (
        "bold caption plain credit",
        f"<figure>{IMAGE}<figcaption><b>{CAPTION}</b> Jane Roe / Harbour News</figcaption></figure>",
        CAPTION,
        "Jane Roe / Harbour News",
    ),
    (
        "credit over the image, caption behind the box",
        f'<div class="photo">{IMAGE}<span class="photo-credit">Jane Roe</span></div><p class="photo-caption">{CAPTION}</p>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "standfirst behind a credited figure is no caption",
        f'<div><figure>{IMAGE}<figcaption class="credit">Photo: Jane Roe</figcaption></figure></div>'
        '<div class="box"><div class="description">The board wants to keep the gate for another hundred years.</div></div>',
        None,
        "Photo: Jane Roe",
    ),
    (
        "two images side by side under one caption",
        f'<figure>{IMAGE}<img src="https://img.example/other-777777.jpg"><figcaption>{CAPTION} (AFP)</figcaption></figure>',
        CAPTION,
        "(AFP)",
    ),
    (
        "paragraphs in turn",
        f'<p class="image">{IMAGE}</p><p class="image-text">{CAPTION} Foto: Jane Roe</p>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "text that goes on behind the credit is not the image's",
        f'<div class="z1"><div class="z2">{IMAGE}</div><span class="z3">{CAPTION}</span> <span class="source">dpa</span>'
        '<div class="z4">The board of the harbour has met four times since the gate was closed in the autumn.</div></div>',
        CAPTION,
        "dpa",
    ),
    (
        "footer of a section",
        f'<section class="article-image">{IMAGE}<footer>{CAPTION} Foto: Jane Roe</footer></section>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "bold caption, loose credit",
        f'<div class="pic">{IMAGE}<b>{CAPTION}</b> Foto: Jane Roe</div>',
        CAPTION,
        "Foto: Jane Roe",
    ),
    (
        "credit in italics",
        f'<div class="image">{IMAGE}<div class="text">{CAPTION}<br/><i>Photo: Jane Roe</i></div></div>',
        CAPTION,
        "Photo: Jane Roe",
    ),
    (
        "credit paragraph first",
        f'<figure>{IMAGE}<figcaption><p class="copyright">© Jane Roe</p><p>{CAPTION}</p></figcaption></figure>',
        CAPTION,
        "© Jane Roe",
    ),
    (
        "credit in a box that opens",
        f'<figure>{IMAGE}<div class="info"><button>i</button><div class="tooltip">© Jane Roe</div></div><figcaption>{CAPTION}</figcaption></figure>',
        CAPTION,
        "© Jane Roe",
    ),
    (
        "credit in a box that unfolds",
        f'<figure>{IMAGE}<details><summary>Info</summary><p class="caption">{CAPTION}</p><p class="credit">Jane Roe</p></details></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "agency beside the caption",
        f'<figure>{IMAGE}<figcaption><span class="image__caption">{CAPTION}</span><span class="image__agency">AFP</span></figcaption></figure>',
        CAPTION,
        "AFP",
    ),
    (
        "caption in a heading",
        f'<div class="imgbox"><div>{IMAGE}</div><h4>{CAPTION}</h4><p>Photo: AFP</p></div>',
        CAPTION,
        "Photo: AFP",
    ),
    (
        "date in the caption",
        f"<figure>{IMAGE}<figcaption>{CAPTION} <time>3 May 2026</time>. Jane Roe/AFP</figcaption></figure>",
        "Workers repair the old lock gate in the harbour. 3 May 2026.",
        "Jane Roe/AFP",
    ),
    (
        "credit in the caption, an agency behind the figure",
        f'<figure>{IMAGE}<figcaption>{CAPTION} Photo: Jane Roe/AFP</figcaption></figure><div class="q1"><span>Anadolu Ajansı</span></div>',
        CAPTION,
        "Photo: Jane Roe/AFP",
    ),
    (
        "credit in the caption, an agency in the box around the figure",
        f'<div class="q1"><figure>{IMAGE}<figcaption>{CAPTION} Photo: Jane Roe/AFP</figcaption></figure><span>Anadolu Ajansı</span></div>',
        CAPTION,
        "Photo: Jane Roe/AFP",
    ),
    (
        "caption behind a box with the credit, told by the description of the image",
        f'<div class="q1"><div class="q2">{DESCRIBED}<span class="credit">© Jane Roe</span></div><p>{CAPTION}</p></div>',
        CAPTION,
        "© Jane Roe",
    ),
    (
        "name behind a caption behind the box",
        f'<div class="q1"><div class="q2">{IMAGE}</div><div class="q3"><p class="caption">{CAPTION}</p><p class="q4">Jane Roe</p></div></div>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "caption and credit in what is named after the source",
        f'<div class="q1"><figure>{IMAGE}</figure><div class="source">{CAPTION} (AP Photo/Jane Roe)</div></div>',
        CAPTION,
        "(AP Photo/Jane Roe)",
    ),
    (
        "a caption that begins with the one who took it, each named",
        f'<div class="q1">{IMAGE}<span class="caption">Jane Roe after the race.</span><span class="credit">Jane Roe</span></div>',
        "Jane Roe after the race.",
        "Jane Roe",
    ),
    (
        "link around image and text",
        f'<div class="image"><a href="/gallery/12">{IMAGE}<span class="caption">{CAPTION}</span><span class="credit">Jane Roe</span></a></div>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "paragraphs without names",
        f'<div class="q1"><p>{IMAGE}</p><p class="q2">{CAPTION}</p><p class="q3">Bild: Jane Roe</p></div>',
        CAPTION,
        "Bild: Jane Roe",
    ),
    (
        "icon before the credit",
        f'<figure>{IMAGE}<figcaption><span>{CAPTION}</span><span class="c9"><img src="/camera.png" width="12" height="12"> Jane Roe</span></figcaption></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "label for listeners in the credit",
        f'<figure>{IMAGE}<figcaption>{CAPTION}<span class="credit"><span class="sr-only">Credit:</span> Jane Roe</span></figcaption></figure>',
        CAPTION,
        "Jane Roe",
    ),
    (
        "credit paragraph behind the caption",
        f'<figure>{IMAGE}<figcaption>{CAPTION}</figcaption><p class="zz">Image source: Harbour Trust</p></figure>',
        CAPTION,
        "Image source: Harbour Trust",
    ),
    (
        "still with a credit",
        f'<figure class="video">{IMAGE}<figcaption>{CAPTION} Photo: Jane Roe</figcaption></figure>',
        CAPTION,
        "Photo: Jane Roe",
    ),
    (
        "counter and clock beside the caption",
        f"<figure>{IMAGE}<figcaption><span>2 of 12</span><span>{CAPTION}</span><span>Photo: Jane Roe</span><span>View 6 Images</span></figcaption></figure>",
        CAPTION,
        "Photo: Jane Roe",
    ),
    (
        "text that repeats the description",
        f'<div class="c1"><div><a href="/photos/12">{IMAGE.replace("A lock gate in a harbour", CAPTION)}</a></div><p class="c2">{CAPTION}</p></div>',
        CAPTION,
        None,
    ),
    (
        "two credits in a row",
        f"<figure>{IMAGE}<figcaption>Source: Harbour Trust/dpa; Montage: Jane Roe</figcaption></figure>",
        None,
        "Source: Harbour Trust/dpa; Montage: Jane Roe",
    ),
    (
        "paragraph right behind a linked image",
        f'<a href="https://img.example/2026/harbour-12345-lock.jpg">{IMAGE}</a><p class="c3">{CAPTION} <span class="c4">Foto: Jane Roe/imago</span></p>',
        CAPTION,
        "Foto: Jane Roe/imago",
    ),
    (
        "sign for copyright before the caption",
        f'<figure>{IMAGE}<figcaption><span class="x1">(c) AP</span><span class="x2">{CAPTION}</span></figcaption></figure>',
        CAPTION,
        "(c) AP",
    ),
    (
        "picture behind a box",
        f'<div class="hero-image" style="background-image:url(https://img.example/2026/harbour-12345-lock.jpg)"></div><p class="hero-caption">{CAPTION} Photo: AP</p>',
        CAPTION,
        "Photo: AP",
    ),
]


@pytest.mark.parametrize(("markup", "caption", "credit"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_an_image_gets_the_text_of_its_container(
    markup: str, caption: str | None, credit: str | None, words: Words
) -> None:
    assert texts(page(markup), words)[0] == (caption, credit)


# idea, markup, the credit that the caption ends with beside the credit line
SIGN_OFFS = [
    ("in brackets behind the caption", f'<figure>{IMAGE}<figcaption>{CAPTION} (Jane Roe/AFP)<span class="credit">Jane Roe/AFP</span></figcaption></figure>', "Jane Roe/AFP"),
    ("with its marker", f'<figure>{IMAGE}<figcaption><p class="caption">{CAPTION} Photo: Jane Roe/AFP</p><p class="credit">Jane Roe/AFP</p></figcaption></figure>', "Photo: Jane Roe/AFP"),
    ("the name of the maker only", f'<figure>{IMAGE}<figcaption><p class="caption">{CAPTION} Photo: Jane Roe</p><p class="credit">Photo: Jane Roe/AFP</p></figcaption></figure>', "Photo: Jane Roe"),
    ("once", f'<figure>{IMAGE}<figcaption>{CAPTION}<span class="credit">Jane Roe/AFP</span></figcaption></figure>', None),
    ("once, inside the caption", f"<figure>{IMAGE}<figcaption>{CAPTION} (Jane Roe/AFP)</figcaption></figure>", None),
    ("for small screens again", f'<figure>{IMAGE}<figcaption class="wide">{CAPTION} (Jane Roe/AFP)</figcaption><figcaption class="small">{CAPTION} (Jane Roe/AFP)</figcaption></figure>', None),
    ("somebody else's", f'<figure>{IMAGE}<figcaption><p class="caption">{CAPTION} (Photo by Max Muster / AP)</p><p class="credit">Jane Roe/AFP</p></figcaption></figure>', "Photo by Max Muster / AP"),
    ("no credit", f'<figure>{IMAGE}<figcaption><p class="caption">{CAPTION} (archive)</p><p class="credit">Jane Roe/AFP</p></figcaption></figure>', None),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "signed"), [row[1:] for row in SIGN_OFFS], ids=[row[0] for row in SIGN_OFFS])
def test_the_credit_at_the_end_of_a_caption_is_known(markup: str, signed: str | None, words: Words) -> None:
    assert [image.sign_off for image in shown(page(markup), words)] == [signed]
