"""What the server does not do, and the one sentence that says so."""

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

from partyreports.language import Language, closest_language, language


class Refusal(HTTPException):
    """A request that is not served; told in the reader's language."""

    def __init__(self, status: int, template: str, /, **values: object) -> None:
        super().__init__(status)
        self.template = template
        self.values = values

    def told(self, words: Language) -> str:
        """The sentence in a language."""
        return words.gettext(self.template, **self.values)


def words_for(request: HTTPConnection) -> Language:
    """The language of a request: the first of ours that the browser asks for."""
    asked = []
    for part in request.headers.get("accept-language", "").split(",")[:20]:
        tag, _, quality = part.strip().partition(";q=")
        try:
            asked.append((-float(quality or 1), tag))
        except ValueError:
            continue
    ordered = [tag for _, tag in sorted(asked, key=lambda one: one[0])]
    return language(closest_language(ordered))
