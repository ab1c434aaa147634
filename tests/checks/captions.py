"""Pairs of captions of one picture in many languages: the same facts in other words, and one fact changed.

All stories, people and places are invented.
"""

# language, one caption, the other caption: the same facts
SAME: list[tuple[str | None, str, str]] = [
    # English
    (
        "en",
        "The lighthouse of Skarvøy, built in 1964, will be lit by hand for the last time.",
        "Skarvøy's lighthouse, built in the 1960s, will be lit by hand for the last time.",
    ),
    (
        "en",
        "Mayor Ida Holm opens the market hall in Norrvik on Tuesday, May 5, 2024.",
        "Ida Holm, the mayor, opens the market hall in Norrvik on Tuesday.",
    ),
    (
        "en",
        "About 1.5 million people saw the regatta off Norrvik.",
        "About 1,500,000 people saw the regatta off Norrvik.",
    ),
    (
        "en",
        "President Amara Osei-Lund speaks to reporters at Port Lessing.",
        "Amara Osei-Lund, president of the islands, talks to reporters at Port Lessing.",
    ),
    (
        "en",
        "FILE - A ferry leaves the harbour of Norrvik, June 3, 2019.",
        "A ferry leaves the harbour of Norrvik on 3 June 2019.",
    ),
    ("en", "The race from 2014 to 2018 was won by Tom Ridgeway.", "The race was won by Tom Ridgeway 2014-2018."),
    (
        "en",
        "Fans wait for the gates to open at 10:00 in Aldery.",
        "Fans wait for the gates to open at 10 a.m. in Aldery.",
    ),
    (
        "en",
        "A picking robot in the orchards above Tarn Bridge.",
        "A robot picks pears in the orchards above Tarn Bridge.",
    ),
    (
        "en",
        "Foreign Minister Per Dahl (left) greets Prime Minister Teodor Halvik (right).",
        "Minister Per Dahl, left, greets Teodor Halvik, the prime minister.",
    ),
    (
        "en",
        "Children play in the snow in the Old Town of Rehfelde.",
        "Kids are playing in the snow in Rehfelde's Old Town.",
    ),
    (
        "en",
        "The Aurora, a ferry with 5-6 cars on board, leaves Sandvik.",
        "The ferry Aurora leaves Sandvik with five to six cars on board.",
    ),
    (
        "en",
        "Police officers guard the court house in Merrow on Monday",
        "Police guard the Merrow court house on Monday, 4 March",
    ),
    (
        "en",
        "Nico Wexford, 34, scores for Aldery Town in a 2-1 win over Merrow.",
        "Aldery Town's Nico Wexford (34) scores in the 2:1 win over Merrow.",
    ),
    ("en", "A woman in her 60s waits for the bus in Sandvik.", "A woman, 64, waits for the bus in Sandvik."),
    # German
    (
        "de",
        "Der Leuchtturm von Skarvøy, 1964 gebaut, wird zum letzten Mal von Hand angezündet.",
        "Der in den 1960er-Jahren gebaute Leuchtturm von Skarvøy wird zum letzten Mal von Hand angezündet.",
    ),
    (
        "de",
        "Bundeskanzler Teodor Halvik spricht am Dienstag in Rehfelde mit Journalisten.",
        "Kanzler Teodor Halvik spricht in Rehfelde mit Journalisten.",
    ),
    ("de", "Ein Mann steht am Ufer des Hafens von Rehfelde.", "Ein Herr steht am Ufer im Hafen von Rehfelde."),
    (None, "Ein Mann steht am Ufer des Hafens von Rehfelde.", "Ein Herr steht am Ufer im Hafen von Rehfelde."),
    (
        "de",
        "Demonstranten ziehen durch die Altstadt von Rehfelde.",
        "Protestierende ziehen durch die Altstadt von Rehfelde.",
    ),
    (
        "de",
        "Die Straßenbahn auf der Drehbrücke wiegt 12.000 Kilogramm.",
        "Die Tram auf der Drehbrücke wiegt 12 000 Kilogramm.",
    ),
    (
        "de",
        "Söder bei einem Besuch der Werft in Rehfelde.",
        "Ministerpräsident Söder bei einem Besuch der Werft in Rehfelde.",
    ),
    (
        "de",
        "Henrike Ostermann (l.) und Jonas Wehner im Stadtrat.",
        "Henrike Ostermann (links) und Jonas Wehner im Stadtrat.",
    ),
    (
        "de",
        "Rund 1,5 Millionen Menschen sahen die Regatta vor Norrvik.",
        "Rund 1.500.000 Menschen sahen die Regatta vor Norrvik.",
    ),
    (
        None,
        "Zwei Feuerwehrleute löschen den Brand in der Mühle.",
        "Zwei Feuerwehrmänner löschen den Brand in der Mühle.",
    ),
    (
        "de",
        "Der Vorsitzende der Gewerkschaft, Jonas Wehner, am 3. März 2024 in Rehfelde",
        "Gewerkschaftschef Jonas Wehner am 03.03.2024 in Rehfelde",
    ),
    # French
    (
        "fr",
        "Odile Ferrandier renoue un fil cassé sur l'un des métiers à tisser de Saint-Aubrac.",
        "Odile Ferrandier noue un fil cassé sur un métier à tisser de Saint-Aubrac.",
    ),
    (
        "fr",
        "Le phare de Skarvøy, construit en 1964, sera allumé à la main.",
        "Le phare de Skarvøy, construit dans les années 1960, sera allumé à la main.",
    ),
    (
        "fr",
        "Le président Teodor Halvik à son arrivée à Norrvik, le 5 mai 2024.",
        "Teodor Halvik à son arrivée à Norrvik le 5 mai.",
    ),
    (
        "fr",
        "Deux pompiers devant le moulin de Hollin, mercredi 4 mars.",
        "2 pompiers devant le moulin de Hollin, le mercredi 4 mars",
    ),
    ("fr", "Près de 1,2 million de visiteurs au port de Norrvik.", "Près de 1 200 000 visiteurs au port de Norrvik."),
    # Spanish
    (
        "es",
        "El lago Quillay, en una imagen tomada el 5 de enero de 2024.",
        "El lago Quillay, en una foto tomada el 5 enero 2024.",
    ),
    (
        "es",
        "El faro de Skarvøy, de los años 60, se encenderá a mano.",
        "El faro de Skarvøy, de 1964, se encenderá a mano.",
    ),
    (
        "es",
        "La ministra Lucía Arrieta saluda a los vecinos de Valdeagua.",
        "La titular de Sanidad, Lucía Arrieta, saluda a los vecinos de Valdeagua.",
    ),
    (
        "es",
        "Tres barcos salen del puerto de Norrvik con 12.000 toneladas.",
        "3 barcos salen del puerto de Norrvik con 12 000 toneladas.",
    ),
    (
        "es",
        "Aficionados del Real Aldea celebran el 3-2 ante el Merrow.",
        "Aficionados del Real Aldea celebran el 3 a 2 ante el Merrow.",
    ),
    # Italian
    (
        "it",
        "Il faro di Skarvøy, costruito negli anni '60, sarà acceso a mano.",
        "Il faro di Skarvøy, costruito nel 1964, sarà acceso a mano.",
    ),
    (
        "it",
        "La sindaca Ida Holm apre il mercato di Norrvik martedì 5 maggio.",
        "Ida Holm, sindaca, apre il mercato di Norrvik martedì.",
    ),
    ("it", "Due vigili del fuoco davanti al mulino di Hollin", "2 pompieri davanti al mulino di Hollin"),
    # Portuguese
    (
        "pt",
        "O farol de Skarvøy, da década de 1960, será aceso à mão.",
        "O farol de Skarvøy, de 1964, será aceso à mão.",
    ),
    ("pt", "Três barcos deixam o porto de Norrvik na segunda-feira.", "3 barcos deixam o porto de Norrvik na segunda."),
    (
        "pt",
        "A prefeita Ida Holm abre o mercado de Norrvik em 5 de maio de 2024.",
        "Ida Holm abre o mercado de Norrvik em 05/05/2024.",
    ),
    # Dutch
    (
        "nl",
        "De vuurtoren van Skarvøy uit 1964 wordt met de hand aangestoken.",
        "De vuurtoren van Skarvøy uit de jaren 60 wordt met de hand aangestoken.",
    ),
    (
        "nl",
        "Premier Teodor Halvik spreekt met journalisten in Norrvik.",
        "Minister-president Teodor Halvik spreekt in Norrvik met journalisten.",
    ),
    (
        "nl",
        "Drie brandweerlieden bij de molen van Hollin op dinsdag 5 maart.",
        "3 brandweermannen bij de molen van Hollin op 5 maart.",
    ),
    # Swedish
    ("sv", "Fyren på Skarvøy, byggd på 1960-talet, tänds för hand.", "Fyren på Skarvøy, byggd 1964, tänds för hand."),
    (
        "sv",
        "Statsminister Teodor Halvik möter pressen i Norrvik i tisdags.",
        "Teodor Halvik, statsminister, möter pressen i Norrvik.",
    ),
    ("sv", "Tre brandmän vid kvarnen i Hollin den 5 mars 2024.", "3 brandmän vid kvarnen i Hollin den 5 mars."),
    # Norwegian, Danish
    (
        "nb",
        "Fyret på Skarvøy, bygd på 1960-tallet, tennes for hånd.",
        "Fyret på Skarvøy, bygd i 1964, tennes for hånd.",
    ),
    ("no", "Anders Myrvold (71) har passet fyret siden 1980.", "Anders Myrvold, 71, har passet fyret siden 1980."),
    (
        "da",
        "Fyret på Skarvøy, bygget i 1960'erne, tændes i hånden.",
        "Fyret på Skarvøy, bygget i 1964, tændes i hånden.",
    ),
    # Finnish
    (
        "fi",
        "Skarvøyn majakka, rakennettu 1960-luvulla, sytytetään käsin.",
        "Skarvøyn majakka, rakennettu 1964, sytytetään käsin.",
    ),
    (
        "fi",
        "Pääministeri Teodor Halvik puhui toimittajille Norrvikissa tiistaina.",
        "Teodor Halvik puhui toimittajille Norrvikissa tiistaina.",
    ),
    # Polish, Czech
    (
        "pl",
        "Latarnia na Skarvøy z lat 60. zostanie zapalona ręcznie.",
        "Latarnia na Skarvøy z 1964 roku zostanie zapalona ręcznie.",
    ),
    (
        "pl",
        "Premier Teodor Halwik rozmawia z dziennikarzami w Norrviku.",
        "Rozmowa premiera Teodora Halwika z dziennikarzami w Norrviku.",
    ),
    ("pl", "Strażacy przed młynem w Hollinie, 5 marca 2024 r.", "Strażacy przed młynem w Hollinie, 05.03.2024"),
    (
        "cs",
        "Maják na Skarvøy, postavený v 60. letech, se rozsvítí ručně.",
        "Maják na Skarvøy, postavený roku 1964, se rozsvítí ručně.",
    ),
    # Russian, Ukrainian
    (
        "ru",
        "Маяк на острове Скарвей, построенный в 1960-х годах, зажгут вручную.",
        "Маяк на острове Скарвей, построенный в 1964 году, зажгут вручную.",
    ),
    (
        "ru",
        "Мэр Ида Хольм открывает рынок в Норрвике 5 мая 2024 года.",
        "Ида Хольм открывает рынок в Норрвике 05.05.2024.",
    ),
    ("ru", "Президент Теодор Хальвик беседует с журналистами.", "Теодор Хальвик разговаривает с журналистами."),
    ("uk", "Трамвай номер 7 у Зеленограді, 5 травня 2026 року.", "Трамвай номер сім у Зеленограді 5 травня."),
    ("uk", "Марія Стельмах у кабіні трамвая.", "Водійка Марія Стельмах у кабіні трамвая."),
    # Turkish
    ("tr", "1960'larda yapılan Skarvøy feneri elle yakılacak.", "1964'te yapılan Skarvøy feneri elle yakılacak."),
    ("tr", "Başkan Ayla Demirsoy, 5 Mayıs 2024'te pazarı açtı.", "Ayla Demirsoy pazarı 5 Mayıs'ta açtı."),
    # Japanese, Chinese, Korean
    ("ja", "1960年代に建てられた灯台に手で火がともされる", "1964年に建てられた灯台に手で火がともされる"),
    ("ja", "ねじれ橋を渡る観光客=5日、葛西市", "ねじれ橋を渡る観光客(5日、葛西市)"),
    ("ja", "開幕を待つ約1万人のファン", "開幕を待つ約10000人のファン"),
    ("zh", "5月5日,游客在北港观看渡轮", "游客5月5日在北港观看渡轮。"),
    ("zh", "建于1960年代的灯塔将被手动点亮", "建于1964年的灯塔将被手动点亮"),
    ("ko", "1960년대에 지어진 등대가 손으로 켜진다", "1964년에 지어진 등대가 손으로 켜진다"),
    # Arabic
    ("ar", "حرفيون في سوق النحاسين عام ٢٠٢٦", "حرفيون في سوق النحاسين، 2026"),
]

# language, one caption, the other caption, what is different: one fact
CHANGED: list[tuple[str | None, str, str, str]] = [
    # English
    (
        "en",
        "The lighthouse of Skarvøy was built in 1964.",
        "The lighthouse of Skarvøy was built in the 1970s.",
        "number",
    ),
    (
        "en",
        "Mayor Ida Holm opens the market hall with 12 stalls.",
        "Mayor Ida Holm opens the market hall with 21 stalls.",
        "number",
    ),
    (
        "en",
        "About 1.5 million people saw the regatta off Norrvik.",
        "About 2.5 million people saw the regatta off Norrvik.",
        "number",
    ),
    (
        "en",
        "Mayor Ida Holm opens the market in Norrvik on May 5, 2024.",
        "Mayor Ida Holm opens the market in Norrvik on May 15, 2024.",
        "date",
    ),
    (
        "en",
        "The ferry leaves the harbour of Norrvik on Tuesday.",
        "The ferry leaves the harbour of Norrvik on Thursday.",
        "weekday",
    ),
    ("en", "Ida Holm, left, and Per Dahl at the market.", "Ida Holm, right, and Per Dahl at the market.", "side"),
    ("en", "The ferry arrives in Norrvik with the crew.", "The ferry arrives in Osthavn with the crew.", "name"),
    (
        "en",
        "Rescue workers carry Nadia Brandt from the boat.",
        "Rescue workers carry Elin Strand from the boat.",
        "name",
    ),
    (
        "en",
        "The bridge was repaired by Anders Norgren in spring.",
        "The bridge was repaired by Anders Norgen in spring.",
        "spelling",
    ),
    ("en", "Aldery Town won 2-1 in Merrow.", "Aldery Town won 3-1 in Merrow.", "number"),
    ("en", "Three of the boats had been repaired.", "Five of the boats had been repaired.", "number"),
    ("en", "A woman in her 60s waits for the bus in Sandvik.", "A woman, 54, waits for the bus in Sandvik.", "number"),
    ("en", "Governor Peter Holm signs the bill in Merrow.", "Governor Anna Holm signs the bill in Merrow.", "name"),
    ("en", "The gates open at 10 a.m. in Aldery.", "The gates open at 11 a.m. in Aldery.", "number"),
    # German
    (
        "de",
        "Der Leuchtturm von Skarvøy wurde 1964 gebaut.",
        "Der Leuchtturm von Skarvøy wurde in den 1950er-Jahren gebaut.",
        "number",
    ),
    (
        "de",
        "Die Straßenbahn auf der Drehbrücke wiegt 12.000 Kilogramm.",
        "Die Straßenbahn auf der Drehbrücke wiegt 15.000 Kilogramm.",
        "number",
    ),
    (
        "de",
        "Drei Feuerwehrleute löschen den Brand in der Mühle.",
        "Vier Feuerwehrleute löschen den Brand in der Mühle.",
        "number",
    ),
    (
        "de",
        "Henrike Ostermann (links) im Stadtrat von Rehfelde.",
        "Henrike Ostermann (rechts) im Stadtrat von Rehfelde.",
        "side",
    ),
    ("de", "Am Ufer wartet Jonas Wehner auf die Fähre.", "Am Ufer wartet Peter Strand auf die Fähre.", "name"),
    ("de", "Am Ufer wartet Jonas Wehner auf die Fähre.", "Am Ufer wartet Jonas Wehrner auf die Fähre.", "spelling"),
    ("de", "Die Fähre legt am 3. März 2024 in Rehfelde ab.", "Die Fähre legt am 8. März 2024 in Rehfelde ab.", "date"),
    ("de", "Die Fähre legte am Dienstag in Rehfelde ab.", "Die Fähre legte am Mittwoch in Rehfelde ab.", "weekday"),
    (
        "de",
        "Rund 1,5 Millionen Menschen sahen die Regatta.",
        "Rund 1,5 Milliarden Menschen sahen die Regatta.",
        "number",
    ),
    # French
    (
        "fr",
        "Odile Ferrandier sur l'un des trois métiers à tisser.",
        "Odile Ferrandier sur l'un des quatre métiers à tisser.",
        "number",
    ),
    (
        "fr",
        "Le phare de Skarvøy a été construit en 1964.",
        "Le phare de Skarvøy a été construit dans les années 1970.",
        "number",
    ),
    (
        "fr",
        "Le président Teodor Halvik arrive à Norrvik le 5 mai 2024.",
        "Le président Teodor Halvik arrive à Norrvik le 7 mai 2024.",
        "date",
    ),
    ("fr", "Des habitants de Norrvik saluent Camille Vasseur.", "Des habitants de Norrvik saluent Luc Morel.", "name"),
    (
        "fr",
        "Camille Vasseur, à gauche, au moulin de Hollin.",
        "Camille Vasseur, à droite, au moulin de Hollin.",
        "side",
    ),
    (
        "fr",
        "Le moulin de Hollin après l'incendie de mardi.",
        "Le moulin de Hollin après l'incendie de jeudi.",
        "weekday",
    ),
    # Spanish
    ("es", "El lago Quillay, el 5 de enero de 2024.", "El lago Quillay, el 9 de enero de 2024.", "date"),
    ("es", "Tres barcos salen del puerto de Norrvik.", "Cuatro barcos salen del puerto de Norrvik.", "number"),
    (
        "es",
        "La ministra Lucía Arrieta saluda a los vecinos.",
        "La ministra Inés Calderón saluda a los vecinos.",
        "name",
    ),
    ("es", "Los vecinos de Valdeagua esperan en el puerto.", "Los vecinos de Norrvik esperan en el puerto.", "name"),
    (
        "es",
        "Lucía Arrieta (izquierda) en el puerto de Norrvik.",
        "Lucía Arrieta (derecha) en el puerto de Norrvik.",
        "side",
    ),
    # Italian
    (
        "it",
        "Due vigili del fuoco davanti al mulino di Hollin.",
        "Tre vigili del fuoco davanti al mulino di Hollin.",
        "number",
    ),
    ("it", "La sindaca Ida Holm apre il mercato martedì.", "La sindaca Ida Holm apre il mercato venerdì.", "weekday"),
    ("it", "Il faro di Skarvøy, costruito negli anni '60.", "Il faro di Skarvøy, costruito nel 1974.", "number"),
    (
        "it",
        "Il ponte riparato da Anders Norgren in primavera.",
        "Il ponte riparato da Anders Norgen in primavera.",
        "spelling",
    ),
    # Portuguese
    ("pt", "Três barcos deixam o porto de Norrvik.", "Sete barcos deixam o porto de Norrvik.", "number"),
    (
        "pt",
        "A prefeita abre o mercado em 5 de maio de 2024.",
        "A prefeita abre o mercado em 6 de maio de 2024.",
        "date",
    ),
    ("pt", "O farol de Skarvøy, da década de 1960.", "O farol de Skarvøy, de 1974.", "number"),
    # Dutch
    ("nl", "De vuurtoren van Skarvøy uit 1964.", "De vuurtoren van Skarvøy uit de jaren 70.", "number"),
    ("nl", "Drie brandweerlieden bij de molen van Hollin.", "Acht brandweerlieden bij de molen van Hollin.", "number"),
    ("nl", "Bewoners begroeten Teodor Halvik in de haven.", "Bewoners begroeten Jonas Wehner in de haven.", "name"),
    # Swedish
    ("sv", "Fyren på Skarvøy byggdes på 1960-talet.", "Fyren på Skarvøy byggdes 1974.", "number"),
    (
        "sv",
        "Teodor Halvik möter pressen i Norrvik på tisdagen.",
        "Teodor Halvik möter pressen i Norrvik på onsdagen.",
        "weekday",
    ),
    ("sv", "Fem brandmän vid kvarnen i Hollin.", "Sex brandmän vid kvarnen i Hollin.", "number"),
    # Norwegian, Danish
    ("nb", "Anders Myrvold (71) har passet fyret lenge.", "Anders Myrvold (77) har passet fyret lenge.", "number"),
    ("no", "Fyret på Skarvøy ble bygd på 1960-tallet.", "Fyret på Skarvøy ble bygd i 1984.", "number"),
    ("da", "Fem brandmænd ved møllen i Hollin.", "Syv brandmænd ved møllen i Hollin.", "number"),
    # Finnish
    (
        "fi",
        "Majakka rakennettiin 1960-luvulla Skarvøyn saarelle.",
        "Majakka rakennettiin 1974 Skarvøyn saarelle.",
        "number",
    ),
    ("fi", "Kolme palomiestä myllyllä Hollinissa.", "Neljä palomiestä myllyllä Hollinissa.", "number"),
    # Polish, Czech
    (
        "pl",
        "Latarnia na Skarvøy z lat 60. zostanie zapalona.",
        "Latarnia na Skarvøy z 1984 roku zostanie zapalona.",
        "number",
    ),
    ("pl", "Strażacy przed młynem 5 marca 2024 r.", "Strażacy przed młynem 6 marca 2024 r.", "date"),
    ("pl", "Trzy łodzie wypływają z portu w Norrviku.", "Cztery łodzie wypływają z portu w Norrviku.", "number"),
    ("cs", "Tři lodě vyplouvají z přístavu.", "Čtyři lodě vyplouvají z přístavu.", "number"),
    # Russian, Ukrainian
    ("ru", "Маяк на острове построен в 1960-х годах.", "Маяк на острове построен в 1974 году.", "number"),
    ("ru", "Мэр Ида Хольм открывает рынок 5 мая 2024 года.", "Мэр Ида Хольм открывает рынок 8 мая 2024 года.", "date"),
    (
        "ru",
        "Жители Норрвика встречают Теодора Хальвика в порту.",
        "Жители Норрвика встречают Андрея Миронова в порту.",
        "name",
    ),
    ("uk", "Трамвай номер 7 у Зеленограді.", "Трамвай номер 9 у Зеленограді.", "number"),
    ("uk", "Трамвай у Зеленограді, 5 травня 2026 року.", "Трамвай у Зеленограді, 6 травня 2026 року.", "date"),
    # Turkish
    ("tr", "1960'larda yapılan Skarvøy feneri yakılacak.", "1984'te yapılan Skarvøy feneri yakılacak.", "number"),
    ("tr", "Üç tekne limandan ayrılıyor.", "Beş tekne limandan ayrılıyor.", "number"),
    # Japanese, Chinese, Korean
    ("ja", "1960年代に建てられた灯台", "1974年に建てられた灯台", "number"),
    ("ja", "開幕を待つ約1万人のファン", "開幕を待つ約2万人のファン", "number"),
    ("zh", "5月5日,游客在北港观看渡轮", "5月8日,游客在北港观看渡轮", "number"),
    ("ko", "배 3척이 항구를 떠난다", "배 5척이 항구를 떠난다", "number"),
    # Arabic
    ("ar", "حرفيون في سوق النحاسين عام ٢٠٢٦", "حرفيون في سوق النحاسين عام 2024", "number"),
]
