"""Good questions to put beside one that is not yet: for whoever writes, in the deck's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NEIGHBOURS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "nl": {
        "question-blaming": (
            "Wat maakte het moeilijk om op tijd te zijn?",
            "Wat hebben wij nodig om het de volgende keer wel te redden?",
        ),
        "question-suggestive": (
            "Wat levert het een leerling op?",
            "Wie kijkt hier anders naar dan wij?",
        ),
        "question-too-long": (
            "Wie krijgt er een vaste collega die meekijkt?",
            "Wat doe jij als eerste als het geld op is?",
        ),
        "question-double": ("Wat gaat er goed?", "Wie zet de eerste stap?"),
        "question-yes-no": (
            "Waaraan merk jij dat je gehoord bent?",
            "Wat durf jij hier nog niet te zeggen?",
        ),
        "question-abstract": (
            "Wat ziet een leerling daar morgen van?",
            "Wie doet er maandag iets anders dan vandaag?",
        ),
        "question-alike": (
            "Wat zou iemand van buiten hier vragen?",
            "Wanneer ging het anders dan je dacht?",
        ),
    }
}
"""Two good questions beside each remark, by language and code; they are no wording to take over."""


def neighbours(code: str, language: str) -> Sequence[str]:
    """Two good questions beside a remark; none in a language that has no examples."""
    return NEIGHBOURS.get(language.split("-")[0], {}).get(code, ())
