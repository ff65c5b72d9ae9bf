r"""Typed, grounded reports from raw Vietnamese meeting briefings.

>>> from partyreports import parse
>>> report = parse("Hội nghị giao ban tháng 5\n\nHội nghị nêu ba nhiệm vụ: một là A; hai là B; ba là C.")
>>> report.title.text
'Hội nghị giao ban tháng 5'
"""

import lazy_loader

__version__ = "0.1.0"

# Importing the package costs next to nothing: a name listed in `__init__.pyi` is imported when it is first asked for.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
