"""What an article refers to: documents that it cites, other articles of the site."""

from pydantic import Field

from partyreports.facts.passages import FoundPassage, Passage, SourceStr
from partyreports.facts.values import PartialDate


class Citation(FoundPassage):
    """An official document that the article cites."""

    type: str | None = Field(default=None, description="Type word in canonical form: Nghị quyết, Chỉ thị, …")
    number: SourceStr | None = Field(default=None, description="Number with its type suffix, as printed: 205-QĐ/TW.")
    issuer: SourceStr | None = Field(default=None, description="Who issued it, as printed.")
    date: PartialDate | None = Field(default=None, description="Date of the document, if printed with it.")


class RelatedArticle(FoundPassage):
    """A link of the site's footer to another article. `text` and `span` cover the whole entry."""

    title: Passage = Field(description="Title of the other article.")
    age: Passage | None = Field(default=None, description="Age as printed (“3 tháng trước”), relative to the visit.")
