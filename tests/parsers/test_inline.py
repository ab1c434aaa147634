"""Credits inside the caption text: where the caption ends and the credit begins, in the languages of the trade."""

import pytest

from auditor.parsers.inline import split
from auditor.words import Words

# text under the image, caption, credit line as printed
LINES = [
    ("Top mit Paillettenapplikation, von GIORGIO ARMANI.", "Top mit Paillettenapplikation, von GIORGIO ARMANI.", None),
    ("Jane Roe, Real Madrid.", "Jane Roe, Real Madrid.", None),
    ("Der Bürgermeister im Rathaus. Jonas Wehner (SPD)", "Der Bürgermeister im Rathaus. Jonas Wehner (SPD)", None),
    ("The mayor in the town hall. Jonas Wehner (AFP)", "The mayor in the town hall.", "Jonas Wehner (AFP)"),
    ("Photo: Screenshot: harbour.example", None, "Photo: Screenshot: harbour.example"),
    (
        "Photo: U.S. District Court, Eastern District of Sandvik",
        None,
        "Photo: U.S. District Court, Eastern District of Sandvik",
    ),
    ("Photo: The ferry leaves the harbour. Credit: AP", "Photo: The ferry leaves the harbour.", "Credit: AP"),
    ("Die Mühle (Archivbild): Sie brannte im Mai aus.", "Die Mühle (Archivbild): Sie brannte im Mai aus.", None),
    (
        "Die Mühle (Archivbild): Sie brannte im Mai aus. (Quelle: dpa)",
        "Die Mühle (Archivbild): Sie brannte im Mai aus.",
        "(Quelle: dpa)",
    ),
    ("Die Mühle nach dem Brand (Archivbild): dpa", "Die Mühle nach dem Brand", "(Archivbild): dpa"),
    ("Die Mühle nach dem Brand (Foto): Jane Roe", "Die Mühle nach dem Brand", "(Foto): Jane Roe"),
    ("The winner of the PHOTO OF THE YEAR", "The winner of the PHOTO OF THE YEAR", None),
    ("A pack from the harbour shop. ($21.99, #683213)", "A pack from the harbour shop. ($21.99, #683213)", None),
    ("A pack from the harbour shop. (Harbour Shop)", "A pack from the harbour shop.", "(Harbour Shop)"),
    ("Foto de familia de la segunda reunión del Grupo", "Foto de familia de la segunda reunión del Grupo", None),
    (
        "Foto de familia de la segunda reunión del Grupo (EFE/ Juana Ruiz)",
        "Foto de familia de la segunda reunión del Grupo",
        "(EFE/ Juana Ruiz)",
    ),
    (
        "Foto de familia de la segunda reunión | EFE/ Juana Ruiz",
        "Foto de familia de la segunda reunión",
        "EFE/ Juana Ruiz",
    ),
    ("Foto di gruppo davanti al municipio", "Foto di gruppo davanti al municipio", None),
    ("La familia en el puerto. Foto de Juana Ruiz", "La familia en el puerto.", "Foto de Juana Ruiz"),
    ("Workers repair the old lock gate (Supplied)", "Workers repair the old lock gate", "(Supplied)"),
    ("Arbeiter erneuern das alte Schleusentor (zVg)", "Arbeiter erneuern das alte Schleusentor", "(zVg)"),
    (
        "Workers repair the old lock gate in the harbour. Photo: Jane Roe/AFP",
        "Workers repair the old lock gate in the harbour.",
        "Photo: Jane Roe/AFP",
    ),
    ("Workers repair the old lock gate in the harbour – AFP", "Workers repair the old lock gate in the harbour", "AFP"),
    (
        "Workers repair the old lock gate in the harbour. - Photo AFP",
        "Workers repair the old lock gate in the harbour.",
        "Photo AFP",
    ),
    (
        "Workers repair the old lock gate in the harbour. — Picture by Jane Roe",
        "Workers repair the old lock gate in the harbour.",
        "Picture by Jane Roe",
    ),
    (
        "Workers repair the old lock gate in the harbour. MANDATORY CREDIT: JANE ROE/AP",
        "Workers repair the old lock gate in the harbour.",
        "MANDATORY CREDIT: JANE ROE/AP",
    ),
    (
        "Workers repair the old lock gate in the harbour. Jane Roe/Reuters",
        "Workers repair the old lock gate in the harbour.",
        "Jane Roe/Reuters",
    ),
    (
        "Workers repair the old lock gate in the harbour. REUTERS/Jane Roe",
        "Workers repair the old lock gate in the harbour.",
        "REUTERS/Jane Roe",
    ),
    (
        "Workers repair the old lock gate in the harbour REUTERS/Jane Roe",
        "Workers repair the old lock gate in the harbour",
        "REUTERS/Jane Roe",
    ),
    (
        "Workers repair the old lock gate in the harbour. (Jane Roe/AP, File)",
        "Workers repair the old lock gate in the harbour.",
        "(Jane Roe/AP, File)",
    ),
    (
        "Workers repair the old lock gate in the harbour. (Harbour Heritage Trust)",
        "Workers repair the old lock gate in the harbour.",
        "(Harbour Heritage Trust)",
    ),
    (
        "Workers repair the old lock gate in the harbour. Courtesy of the Harbour Trust",
        "Workers repair the old lock gate in the harbour.",
        "Courtesy of the Harbour Trust",
    ),
    (
        "Workers repair the old lock gate in the harbour. Photo courtesy of Jane Roe",
        "Workers repair the old lock gate in the harbour.",
        "Photo courtesy of Jane Roe",
    ),
    (
        "Workers repair the old lock gate in the harbour. Handout",
        "Workers repair the old lock gate in the harbour.",
        "Handout",
    ),
    (
        "노동자들이 항구의 오래된 수문을 수리하고 있다. 연합뉴스",
        "노동자들이 항구의 오래된 수문을 수리하고 있다.",
        "연합뉴스",
    ),
    (
        "노동자들이 항구의 오래된 수문을 수리하고 있다. /사진=뉴시스",
        "노동자들이 항구의 오래된 수문을 수리하고 있다.",
        "사진=뉴시스",
    ),
    (
        "노동자들이 항구의 오래된 수문을 수리하고 있다. [AP 연합뉴스]",
        "노동자들이 항구의 오래된 수문을 수리하고 있다.",
        "[AP 연합뉴스]",
    ),
    ("古い水門を修理する作業員＝共同", "古い水門を修理する作業員", "共同"),
    (
        "古い水門を修理する作業員＝3日、港町で（山田太郎撮影）",
        "古い水門を修理する作業員＝3日、港町で",
        "（山田太郎撮影）",
    ),
    ("古い水門を修理する作業員＝3日、港町で、山田太郎撮影", "古い水門を修理する作業員＝3日、港町で", "山田太郎撮影"),
    ("工人在修理旧水闸。新华社记者 张三 摄", "工人在修理旧水闸。", "新华社记者 张三 摄"),
    (
        "Robotnicy naprawiają starą śluzę. Fot. Jan Nowak / PAP",
        "Robotnicy naprawiają starą śluzę.",
        "Fot. Jan Nowak / PAP",
    ),
    (
        "Robotnicy naprawiają starą śluzę w porcie (fot. Jan Nowak)",
        "Robotnicy naprawiają starą śluzę w porcie",
        "(fot. Jan Nowak)",
    ),
    ("Arbeiders repareren de oude sluis. Beeld ANP", "Arbeiders repareren de oude sluis.", "Beeld ANP"),
    (
        "Työmiehet korjaavat vanhaa sulkua. KUVA: Matti Virtanen / Lehtikuva",
        "Työmiehet korjaavat vanhaa sulkua.",
        "KUVA: Matti Virtanen / Lehtikuva",
    ),
    ("Anton Žic (privatni album)", "Anton Žic", "(privatni album)"),
    ("Il cortile della scuola (ph. Luca Masci)", "Il cortile della scuola", "(ph. Luca Masci)"),
    ("Jane Roe (Ph.D. student)", "Jane Roe (Ph.D. student)", None),
    ("Collefosco prima del terremoto (archivio Masci)", "Collefosco prima del terremoto", "(archivio Masci)"),
    ("Der Bahnhof (Archivbild)", "Der Bahnhof (Archivbild)", None),
    ("Vecinos achican agua - AYUNTAMIENTO DE LORCA", "Vecinos achican agua", "AYUNTAMIENTO DE LORCA"),
    ("Potvynis pamaryje | Ritos Stankevičiūtės nuotr.", "Potvynis pamaryje", "Ritos Stankevičiūtės nuotr."),
    ("İşçiler eski kapağı onarıyor. Fotoğraf: AA", "İşçiler eski kapağı onarıyor.", "Fotoğraf: AA"),
    (
        "Рабочие ремонтируют старый шлюз. Фото: Иван Петров / ТАСС",
        "Рабочие ремонтируют старый шлюз.",
        "Фото: Иван Петров / ТАСС",
    ),
    ("Рабочие ремонтируют старый шлюз / Фото: Иван Петров", "Рабочие ремонтируют старый шлюз", "Фото: Иван Петров"),
    ("פועלים מתקנים את הסכר הישן. צילום: רויטרס", "פועלים מתקנים את הסכר הישן.", "צילום: רויטרס"),
    ("عمال يصلحون البوابة القديمة. (رويترز)", "عمال يصلحون البوابة القديمة.", "(رويترز)"),
    ("Εργάτες επισκευάζουν την παλιά πύλη. Φωτογραφία: AP", "Εργάτες επισκευάζουν την παλιά πύλη.", "Φωτογραφία: AP"),
    (
        "Operários consertam a velha comporta — Foto: João Silva/Folhapress",
        "Operários consertam a velha comporta",
        "Foto: João Silva/Folhapress",
    ),
    ("Obreros reparan la vieja compuerta / Juan García", "Obreros reparan la vieja compuerta", "Juan García"),
    ("Operai riparano la vecchia chiusa - © ANSA", "Operai riparano la vecchia chiusa", "© ANSA"),
    (
        "Des ouvriers réparent la vieille écluse. (Crédit photo : Jean Dupont)",
        "Des ouvriers réparent la vieille écluse.",
        "(Crédit photo : Jean Dupont)",
    ),
    (
        "Des ouvriers réparent la vieille écluse. Photo Jean Dupont",
        "Des ouvriers réparent la vieille écluse.",
        "Photo Jean Dupont",
    ),
    ("Arbetare lagar den gamla slussen. BILD: ANNA EK", "Arbetare lagar den gamla slussen.", "BILD: ANNA EK"),
    ("Arbeiter reparieren das alte Tor. Bild: Jana Roe", "Arbeiter reparieren das alte Tor.", "Bild: Jana Roe"),
    (
        "Arbeiter reparieren das alte Tor. Bild © Jana Roe (hr)",
        "Arbeiter reparieren das alte Tor.",
        "Bild © Jana Roe (hr)",
    ),
    ("Workers mend the gate. Image © Getty", "Workers mend the gate.", "Image © Getty"),
    ("Sie zeigt ihr liebstes Bild © Jana Roe", "Sie zeigt ihr liebstes Bild", "© Jana Roe"),
    (
        "Arbeiter reparieren das alte Tor © Jana Roe/imago images",
        "Arbeiter reparieren das alte Tor",
        "© Jana Roe/imago images",
    ),
    (
        "Arbeiter reparieren das alte Tor. (Archivbild) Foto: Jana Roe",
        "Arbeiter reparieren das alte Tor. (Archivbild)",
        "Foto: Jana Roe",
    ),
    (
        "Arbeiter reparieren das alte Tor. Archivfoto: Jana Roe",
        "Arbeiter reparieren das alte Tor.",
        "Archivfoto: Jana Roe",
    ),
    (
        "Workers repair the old lock gate in the harbour. Image by Jane Roe",
        "Workers repair the old lock gate in the harbour.",
        "Image by Jane Roe",
    ),
    (
        "Workers repair the old lock gate in the harbour. Pic: Jane Roe",
        "Workers repair the old lock gate in the harbour.",
        "Pic: Jane Roe",
    ),
    (
        "Workers repair the old lock gate in the harbour. (picture: Jane Roe)",
        "Workers repair the old lock gate in the harbour.",
        "(picture: Jane Roe)",
    ),
    (
        "Workers repair the old lock gate in the harbour. (via Facebook)",
        "Workers repair the old lock gate in the harbour.",
        "(via Facebook)",
    ),
    (
        "Workers repair the old lock gate in the harbour. (Screenshot: YouTube)",
        "Workers repair the old lock gate in the harbour.",
        "(Screenshot: YouTube)",
    ),
    ("Jane Roe / AFP", None, "Jane Roe / AFP"),
    ("Foto: Jane Roe", None, "Foto: Jane Roe"),
    ("Workers repair the old lock gate in the harbour.", "Workers repair the old lock gate in the harbour.", None),
    ("Jane Roe", "Jane Roe", None),
    ("Jane Roe (SPD) und Max Muster (CDU)", "Jane Roe (SPD) und Max Muster (CDU)", None),
    ("Jane Roe (left) and Max Muster (right)", "Jane Roe (left) and Max Muster (right)", None),
    ("The headquarters of the news agency AFP in Paris", "The headquarters of the news agency AFP in Paris", None),
    ("The minister told Reuters that the lock is safe", "The minister told Reuters that the lock is safe", None),
]


@pytest.mark.parametrize(("text", "caption", "credit"), LINES)
def test_the_credit_is_told_from_the_caption(text: str, caption: str | None, credit: str | None, words: Words) -> None:
    assert split(text, words) == (caption, credit)
