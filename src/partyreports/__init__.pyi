# The public names, each listed once: type checkers read this file, and `__init__.py` imports from it.
from .batch import (
    ParseFailure as ParseFailure,
    ParseInput as ParseInput,
    parse_many as parse_many,
)
from .documents.document import (
    Document as Document,
)
from .errors import (
    DocumentError as DocumentError,
    GoldError as GoldError,
    InputFileError as InputFileError,
    InputTypeError as InputTypeError,
    LexiconError as LexiconError,
    MissingExtraError as MissingExtraError,
    PartyReportsError as PartyReportsError,
    TextMismatchError as TextMismatchError,
    TextTooLongError as TextTooLongError,
    TokenizerError as TokenizerError,
)
from .models import (
    SCHEMA_VERSION as SCHEMA_VERSION,
    Attendance as Attendance,
    Citation as Citation,
    Evidence as Evidence,
    FoundCount as FoundCount,
    FoundDate as FoundDate,
    FoundPassage as FoundPassage,
    ListedPoint as ListedPoint,
    MarkerStyle as MarkerStyle,
    Meeting as Meeting,
    MeetingFormat as MeetingFormat,
    MeetingKind as MeetingKind,
    MeetingReport as MeetingReport,
    Note as Note,
    NoteValue as NoteValue,
    PartialDate as PartialDate,
    PartOfDay as PartOfDay,
    Passage as Passage,
    Period as Period,
    Person as Person,
    Point as Point,
    Qualifier as Qualifier,
    RelatedArticle as RelatedArticle,
    Section as Section,
    SectionRole as SectionRole,
    Source as Source,
    Span as Span,
)
from .parsing import (
    MAX_LENGTH as MAX_LENGTH,
    parse as parse,
    warm_up as warm_up,
)
from .reports import (
    Reports as Reports,
)
from .tabular.rows import (
    TABLES_VERSION as TABLES_VERSION,
    CitationRow as CitationRow,
    MeetingRow as MeetingRow,
    NoteRow as NoteRow,
    PersonRow as PersonRow,
    PointRow as PointRow,
)
from .tabular.tables import (
    Tables as Tables,
    tables as tables,
)
from .text.lexicon import (
    Lexicon as Lexicon,
    LexiconEntry as LexiconEntry,
)
from .text.tokens import (
    Tokenizer as Tokenizer,
)

__all__: list[str]
__version__: str
