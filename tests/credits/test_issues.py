"""Each code for what is wrong with a line: a line that has it, and its neighbour that has not."""

import pytest

from auditor.credits import take_apart
from auditor.words import Words

# code, a line that has it, a line that has not
CODES = [
    ("missing_colon", "CREDIT HOGP/AP", "Credit: HOGP/AP"),
    ("missing_colon", "FOTO/EFE", "Photo by Jane Roe"),
    ("repeated_marker", "Foto: Bild: Jane Roe", "Foto: Jane Roe"),
    ("repeated_marker", "© NDR Foto: Jane Roe", "© NDR/Jane Roe"),
    ("all_caps", "SAUL ROE/AFP", "Saul Roe/AFP"),
    ("repeated_marker", "© NDR Foto: Jane Roe", "Illustration by Jane Roe; Photos: John Doe"),
    ("all_caps", "EPA/JANE ROE", "NASA/GPO"),
    ("all_caps", "© STADT MUSTER", "© SDIS 34"),
    ("partial_name", "IMAGO / Tischler", "IMAGO / Jane Tischler"),
    ("partial_name", "© R. Schmitt/dpa", "© R. M. Schmitt/dpa"),
    ("handle_as_name", "Instagram/@someone", "Instagram/Jane Roe"),
    ("handle_as_name", "Foto: Adobe Stock/racorn", "Foto: Adobe Stock/Jane Roe"),
    ("placeholder_name", "Uncredited/AP", "Jane Roe/AP"),
    ("placeholder_name", "Photo by -/AFP via Getty Images", "- AFP"),
    ("supply_code_as_name", "HOGP/AP", "Jane Roe/AP"),
    ("supply_code_as_name", "STR/AFP", "Ministry of Defence/Handout via Reuters"),
    ("supply_code_residue", "Jane Roe, STF / AP", "STF / AP"),
    ("duplicate_name", "© Jane Roe/dpa | Jane Roe", "© Jane Roe/dpa | John Doe"),
    ("name_variant", "Jane P. Roe/dpa/Jane P Roe", "Jane P. Roe/dpa/Jane P. Roe"),
    ("no_photographer", "Reuters", "Jane Roe/Reuters"),
    ("no_agency", "Foto: Jane Roe", "Foto: Jane Roe/dpa"),
    ("agency_alias", "REUTERS/Jane Roe", "PA Wire/Jane Roe"),
    ("agency_alias", "Associated Press", "AP"),
    ("agency_misspelt", "Jane Roe/Retuers", "Jane Roe/REUTERS"),
    ("duplicate_agency", "Jane Roe/PA Wire/PA Images", "Jane Roe/PA Wire"),
    ("order_reversed", "AP Photo/Jane Roe", "Jane Roe/AP"),
    ("order_reversed", "Jane Roe/PA/Netflix", "Jane Roe/Netflix/PA"),
    ("chain_reversed", "picture alliance/dpa", "dpa/picture alliance"),
    ("copyright_statement", "Jane Roe/AP. All rights reserved.", "Jane Roe/AP"),
    ("glued", "wojskaTHOMAS SAMSONAFP", "wojska THOMAS SAMSON AFP"),
    ("truncated", "Source: Jane Roe from", "Source: Jane Roe from Reuters"),
    ("truncated", "Jane Roe/AFP via Gett", "Jane Roe/AFP via Getty"),
    ("unbalanced_bracket", "REUTERS/Jane Roe)", "(REUTERS/Jane Roe)"),
    ("stray_separator", "| Jane Roe/AP", "Jane Roe/AP"),
    ("stray_separator", "Photo: Xinhua.", "Photo: Sportsphoto Ltd"),
    ("stray_separator", "＝共同", "ロイター＝共同"),
    ("invisible_chars", "Jane\u200b Roe/AP", "Jane Roe/AP"),
    ("invisible_chars", "علی\u200cرضا\u200c کریمی/AP", "علی\u200cرضا کریمی/AP"),
    ("residue", "Jane Roe/AP More", "Jane Roe/AP"),
    ("all_caps", "Jane Roe/HARBOUR POST", "Jane Roe/NASA GSFC"),
    ("all_caps", "POLIZEI NRW", "Polizei NRW"),
]


@pytest.mark.parametrize(("code", "has", "has_not"), CODES)
def test_a_code_tells_a_bad_line_from_a_good_one(code: str, has: str, has_not: str, words: Words) -> None:
    assert code in take_apart(has, words).issues
    assert code not in take_apart(has_not, words).issues


def test_an_own_tag_is_the_publisher_before_a_chain(words: Words) -> None:
    assert "own_tag" in take_apart("MusterPost/dpa/Jane Roe", words, publisher="MusterPost").issues
    assert "own_tag" in take_apart("Jane Roe/dpa/MusterPost", words, publisher="MusterPost").issues
    assert "own_tag" not in take_apart("MusterPost/Jane Roe", words, publisher="MusterPost").issues
    assert "own_tag" not in take_apart("Jane Roe/MusterPost via AP", words, publisher="MusterPost").issues


def test_a_line_in_order_has_no_code(words: Words) -> None:
    assert take_apart("Jane Roe/AFP via Getty Images", words).issues == ()


def test_codes_come_in_their_fixed_order(words: Words) -> None:
    assert take_apart("CREDIT REUTERS/JANE ROE More", words).issues == (
        "missing_colon",
        "all_caps",
        "agency_alias",
        "order_reversed",
        "residue",
    )
